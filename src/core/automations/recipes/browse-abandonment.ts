import type { Recipe } from "./recipe"
import { send, trigger, unlessOrdered, wait } from "./steps"

export const browseAbandonment: Recipe = {
  key: "browse_abandonment",
  name: { en: "Looked at, not bought", de: "Angesehen, nicht gekauft" },
  description: {
    en: "Somebody who agreed to it looks at a product and leaves: the next day the way back to it, unless they have ordered meanwhile. At most once in a fortnight. Needs the small script in the storefront.",
    de: "Jemand, der dem zugestimmt hat, sieht sich ein Produkt an und geht: Am nächsten Tag kommt der Weg zurück dorthin, außer es wurde inzwischen bestellt. Höchstens einmal in zwei Wochen. Braucht das kleine Skript im Shop.",
  },
  draft: {
    trigger: trigger("product.view_abandoned", {
      settings: { hours: 4 },
      reentry: { rule: "every_days", days: 14 },
    }),
    nodes: [
      wait("wait_day", 20, "hours", "ordered"),
      unlessOrdered("ordered", { days: 2, then: "looked" }),
      send("looked", { onlyIf: ["product_in_stock", "not_ordered_since"] }),
    ],
  },
  settings: { isTracked: true, priority: "low" },
  mails: [{ key: "looked", name: { en: "Looked at, not bought", de: "Angesehen, nicht gekauft" } }],
}
