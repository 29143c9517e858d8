import type { Recipe } from "./recipe"
import { send, trigger, unlessOrdered, wait } from "./steps"

export const postPurchase: Recipe = {
  key: "post_purchase",
  name: { en: "After the purchase", de: "Nach dem Kauf" },
  description: {
    en: "Five days after an order a thank-you that asks whether all is well, three weeks later what is new, unless they have ordered again by then. Silent when the order was cancelled or something is coming back; at most once in sixty days.",
    de: "Fünf Tage nach der Bestellung ein Dank mit der Frage, ob alles in Ordnung ist, drei Wochen später Neues, außer es wurde inzwischen wieder bestellt. Still, wenn die Bestellung storniert wurde oder etwas zurückkommt; höchstens einmal in sechzig Tagen.",
  },
  draft: {
    trigger: trigger("order.placed", { reentry: { rule: "every_days", days: 60 } }),
    nodes: [
      wait("wait_parcel", 5, "days", "thanks"),
      send("thanks", { sent: "wait_weeks", onlyIf: ["order_not_cancelled", "order_not_refunded", "no_open_return"] }),
      wait("wait_weeks", 21, "days", "ordered_again"),
      unlessOrdered("ordered_again", { days: 24, then: "more" }),
      send("more", { onlyIf: ["order_not_cancelled", "order_not_refunded", "no_open_return", "not_ordered_since"] }),
    ],
  },
  settings: { isTracked: true, whenCapped: "defer", deferDays: 5, priority: "low" },
  mails: [
    { key: "thanks", name: { en: "After the purchase 1: thank you", de: "Nach dem Kauf 1: Danke" } },
    { key: "more", name: { en: "After the purchase 2: what is new", de: "Nach dem Kauf 2: Neues" } },
  ],
}
