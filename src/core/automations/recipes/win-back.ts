import type { Recipe } from "./recipe"
import { send, trigger, unlessOrdered, wait } from "./steps"

export const winBack: Recipe = {
  key: "win_back",
  name: { en: "Win back", de: "Zurückgewinnen" },
  description: {
    en: "Ninety days after the last order: what is new. A month later, if nothing was ordered, the question whether to go on writing. At most twice a year.",
    de: "Neunzig Tage nach der letzten Bestellung: was es Neues gibt. Einen Monat später, wenn nichts bestellt wurde, die Frage, ob Sie weiter schreiben dürfen. Höchstens zweimal im Jahr.",
  },
  draft: {
    trigger: trigger("customer.ordered_ago", {
      settings: { days: 90, time: "09:00" },
      reentry: { rule: "every_days", days: 180 },
    }),
    nodes: [
      send("news", { sent: "wait_month", onlyIf: ["not_ordered_since"] }),
      wait("wait_month", 30, "days", "came_back"),
      unlessOrdered("came_back", { days: 31, then: "stay" }),
      send("stay", { onlyIf: ["not_ordered_since"] }),
    ],
  },
  settings: { isTracked: true, whenCapped: "defer", deferDays: 7, priority: "low" },
  mails: [
    { key: "news", name: { en: "Win back 1: what is new", de: "Zurückgewinnen 1: Neues" } },
    { key: "stay", name: { en: "Win back 2: go on writing?", de: "Zurückgewinnen 2: weiter schreiben?" } },
  ],
}
