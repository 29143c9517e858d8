import { footer, logo, note, only, title, words } from "./parts"
import type { BuiltinTemplate } from "./template"

/** Double opt-in: nothing in it may advertise (OLG München 29 U 1682/12). */
export const confirmSubscription: BuiltinTemplate = ({ confirm_subscription: own }) => ({
  subject: own.subject,
  preheader: own.preheader,
  blocks: [
    logo,
    title(own.heading),
    words("intro", own.intro),
    words("topics", "**{{ confirm.topics | join: ', ' }}**", only("confirm_has_topics")),
    {
      id: "button",
      type: "button",
      label: own.button,
      url: "{{ confirm.url }}",
      isTracked: false,
      isAddressShown: true,
    },
    note("ignore", own.ignore),
    footer,
  ],
})
