import type { Wording } from "../../../../src/core/reports/in-other-words"

/** Attachments, direct mails, observer groups, linked products and orders. */
export const composerSaid: Wording[] = [
  [
    '"{0}" is of a kind that mail filters refuse. Attach one of {1}.',
    "„{0}“ ist von einer Art, die Mailfilter ablehnen. Hängen Sie eine von diesen an: {1}.",
  ],
  ['"{0}" is empty.', "„{0}“ ist leer."],
  ['"{0}" would be one too many: a mail takes {1} attachments.', "„{0}“ wäre zu viel: Eine Mail nimmt {1} Anhänge."],
  [
    '"{0}" has {1}; a mail takes {2}. Offer a link to it instead.',
    "„{0}“ hat {1}; eine Mail nimmt {2}. Bieten Sie stattdessen einen Link darauf an.",
  ],
  [
    '"{0}" has {1}, with the others {2}; a mail takes {3} in all. Offer a link to it instead.',
    "„{0}“ hat {1}, mit den anderen {2}; eine Mail nimmt zusammen {3}. Bieten Sie stattdessen einen Link darauf an.",
  ],
  [
    '"{0}" is not the {1} file that its name says. Save it anew.',
    "„{0}“ ist nicht die {1}-Datei, die ihr Name nennt. Speichern Sie sie neu.",
  ],
  ['"{0}" did not arrive whole. Try again.', "„{0}“ kam nicht ganz an. Versuchen Sie es noch einmal."],
  [
    '"{0}" does not fit beside what was attached meanwhile.',
    "„{0}“ passt nicht neben das, was inzwischen angehängt wurde.",
  ],
  [
    "Attachments can be changed while a mailing is a draft or scheduled; duplicate it to send something else.",
    "Anhänge kann man ändern, solange ein Mailing Entwurf oder geplant ist; duplizieren Sie es, um etwas anderes zu senden.",
  ],
  ["Files can be attached only where the shop runs.", "Dateien kann man nur dort anhängen, wo der Shop läuft."],
  ["A copy of {0} for the shop's own people.", "Eine Kopie von {0} für die eigenen Leute."],
  ["A letter that somebody wrote to this person.", "Ein Brief, den jemand an diese Person geschrieben hat."],
  ["It goes to {0}.", "Sie geht an {0}."],
  ["This person has no address that can be written to.", "Diese Person hat keine Adresse, an die man schreiben kann."],
  ["Nothing may be sent to {0}.", "An {0} darf nichts gesendet werden."],
  ["Enter an address on the contact's page.", "Tragen Sie auf der Seite des Kontakts eine Adresse ein."],
  [
    "Write to another address, or lift the block on the contact's page.",
    "Schreiben Sie an eine andere Adresse, oder heben Sie die Sperre auf der Seite des Kontakts auf.",
  ],
  [
    "This is no direct mail: send it as the mailing that it is.",
    "Das ist keine direkte Mail: Senden Sie es als das Mailing, das es ist.",
  ],
  [
    "A direct mail goes at once, by send-direct. To send it to several people, make it a serial mail.",
    "Eine direkte Mail geht sofort. Um sie mehreren zu senden, machen Sie eine Serienmail daraus.",
  ],
  [
    '"is_tracked" cannot be on in a direct mail: it is a letter. Make it a serial mail to track it.',
    "Eine direkte Mail wird nicht gemessen: Sie ist ein Brief. Machen Sie eine Serienmail daraus, um zu messen, wer öffnet und klickt.",
  ],
  [
    'customer_id is "{0}": the shop has no such customer with an e-mail address.',
    "Der Shop hat keinen Kunden „{0}“ mit einer E-Mail-Adresse.",
  ],
  [
    "customer_ids: the shop knows none of these {0} customers with an e-mail address.",
    "Der Shop kennt von diesen {0} Kunden keinen mit einer E-Mail-Adresse.",
  ],
  [
    'There is a group "{0}" already: choose another name.',
    "Eine Gruppe „{0}“ gibt es schon: Wählen Sie einen anderen Namen.",
  ],
  [
    '"emails" has {0} addresses; {1} is the most. Make it a segment or a list.',
    "Es sind {0} Adressen; {1} ist das Höchste. Machen Sie ein Segment oder eine Liste daraus.",
  ],
  ['The shop has no {0} "{1}" to link.', "Der Shop hat „{1}“ ({0}) nicht: Es lässt sich nicht verknüpfen."],
  [
    'The {0} "{1}" was not linked by hand. What stands in a product block goes with the block.',
    "„{1}“ ({0}) wurde nicht von Hand verknüpft. Was in einem Produktbaustein steht, geht mit dem Baustein.",
  ],
  ['There is no attachment "{0}".', "Einen Anhang „{0}“ gibt es nicht."],
  ['There is no observer group "{0}".', "Eine Beobachtergruppe „{0}“ gibt es nicht."],
  ['"format" must be one of {0}; "{1}" is none.', "„format“ muss eines von diesen sein: {0}; „{1}“ ist keines davon."],
]
