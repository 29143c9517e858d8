import { footer, logo, note, title, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

export const announcement: NewsletterLayout = {
  key: "announcement",
  name: { en: "Announcement", de: "Ankündigung" },
  content: (say) => ({
    subject: say("Something new is here", "Es gibt etwas Neues"),
    preheader: say("Be among the first to see it.", "Sehen Sie es als Erste."),
    blocks: [
      logo,
      { id: "picture", type: "picture", url: "", alt: "", link: "{{ shop.url }}" },
      title(say("Something new is here", "Es gibt etwas Neues")),
      words(
        "intro",
        say(
          'Hello {{ contact.firstName | default: "there" }},\n\nwe have worked on this for a long time, and today it is ready: **say here what it is** and why it was worth the wait.\n\nTwo or three sentences are enough. What is new, for whom it is, and from when it can be had.',
          "Guten Tag {{ contact.firstName }},\n\nlange haben wir daran gearbeitet, heute ist es so weit: **sagen Sie hier, was es ist** und warum sich das Warten gelohnt hat.\n\nZwei, drei Sätze genügen. Was ist neu, für wen ist es gedacht und ab wann ist es zu haben?",
        ),
      ),
      {
        id: "button",
        type: "button",
        label: say("Have a look", "Jetzt ansehen"),
        url: "{{ shop.url }}",
        align: "center",
      },
      note("note", say("Questions? Just reply to this e-mail.", "Fragen? Antworten Sie einfach auf diese E-Mail.")),
      footer,
    ],
  }),
}
