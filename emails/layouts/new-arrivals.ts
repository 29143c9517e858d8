import { footer, logo, title, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

export const newArrivals: NewsletterLayout = {
  key: "new_arrivals",
  name: { en: "New arrivals", de: "Neuheiten" },
  content: (say) => ({
    subject: say("Just in: what is new this week", "Frisch eingetroffen: die Neuheiten der Woche"),
    preheader: say("Hand-picked for you, ready to ship.", "Für Sie ausgesucht und sofort lieferbar."),
    blocks: [
      logo,
      title(say("Just in", "Frisch eingetroffen")),
      words(
        "intro",
        say(
          "New on our shelves this week. Small batches sell out fast, so have a look while everything is still there.",
          "Neu in unseren Regalen. Kleine Auflagen sind schnell vergriffen: Am besten schauen Sie, solange alles da ist.",
        ),
      ),
      {
        id: "products",
        type: "products",
        source: "newest",
        columns: 2,
        count: 4,
        isButtonShown: true,
        buttonLabel: say("View", "Ansehen"),
      },
      {
        id: "button",
        type: "button",
        label: say("See everything new", "Alle Neuheiten"),
        url: "{{ shop.url }}",
        align: "center",
      },
      footer,
    ],
  }),
}
