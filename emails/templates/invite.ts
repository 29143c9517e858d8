import { footer, logo, note, only, title, words } from "./parts"
import type { BuiltinTemplate } from "./template"

export const invite: BuiltinTemplate = ({ invite: own }) => ({
  subject: own.subject,
  preheader: own.preheader,
  blocks: [
    logo,
    title(own.heading),
    words("intro", own.intro),
    {
      id: "button",
      type: "button",
      label: own.button,
      url: "{{ invite.url }}",
      isTracked: false,
      isAddressShown: true,
    },
    note("expires", own.expires, only("invite_expires")),
    note("ignore", own.ignore),
    footer,
  ],
})
