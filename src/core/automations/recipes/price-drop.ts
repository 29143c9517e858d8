import type { Recipe } from "./recipe"
import { send, trigger } from "./steps"

export const priceDrop: Recipe = {
  key: "price_drop",
  name: { en: "Price drop", de: "Preissenkung" },
  description: {
    en: "Tells whoever was interested in a product that it costs at least a tenth less. Only if it is in stock and the price still holds when the mail goes out; at most once in a fortnight.",
    de: "Sagt allen, die sich für ein Produkt interessiert haben, dass es mindestens ein Zehntel weniger kostet. Nur, wenn es lieferbar ist und der Preis beim Versand noch gilt; höchstens einmal in zwei Wochen.",
  },
  draft: {
    trigger: trigger("product.price_dropped", {
      settings: { people: "interested", percent: 10 },
      reentry: { rule: "every_days", days: 14 },
    }),
    nodes: [send("cheaper", { onlyIf: ["product_in_stock", "price_unchanged"] })],
  },
  settings: { isTracked: true },
  mails: [{ key: "cheaper", name: { en: "Price drop", de: "Preissenkung" } }],
}
