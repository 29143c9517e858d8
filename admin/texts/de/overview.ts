import type * as en from "../en/overview"
import type { Translated } from "../translated"

export const findings: Translated<typeof en.findings> = {
  none: "Alles in Ordnung.",
  mend: "Beheben",
  severity: {
    blocks: "Bis das behoben ist, geht nichts hinaus.",
    blocks_marketing: "Newsletter und Erinnerungen warten; Belege gehen hinaus.",
    warning: "Einen Blick wert.",
  },
}

export const liveShop: Translated<typeof en.liveShop> = {
  button: "Dies ist der echte Shop",
  title: "Ist dies der echte Shop?",
  description:
    "Etwas ist anders als bei dem Shop, den Mailroom kennt: Adresse, Umgebung oder Datenbank. Ist dies eine Kopie (Testsystem), dann lassen Sie es: Ihre Kunden bekämen jede Mail zweimal. Wurde hier eine ältere Sicherung eingespielt, sehen Sie zuerst im Postausgang nach, was wartet: Es ging vielleicht schon hinaus. Ist dies der echte Shop, dann bestätigen Sie {{url}}.",
  confirm: "Ja, dies ist der echte Shop",
  done: "Bestätigt. Zurückgehaltene Mails gehen jetzt hinaus.",
}

export const overview: Translated<typeof en.overview> = {
  hint: "Was hinausging, was wartet und was daraus wurde.",
  toNewsletters: "Newsletter",
  allReports: "Alle Berichte",
  state: {
    ready: "Bereit, mit einer Anmerkung",
    receiptsOnly: "Belege gehen hinaus, Werbung wartet",
    notReady: "Noch geht nichts hinaus",
  },
  stateHint: {
    ready: "Mails gehen hinaus. Diese Punkte sind einen Blick wert.",
    receiptsOnly: "Beheben Sie diese Punkte, bevor Sie einen Newsletter senden.",
    notReady:
      "Beheben Sie diese Punkte, dann beginnt Mailroom von selbst. Was inzwischen geschah, geht nicht verloren.",
  },
  stateBadge: { ready: "Bereit", receiptsOnly: "Nur Belege", notReady: "Nicht bereit" },
  neverRan:
    "Hier hat noch nie ein Prozess Mails gesendet. Starten Sie einen Medusa-Prozess im Modus worker oder shared.",
  stoodStill: "Der sendende Prozess gibt seit {{duration}} kein Lebenszeichen. Starten Sie den Worker des Shops neu.",
  sent24h: "Gesendet, letzte 24 Stunden",
  sent24hHint: "Mails aller Arten, die ein empfangender Server angenommen hat.",
  waiting: "Wartend",
  waitingHint: "Geplant, aber noch nicht gesendet, ob fällig oder nicht.",
  nothingLate: "Nichts ist verspätet",
  oldestDue: "Die älteste ist {{duration}} verspätet",
  failed24h: "Fehlgeschlagen, letzte 24 Stunden",
  failed24hHint: "Vom empfangenden Server endgültig abgelehnt oder nicht herzustellen.",
  held_one: "{{count}} Mail wird zurückgehalten",
  held_other: "{{count}} Mails werden zurückgehalten",
  inDoubt: "Ungewiss",
  inDoubtHint:
    "Übergeben, aber der Server hat nie geantwortet: Das kann niemand wissen. Belege gehen noch einmal hinaus, Newsletter nicht.",
  unrecorded_one: "{{count}} Öffnung oder Klick konnte nicht aufgezeichnet werden",
  unrecorded_other: "{{count}} Öffnungen oder Klicks konnten nicht aufgezeichnet werden",
  dispatches: "Letzte Aussendungen",
  dispatchesHint: "Die Zahlen bewegen sich, während Sie zusehen. Wählen Sie eine für den ganzen Bericht.",
  noDispatches: "Noch wurde nichts gesendet",
  noDispatchesHint:
    "Schalten Sie eine Shop-Mail ein oder schreiben Sie Ihren ersten Newsletter; hier erscheinen die Zahlen.",
}
