import type * as en from "../en/outbox"
import type { Translated } from "../translated"

export const outbox: Translated<typeof en.outbox> = {
  hint: "Jede ausgehende Mail: an wen, warum, und was daraus wurde.",
  to: "An",
  toWhom: "An {{to}}",
  subject: "Betreff",
  type: "Art",
  status: "Status",
  when: "Wann",
  erased: "(gelöscht)",
  anyStatus: "Jeder Status",
  anyType: "Jede Art",
  anyStar: "Jeder Stern",
  searchLabel: "Nach E-Mail-Adresse suchen",
  searchPlaceholder: "Adresse oder ihr Anfang",
  empty: "Noch keine Mail",
  emptyHint: "Sobald im Shop etwas geschieht oder Sie einen Newsletter senden, erscheint hier jede Mail.",
  nothingFound: "Keine solche Mail",
  nothingFoundHint:
    "Lockern Sie die Filter, oder fragen Sie oben nach Person oder Bestellung: Die Antwort sagt auch, warum es keine Mail gibt.",
}

export const ask: Translated<typeof en.ask> = {
  title: "„Ich habe nichts bekommen“",
  hint: "Fragen Sie nach E-Mail-Adresse oder Bestellnummer. Sie bekommen auch dann eine Antwort, wenn es keine Mail gibt, und einen Text für den Kunden.",
  label: "E-Mail-Adresse oder Bestellnummer",
  placeholder: "ada@example.com oder #1042",
  button: "Fragen",
  about: "Zu {{who}}",
  aboutOrder: "Zu Bestellung {{order}}",
  order: "Bestellung #{{number}}",
  showMail: "Mail zeigen",
  readyText: "Ein Text für den Kunden",
}

export const message: Translated<typeof en.message> = {
  why: "Warum",
  noReason: "Nichts hat sie aufgehalten.",
  serverSaid: "Was der empfangende Server sagte",
  queueId: "Seine Nummer für diese Mail: {{id}}",
  resendOf: "Dies ist eine Wiederholung; zur ersten",
  resentAs: "Noch einmal gesendet an {{to}}: {{status}}",
  body: "Die Mail",
  rebuilt: "wiederhergestellt",
  redacted: "Diese Mail ist vertraulich",
  redactedHint: "Links für Passwörter und Einladungen sieht niemand außer dem Empfänger.",
  notKept: "Es wurde keine Kopie aufbewahrt",
  notKeptHint:
    "Schalten Sie „Kopie aufbewahren“ dort ein, wo diese Mail herkommt; dann können Sie die nächsten hier lesen.",
  events: "Was zurückkam",
  noEvents: "Noch nichts.",
  links: "Links",
  clicks: "Menschen: {{human}} · Maschinen: {{machine}}",
  facts: "Einzelheiten",
  source: "Kommt von",
  about: "Betrifft",
  planned: "Geplant",
  settled: "Erledigt",
  due: "Fällig",
  lanePaused: "angehalten",
  attempts: "Versuche",
  template: "Vorlage",
  tracking: "Verfolgen",
  pixel: { none: "Kein Pixel", aggregate: "Anonymer Pixel", personal: "Persönlicher Pixel" },
  cancel: "Diese Mail stornieren",
  cancelTitle: "Diese Mail stornieren?",
  cancelDescription: "Sie wartet noch und wird dann nicht gesendet. Das lässt sich nicht zurücknehmen.",
  cancelled: "Die Mail ist storniert.",
  resend: "Noch einmal senden",
  resendHint:
    "Dieselbe Mail geht noch einmal hinaus, als neue mit eigener Zeile im Postausgang. Berichtigen Sie die Adresse, wenn sie falsch getippt war.",
  address: "Adresse",
  otherAddress: "Diese eine Mail geht an die berichtigte Adresse; der Datensatz des Kunden bleibt, wie er ist.",
  sendAgain: "Noch einmal senden",
  resent: "Sie geht noch einmal hinaus.",
}

export const person: Translated<typeof en.person> = {
  mails: "E-Mails an diese Person",
  toOutbox: "Im Postausgang",
  noMails: "Noch keine Mail an diese Person",
  noMailsHint: "Belege, Newsletter und alles andere an diese Person erscheint hier.",
  state: "E-Mail-Stand",
  unknown: "Mailroom noch nicht bekannt",
  unknownHint: "Die Person erscheint mit der ersten Bestellung, Anmeldung oder Mail.",
  tracking: "Verfolgen",
  topics: "Themen",
  since: "Seit {{at}}",
  blocked: "Gesperrt",
  consentEnds: "Einwilligung endet am",
  lastSeen: "Letztes Lebenszeichen",
  toContact: "Mehr",
}

export const order: Translated<typeof en.order> = {
  mails: "E-Mails zu dieser Bestellung",
  broughtBy: "Zählt für:",
  none: "Keine Mail zu dieser Bestellung",
  noneHint:
    "Entweder sind die Mails unter Shop-Mails ausgeschaltet, oder die Bestellung ist älter als das Einschalten.",
}
