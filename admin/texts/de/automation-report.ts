import type { en } from "../en"
import type { Translated } from "../translated"

export const automationReport: Translated<typeof en.automationReport> = {
  title: "Bericht per Mail",
  hint: "Die Zahlen dieser Automation für die Tage davor: wer eintrat, was gesendet wurde, Klicks von Menschen, Umsatz, Schritt für Schritt.",
  isOn: "Regelmäßig senden",
  isOnHint: "Nicht, solange die Automation ausgeschaltet ist.",
  every: "Wie oft",
  rhythm: { day: "Jeden Tag", week: "Jede Woche", month: "Jeden Monat" },
  on: "Am",
  at: "Um (Uhr des Shops)",
  people: "Kollegen, die ihn lesen",
  emails: "Weitere Adressen",
  sendNow: "Jetzt senden",
  sent: "Unterwegs an {{to}}.",
  hide: "Vorschau ausblenden",
  next: "nächster am {{at}}",
  last: "letzter am {{at}}",
}
