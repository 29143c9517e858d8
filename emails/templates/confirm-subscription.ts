import { mail, note, only, secretButton, words } from "./parts"
import type { BuiltinTemplate } from "./template"

/** Double opt-in: nothing in it may advertise (OLG München 29 U 1682/12). */
export const confirmSubscription: BuiltinTemplate = ({ confirm_subscription: own }) =>
  mail(own, [
    words("intro", own.intro),
    words("topics", "**{{ confirm.topics | join: ', ' }}**", only("confirm_has_topics")),
    secretButton(own.button, "{{ confirm.url }}"),
    note("ignore", own.ignore),
  ])
