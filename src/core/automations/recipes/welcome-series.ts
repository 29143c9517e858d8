import type { Recipe } from "./recipe"
import { send, trigger, unlessOrdered, wait } from "./steps"

export const welcomeSeries: Recipe = {
  key: "welcome_series",
  name: { en: "Welcome series", de: "Willkommensserie" },
  description: {
    en: "Three mails to everybody who subscribes: a hello with what is new, what is bought most often, an offer to help. Whoever orders meanwhile gets no more of them. Once per person.",
    de: "Drei E-Mails an alle, die sich anmelden: Begrüßung mit Neuheiten, was am häufigsten gekauft wird, ein Angebot zu helfen. Wer inzwischen bestellt, bekommt keine weitere. Einmal je Person.",
  },
  draft: {
    trigger: trigger("topic.subscribed", { reentry: { rule: "once" } }),
    nodes: [
      send("hello", { sent: "wait_favourites" }),
      wait("wait_favourites", 3, "days", "ordered_yet"),
      unlessOrdered("ordered_yet", { days: 4, then: "favourites" }),
      send("favourites", { sent: "wait_question", onlyIf: ["not_ordered_since"] }),
      wait("wait_question", 4, "days", "ordered_since"),
      unlessOrdered("ordered_since", { days: 8, then: "question" }),
      send("question", { onlyIf: ["not_ordered_since"] }),
    ],
  },
  // Whoever has had a mailing today gets the next one later, but not never.
  settings: { isTracked: true, whenCapped: "defer", deferDays: 3 },
  mails: [
    { key: "hello", name: { en: "Welcome 1: hello", de: "Willkommen 1: Begrüßung" } },
    { key: "favourites", name: { en: "Welcome 2: bought most often", de: "Willkommen 2: am häufigsten gekauft" } },
    { key: "question", name: { en: "Welcome 3: help", de: "Willkommen 3: Hilfe" } },
  ],
}
