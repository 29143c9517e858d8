import type { Recipe } from "./recipe"
import { send, trigger } from "./steps"

export const reviewRequest: Recipe = {
  key: "review_request",
  name: { en: "Review request", de: "Bitte um eine Bewertung" },
  description: {
    en: "Two weeks after an order one question, answered by a reply or on the product's page. Not while something is coming back, and at most once in sixty days.",
    de: "Zwei Wochen nach der Bestellung eine Frage, beantwortet per Antwort oder auf der Produktseite. Nicht, solange etwas zurückkommt, und höchstens einmal in sechzig Tagen.",
  },
  draft: {
    trigger: trigger("date.of_order", {
      settings: { days: 14, time: "10:00" },
      reentry: { rule: "every_days", days: 60 },
    }),
    nodes: [send("review", { onlyIf: ["order_not_cancelled", "order_not_refunded", "no_open_return"] })],
  },
  settings: { isTracked: true, whenCapped: "defer", deferDays: 7, priority: "low" },
  mails: [{ key: "review", name: { en: "Review request", de: "Bitte um eine Bewertung" } }],
}
