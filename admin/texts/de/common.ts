import type { Translated } from "../translated"
import type * as en from "../en/common"

export const menu: Translated<typeof en.menu> = {
  mailroom: "Mailroom",
  newsletters: "Newsletter",
  reports: "Versandberichte",
  storeEmails: "Shop-Mails",
  customActions: "Eigene Aktionen",
  contacts: "Kontakte",
  outbox: "Postausgang",
  settings: "Einstellungen",
}

export const common: Translated<typeof en.common> = {
  somethingWentWrong:
    "Der Server des Shops hat nicht geantwortet. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  notDone: "Das hat nicht geklappt",
  couldNotRead: "Das konnte nicht geladen werden",
  notAllowed: "Das dürfen Sie nicht sehen",
  notAllowedHint: "Bitten Sie einen Administrator des Shops um das Recht, unter Mailroom → Einstellungen → Rechte.",
  tryAgain: "Noch einmal versuchen",
  unknown: "unbekannt",
  unknownHint: "Das kann noch niemand wissen: Dafür ist keine Rückmeldung angeschlossen. Es ist nicht null.",
  page: "Seite {{page}}",
  previous: "Zurück",
  next: "Weiter",
  save: "Speichern",
  saved: "Gespeichert",
  cancel: "Abbrechen",
  close: "Schließen",
  add: "Hinzufügen",
  removeOne: "{{name}} entfernen",
  edit: "Bearbeiten",
  delete: "Löschen",
  back: "Zurück",
  optional: "freiwillig",
  search: "Suchen",
  clear: "Filter löschen",
  on: "An",
  off: "Aus",
  never: "nie",
  preview: "Vorschau",
  desktop: "Computer",
  phone: "Telefon",
  language: "Sprache",
  addressPlaceholder: "name@example.com",
  notAnAddress: "„{{address}}“ ist keine E-Mail-Adresse. Sie braucht ein @ und keine Leerzeichen.",
  tooManyAddresses: "Höchstens {{max}} Adressen.",
  sendTest: "Test senden",
  sendTestTo: "Test senden an",
  sendTestHint: "Er geht nur an diese Adresse, ist als Test gekennzeichnet und zählt in keinem Bericht.",
  followTest: "Im Postausgang verfolgen",
  saveFirst: "Speichern Sie zuerst Ihre Änderungen.",
  testSent: "Der Test ist unterwegs an {{address}}.",
  lockedByDeveloper: "Von Ihrem Entwickler in medusa-config.ts festgelegt; hier nicht zu ändern.",
  noSubject: "(kein Betreff)",
}

export const star: Translated<typeof en.star> = {
  red: "Kein Pixel",
  grey: "Nicht gesehen",
  green: "Geöffnet",
  none: "Noch nicht",
  legend: "Stern",
  legendHint:
    "Grün gefüllt: von einem Menschen geöffnet. Grauer Umriss: Der Pixel ging mit, gesehen wurde niemand. Rot durchgestrichen: kein persönlicher Pixel ging mit. Wer Bilder blockiert, zählt nie.",
  because: {
    opened: "Von einem Menschen geöffnet. Zuerst: {{first}}. Zuletzt: {{last}}.",
    machine_open:
      "Nur eine Maschine hat sie geöffnet ({{at}}): Ein Mailprogramm lädt Bilder im Voraus. Ein Mensch wurde nicht gesehen.",
    no_open_seen: "Der Pixel ging mit; ein Mensch wurde beim Öffnen nicht gesehen. Wer Bilder blockiert, zählt nie.",
    track_off: "Kein persönlicher Pixel: Für diese Mail ist das Verfolgen aus.",
    no_tracking_consent: "Kein persönlicher Pixel: Diese Person hat dem Verfolgen nicht zugestimmt.",
    no_copy: "Kein persönlicher Pixel: Von dieser Mail wird keine Kopie aufbewahrt.",
    anonymous: "Nur ein anonymer Pixel ging mit: Er zählt Abrufe, keine Menschen.",
    not_sent: "Die Mail ist nicht hinausgegangen.",
  },
}
