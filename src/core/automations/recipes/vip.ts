import type { Recipe } from "./recipe"
import { send, trigger } from "./steps"

export const vip: Recipe = {
  key: "vip",
  name: { en: "Best customers", de: "Beste Kunden" },
  description: {
    en: "A letter of thanks to everybody who becomes one of your best customers: ordered lately, and often. Once a year at most.",
    de: "Ein Dankesbrief an alle, die zu Ihren besten Kunden aufsteigen: vor Kurzem und oft bestellt. Höchstens einmal im Jahr.",
  },
  draft: {
    trigger: trigger("rfm.entered", {
      settings: { groups: ["champions"] },
      reentry: { rule: "every_days", days: 365 },
    }),
    nodes: [send("thanks")],
  },
  settings: { isTracked: true, whenCapped: "defer", deferDays: 7 },
  mails: [{ key: "thanks", name: { en: "Best customers: thank you", de: "Beste Kunden: Danke" } }],
}
