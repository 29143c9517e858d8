import { mail, note, words } from "./parts"
import type { BuiltinTemplate } from "./template"

export const testMail: BuiltinTemplate = ({ test_mail: own }) =>
  mail(own, [words("intro", own.intro), note("next", own.next)])
