import type { Recipe } from "./recipe"
import { send, trigger } from "./steps"

export const birthday: Recipe = {
  key: "birthday",
  name: { en: "Birthday", de: "Geburtstag" },
  description: {
    en: "Good wishes on the morning of the birthday, where the person lives. For contacts whose birthday is known. A gift is one step more: add a promotion code before the mail.",
    de: "Gute Wünsche am Morgen des Geburtstags, nach der Uhr der Person. Für Kontakte, deren Geburtstag bekannt ist. Ein Geschenk ist ein Schritt mehr: Fügen Sie vor der E-Mail einen Aktionscode ein.",
  },
  draft: {
    trigger: trigger("date.of_customer", { settings: { field: "birthday", time: "08:00" } }),
    nodes: [send("birthday")],
  },
  settings: { isTracked: true, whenCapped: "defer", deferDays: 2, priority: "high" },
  mails: [{ key: "birthday", name: { en: "Birthday", de: "Geburtstag" } }],
}
