import { footer, logo, only, title, words } from "./parts"
import type { BuiltinTemplate } from "./template"

/** To a supplier or colleague: just these lines; shopper and prices only where the owner ticked them. */
export const thirdPartyNotice: BuiltinTemplate = ({ third_party_notice: own }) => ({
  subject: own.subject,
  preheader: own.preheader,
  blocks: [
    logo,
    title("{{ notice.heading }}"),
    words("text", "{{ notice.text | newline_to_br }}", only("notice_has_text")),
    { id: "order", type: "order", lines: "concerned", isSkuShown: true, isTotalsShown: false, isShopperShown: true },
    {
      id: "acknowledge",
      type: "button",
      label: own.acknowledge,
      url: "{{ notice.ackUrl }}",
      // Nobody is counted who only does what he is asked for.
      isTracked: false,
      ...only("notice_has_link"),
    },
    { ...footer, reason: own.why },
  ],
})
