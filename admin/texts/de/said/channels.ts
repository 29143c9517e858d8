import type { Wording } from "../../../../src/core/reports/in-other-words"

/** SMS, push and cascades, and why something that was to leave Mailroom did not. */
export const channelsSaid: Wording[] = [
  [
    'This shop has no notification provider for "{0}". A developer adds one under modules in medusa-config.ts.',
    "Dieser Shop hat keinen Benachrichtigungs-Anbieter für „{0}“. Ein Entwickler trägt ihn in medusa-config.ts unter modules ein.",
  ],
  ["write the text", "schreiben Sie den Text"],
  ["write the title", "schreiben Sie den Titel"],
  ["each language once", "jede Sprache einmal"],
  ["each channel once", "jeden Kanal einmal"],
  ["at least two channels", "mindestens zwei Kanäle"],
  ["SMS sent", "SMS gesendet"],
  ["Push sent", "Push gesendet"],
  [
    "address is {0}: write the number with its country code, for example +49 170 1234567.",
    "address ist {0}: Schreiben Sie die Nummer mit Landesvorwahl, zum Beispiel +49 170 1234567.",
  ],
  [
    "The event was lost and found again later, so nobody knows whether silence had been asked for.",
    "Das Ereignis war verloren und wurde später gefunden, also weiß niemand, ob um Stille gebeten war.",
  ],
  [
    "It is about a password or the code of a gift card, which goes by mail only.",
    "Es geht um ein Passwort oder den Code eines Gutscheins; so etwas geht nur per E-Mail.",
  ],
  ["There is no telephone number that it could go to.", "Es gibt keine Telefonnummer, an die es gehen könnte."],
  [
    "There is no device and no customer account that it could go to.",
    "Es gibt kein Gerät und kein Kundenkonto, an das es gehen könnte.",
  ],
  ["The person never agreed to marketing on this channel.", "Die Person hat Werbung auf diesem Kanal nie zugestimmt."],
  [
    "The person took the agreement to marketing on this channel back.",
    "Die Person hat ihre Zustimmung zu Werbung auf diesem Kanal zurückgenommen.",
  ],
  ["It waits for the hours in which marketing may go.", "Es wartet auf die Stunden, in denen Werbung gehen darf."],
  ["The text came out empty.", "Der Text war am Ende leer."],
  ["The text cannot be read as Liquid.", "Der Text ist nicht als Liquid zu lesen."],
  [
    "The shop has no notification provider for this channel (any more).",
    "Der Shop hat für diesen Kanal keinen Benachrichtigungs-Anbieter (mehr).",
  ],
  [
    "The shop's notification provider did not take it.",
    "Der Benachrichtigungs-Anbieter des Shops hat es nicht angenommen.",
  ],
  [
    "The process ended while the provider had it: nobody knows whether it arrived.",
    "Der Prozess endete, als der Anbieter es hatte: Niemand weiß, ob es ankam.",
  ],
  [
    "All codes of this step together cost as much as they may.",
    "Alle Codes dieses Schritts zusammen kosten schon so viel, wie sie dürfen.",
  ],
  ["The shop could not be asked.", "Der Shop konnte nicht gefragt werden."],
  ["The webhook was deleted.", "Der Webhook wurde gelöscht."],
  ["The shop's code does not know this action (any more).", "Der Code des Shops kennt diese Aktion nicht (mehr)."],
  [
    "The settings do not fit what the shop's code expects.",
    "Die Einstellungen passen nicht zu dem, was der Code des Shops erwartet.",
  ],
  ["Another process took it over.", "Ein anderer Prozess hat es übernommen."],
  [
    "Nobody of those whom it was meant for is a user of this admin any more.",
    "Niemand von denen, für die es gedacht war, ist noch Benutzer dieser Verwaltung.",
  ],
  ["The words of the task cannot be read as Liquid.", "Die Worte der Aufgabe sind nicht als Liquid zu lesen."],
  ['Nothing here carries out "{0}".', "Hier gibt es nichts, was „{0}“ ausführt."],
  ["An entrant was taken over by another process.", "Jemand darin wurde von einem anderen Prozess übernommen."],
  [
    "Another occurrence of the same person has entered meanwhile.",
    "Ein anderes Ereignis derselben Person ist inzwischen eingetreten.",
  ],
  [
    "Another entry of the same person is being decided.",
    "Über einen anderen Eintritt derselben Person wird gerade entschieden.",
  ],
  ["A replay only looks, and wanted to {0}.", "Ein Durchspielen sieht nur zu und wollte {0}."],
  ["Files can be read only where the shop runs.", "Dateien sind nur dort zu lesen, wo der Shop läuft."],
  ["Message {0} may not be handed over any more.", "Mail {0} darf nicht mehr übergeben werden."],
  ["It failed.", "Es schlug fehl."],
  [
    "This notice has not gone out yet: it goes by itself.",
    "Diese Nachricht ist noch nicht hinausgegangen: Sie geht von selbst.",
  ],
  [
    "This notice is being worked on at this moment. Try again in a few seconds.",
    "An dieser Nachricht wird gerade gearbeitet. Versuchen Sie es in ein paar Sekunden noch einmal.",
  ],
  ["It was tried and did not work.", "Es wurde versucht und gelang nicht."],
  ["It was left out.", "Es wurde ausgelassen."],
  ["It ended with an SMS or a push.", "Es endete mit einer SMS oder einem Push."],
  ["One of the channels reached the person.", "Einer der Kanäle hat die Person erreicht."],
  ["No channel reached the person.", "Kein Kanal hat die Person erreicht."],
  ["There is nothing of that step.", "Von diesem Schritt gibt es nichts."],
]
