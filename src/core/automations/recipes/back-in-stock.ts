import type { Recipe } from "./recipe"
import { send, trigger } from "./steps"

export const backInStock: Recipe = {
  key: "back_in_stock",
  name: { en: "Back in stock", de: "Wieder lieferbar" },
  description: {
    en: "Tells everybody who asked for a product, looked at it or has it in the cart that it can be ordered again. Not when it is gone again by then.",
    de: "Sagt allen, die nach einem Produkt gefragt, es angesehen oder im Warenkorb haben, dass es wieder lieferbar ist. Nicht, wenn es bis dahin wieder weg ist.",
  },
  draft: {
    trigger: trigger("product.back_in_stock", { settings: { people: "interested" } }),
    nodes: [send("back", { onlyIf: ["product_in_stock"] })],
  },
  settings: { isTracked: true, whenCapped: "defer", deferDays: 2, priority: "high" },
  mails: [{ key: "back", name: { en: "Back in stock", de: "Wieder lieferbar" } }],
}
