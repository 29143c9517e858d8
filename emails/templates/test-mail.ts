import { footer, logo, note, title, words } from "./parts"
import type { BuiltinTemplate } from "./template"

export const testMail: BuiltinTemplate = ({ test_mail: own }) => ({
  subject: own.subject,
  preheader: own.preheader,
  blocks: [logo, title(own.heading), words("intro", own.intro), note("next", own.next), footer],
})
