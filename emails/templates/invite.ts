import { mail, note, only, secretButton, words } from "./parts"
import type { BuiltinTemplate } from "./template"

export const invite: BuiltinTemplate = ({ invite: own }) =>
  mail(own, [
    words("intro", own.intro),
    secretButton(own.button, "{{ invite.url }}"),
    note("expires", own.expires, only("invite_expires")),
    note("ignore", own.ignore),
  ])
