import type { Wording } from "../../../../src/core/reports/in-other-words"

/** A/B tests and control groups. */
export const variantsSaid: Wording[] = [
  ["Variants {0} and {1} are the same.", "Die Varianten {0} und {1} sind gleich."],
  [
    "Give one of them another subject, sender, content or time.",
    "Geben Sie einer davon einen anderen Betreff, Absender, Inhalt oder eine andere Uhrzeit.",
  ],
  ["Variant {0} has no subject.", "Variante {0} hat keinen Betreff."],
  ["Write one.", "Schreiben Sie einen."],
  ["The content of variant {0} is unfinished.", "Der Inhalt von Variante {0} ist nicht fertig."],
  [
    "Open the variant: a block has no link, no words or no picture.",
    "Öffnen Sie die Variante: Einem Baustein fehlt ein Link, ein Wort oder ein Bild.",
  ],
  [
    "The A/B test is decided by opens or clicks, but tracking is off.",
    "Der A/B-Test wird nach Öffnungen oder Klicks entschieden, aber die Messung ist aus.",
  ],
  ["Switch tracking on, or decide by orders.", "Schalten Sie die Messung ein, oder entscheiden Sie nach Bestellungen."],
  [
    "Variants at different times cannot go at each reader's own time.",
    "Varianten zu verschiedenen Uhrzeiten können nicht zur Ortszeit jedes Lesers gehen.",
  ],
  [
    "Send it at one moment for all, or take the times out of the test.",
    "Senden Sie sie zu einem Zeitpunkt für alle, oder nehmen Sie die Uhrzeiten aus dem Test.",
  ],
  [
    "Too few for the A/B test: each variant would reach {0} people in whom it can be seen.",
    "Zu wenige für den A/B-Test: Jede Variante käme zu {0} Leuten, bei denen man es sehen kann.",
  ],
  [
    "Give the test a larger share or fewer variants, decide by something more frequent, or take it out.",
    "Geben Sie dem Test einen größeren Anteil oder weniger Varianten, entscheiden Sie nach etwas Häufigerem, oder nehmen Sie ihn heraus.",
  ],
  [
    "A/B test: {0} people for each variant; a difference shows if the better one brings {1} more.",
    "A/B-Test: {0} Leute für jede Variante; ein Unterschied zeigt sich, wenn die bessere {1} mehr bringt.",
  ],
  [
    "A/B test: {0} people for each variant; a difference shows if one has {1} and the better one {2} or more.",
    "A/B-Test: {0} Leute für jede Variante; ein Unterschied zeigt sich, wenn eine {1} hat und die bessere {2} oder mehr.",
  ],
  [
    '"control_share" must be a whole number of percent from 0 to 50; {0} is none.',
    '"control_share" muss eine ganze Prozentzahl von 0 bis 50 sein; {0} ist keine.',
  ],
  [
    "Subject and preview line of variant {0} must be one line each, without control characters.",
    "Betreff und Vorschauzeile von Variante {0} müssen je eine Zeile ohne Steuerzeichen sein.",
  ],
  [
    "The content of variant {0} is not one that the editor knows.",
    "Den Inhalt von Variante {0} kennt der Editor nicht.",
  ],
  [
    "No A/B test runs in this mailing. Choose a variant while its test is running.",
    "In dieser Aussendung läuft kein A/B-Test. Wählen Sie eine Variante, solange ihr Test läuft.",
  ],
  [
    '"variant" must be a number from 1 to {0}; {1} is none of them.',
    '"variant" muss eine Zahl von 1 bis {0} sein; {1} ist keine davon.',
  ],
  [
    "Variant {0} was chosen already; the rest is getting it.",
    "Variante {0} wurde schon gewählt; der Rest bekommt sie.",
  ],
  [
    "This mailing is {0}: no variant can be chosen any more.",
    "Diese Aussendung ist {0}: Es kann keine Variante mehr gewählt werden.",
  ],
  ['must be a time of day such as "09:30"', "muss eine Uhrzeit wie „09:30“ sein"],
  ["must be the number of one of the variants", "muss die Nummer einer der Varianten sein"],
  [
    "is the mailing itself: change its subject, sender and content there",
    "ist die Aussendung selbst: Ändern Sie Betreff, Absender und Inhalt dort",
  ],
]
