import type * as en from "../en/contacts"
import type { Translated } from "../translated"

export const contacts: Translated<typeof en.contacts> = {
  hint: "Alle, die der Shop mit einer E-Mail-Adresse kennt, und ob Sie ihnen schreiben dürfen.",
  searchPlaceholder: "Adresse oder ihr Anfang",
  empty: "Noch niemand",
  emptyHint: "Kunden, Gäste mit Bestellung und Newsletter-Anmeldungen erscheinen hier.",
  nobody: "Niemand hat eine solche Adresse",
  nobodyHint: "Suchen Sie nach dem Anfang der Adresse, mindestens drei Buchstaben.",
  name: "Name",
  email: "E-Mail",
  state: "E-Mail-Stand",
  language: "Sprache",
  lastBought: "Letzter Kauf",
  lastSeen: "Letztes Lebenszeichen",
  toCustomer: "Kundenseite",
  erased: "(gelöscht)",
  mails: "E-Mails an diese Person",
  activities: "Aktivitäten",
  noActivities: "Noch nichts.",
  type: "Art",
  feature: "Funktion",
  actionFeature: "Aktionsfunktion",
  block: "Nie wieder schreiben",
  blockTitle: "Diese Adresse sperren?",
  blockDescription: "An {{email}} geht gar nichts mehr, auch keine Belege, bis jemand die Sperre aufhebt.",
  blockConfirm: "Sperren",
  blocked: "Gesperrt.",
  lift: "Aufheben",
  liftTitle: "Diese Sperre aufheben?",
  liftDescription:
    "„{{reason}}“. Dann dürfen wieder Mails an diese Adresse. Heben Sie sie nur auf, wenn Sie wissen, warum das nicht mehr stimmt.",
  lifted: "Aufgehoben.",
  liftReason: "Von Hand im Admin aufgehoben",
  suppressions: "Sperren",
  since: "seit {{at}}",
  scope: { all: "alle Mails", marketing: "Werbung", topic: "ein Thema" },
  widgetTitle: "Wem dürfen Sie schreiben?",
  widgetHint: "Mailroom weiß für jede Person, ob Werbung erlaubt ist, und warum.",
  widgetButton: "E-Mail-Stände",
}

export const dispatches: Translated<typeof en.dispatches> = {
  choose: "Aussendung",
}
