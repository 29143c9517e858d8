import { mail, note, only, secretButton, words } from "./parts"
import type { BuiltinTemplate } from "./template"

type Texts = Parameters<BuiltinTemplate>[0]

/** Double opt-in: nothing in it may advertise (OLG München 29 U 1682/12). */
export const confirmSubscription: BuiltinTemplate = ({ confirm_subscription: own }) => asking(own)

/** The same question once more, after three days: it says that it is the last time. */
export const remindSubscription: BuiltinTemplate = ({ remind_subscription: own }) => asking(own)

function asking(own: Texts["confirm_subscription"]): ReturnType<BuiltinTemplate> {
  return mail(own, [
    words("intro", own.intro),
    words("topics", "**{{ confirm.topics | join: ', ' }}**", only("confirm_has_topics")),
    secretButton(own.button, "{{ confirm.url }}"),
    note("ignore", own.ignore),
  ])
}
