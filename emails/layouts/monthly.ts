import { divider, footer, logo, note, subtitle, title, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

const SOFT = "#f5f3ee"

export const monthly: NewsletterLayout = {
  key: "monthly",
  name: { en: "Monthly news", de: "Monatsbrief" },
  content: (say) => ({
    subject: say("News from {{ shop.name }}", "Neues von {{ shop.name }}"),
    preheader: say("Three things that we want to tell you.", "Drei Dinge, die wir Ihnen erzählen möchten."),
    blocks: [
      logo,
      title(say("This month", "In diesem Monat")),
      words(
        "intro",
        say(
          "Three short pieces of news, and one date to keep free.",
          "Drei kurze Nachrichten und ein Termin zum Vormerken.",
        ),
      ),
      subtitle("one-heading", say("1. The first piece of news", "1. Die erste Neuigkeit")),
      words(
        "one",
        say(
          "What happened, in two sentences. [Read on]({{ shop.url }})",
          "Was ist passiert? Zwei Sätze. [Weiterlesen]({{ shop.url }})",
        ),
      ),
      subtitle("two-heading", say("2. The second", "2. Die zweite")),
      words(
        "two",
        say(
          "What happened, in two sentences. [Read on]({{ shop.url }})",
          "Was ist passiert? Zwei Sätze. [Weiterlesen]({{ shop.url }})",
        ),
      ),
      subtitle("three-heading", say("3. And one more", "3. Und noch eine")),
      words(
        "three",
        say(
          "What happened, in two sentences. [Read on]({{ shop.url }})",
          "Was ist passiert? Zwei Sätze. [Weiterlesen]({{ shop.url }})",
        ),
      ),
      words(
        "date",
        say(
          "**Keep this date free**\n- When: day and time\n- Where: address\n- What: one line",
          "**Termin zum Vormerken**\n- Wann: Tag und Uhrzeit\n- Wo: Adresse\n- Was: eine Zeile",
        ),
        { background: SOFT },
      ),
      subtitle("new-heading", say("New in the shop", "Neu im Shop")),
      { id: "new", type: "products", source: "newest", columns: 3, count: 3 },
      divider("line"),
      note("bye", say("Until next month!", "Bis zum nächsten Monat!")),
      { id: "social", type: "social" },
      { ...footer, isSocialShown: false },
    ],
  }),
}
