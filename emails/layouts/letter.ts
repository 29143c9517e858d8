import { footer, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

/** Without logo and pictures: reads like a letter, and arrives like one. */
export const letter: NewsletterLayout = {
  key: "letter",
  name: { en: "Personal letter", de: "Persönlicher Brief" },
  content: (say) => ({
    subject: say("A few words from us", "Ein paar Worte von uns"),
    preheader: say("Written by a person.", "Von Mensch zu Mensch."),
    blocks: [
      words(
        "letter",
        say(
          'Hello {{ contact.firstName | default: "there" }},\n\nsometimes a letter is enough. No pictures, no buttons, just what you want to say, as you would say it to one person.\n\nBegin with the reader, not with yourself. Say one thing. End with one question, and people will answer.\n\n[Visit us]({{ shop.url }})\n\nBest wishes,\n{{ shop.name }}',
          "Guten Tag {{ contact.firstName }},\n\nmanchmal genügt ein Brief. Keine Bilder, keine Schaltflächen, nur das, was Sie sagen möchten, so, wie Sie es einem einzelnen Menschen sagen würden.\n\nBeginnen Sie mit der Leserin, nicht mit sich selbst. Sagen Sie eine Sache. Und enden Sie mit einer Frage: Man wird Ihnen antworten.\n\n[Besuchen Sie uns]({{ shop.url }})\n\nHerzliche Grüße\n{{ shop.name }}",
        ),
      ),
      footer,
    ],
  }),
}
