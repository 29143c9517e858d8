import type { Wording } from "../../../../src/core/reports/in-other-words"

/** What is looked at before a mailing goes: checklist, signs of spam, everybody's mail. */
export const beforeSendSaid: Wording[] = [
  ["It is sent in the name of your own domain {0}.", "Sie geht im Namen Ihrer eigenen Domain {0} hinaus."],
  ["There is no sender domain yet.", "Es gibt noch keine Absender-Domain."],
  [
    "{0} lets nobody else send in its name: most of these mails would be refused or land in spam.",
    "{0} lässt niemand anderen in ihrem Namen senden: Die meisten dieser Mails würden abgelehnt oder als Spam abgelegt.",
  ],
  [
    "Use an address of your own domain in Settings → Sender, with SPF, DKIM and DMARC set up.",
    "Nehmen Sie in Einstellungen → Absender eine Adresse Ihrer eigenen Domain, mit eingerichtetem SPF, DKIM und DMARC.",
  ],
  ["There is no link in it.", "Sie enthält keinen Link."],
  ["Its link leads somewhere.", "Ihr Link führt irgendwohin."],
  ["Its {0} links lead somewhere.", "Ihre {0} Links führen irgendwohin."],
  ["1 link leads nowhere.", "1 Link führt nirgendwohin."],
  ["{0} links lead nowhere.", "{0} Links führen nirgendwohin."],
  ["Give it a whole address that begins with https://.", "Geben Sie ihm eine ganze Adresse, die mit https:// beginnt."],
  [
    "Everybody can unsubscribe with one click: the link is in the footer by itself.",
    "Jeder kann sich mit einem Klick abmelden: Der Link steht von selbst in der Fußzeile.",
  ],
  ["No sign of spam.", "Kein Anzeichen von Spam."],
  ["{0} of {1} spam points.", "{0} von {1} Spam-Punkten."],
  [
    "{0} of {1} spam points: it looks a little like spam.",
    "{0} von {1} Spam-Punkten: Sie sieht ein wenig nach Spam aus.",
  ],
  [
    "{0} spam points, {1} are too many: sent like this, nobody gets it.",
    "{0} Spam-Punkte, {1} sind zu viele: So gesendet, bekommt sie niemand.",
  ],
  [
    "Mend the signs under “Signs of spam”, or say there why it may go all the same.",
    "Beheben Sie die Anzeichen unter „Anzeichen von Spam“, oder sagen Sie dort, warum sie trotzdem gehen darf.",
  ],
  ['{0} spam points; it goes all the same: "{1}"', "{0} Spam-Punkte; sie geht trotzdem: „{1}“"],
  ["The signs stand under “Signs of spam”.", "Die Anzeichen stehen unter „Anzeichen von Spam“."],
  [
    "Likely spam: {0} points, {1} are too many. Nobody got it.",
    "Wahrscheinlich Spam: {0} Punkte, {1} sind zu viele. Niemand hat sie bekommen.",
  ],
  [
    '"reason" has {0} characters; it takes 3 to {1}. Say why it may go although it looks like spam.',
    "„reason“ hat {0} Zeichen; es dürfen 3 bis {1} sein. Sagen Sie, warum sie gehen darf, obwohl sie nach Spam aussieht.",
  ],
  ["No test was sent yet.", "Es wurde noch kein Test gesendet."],
  [
    "Send one to yourself and open it on a telephone, too.",
    "Senden Sie sich einen, und öffnen Sie ihn auch auf einem Telefon.",
  ],
  ["A test was sent since the last change.", "Seit der letzten Änderung wurde ein Test gesendet."],
  [
    "A test was sent since the last change, and somebody has opened it.",
    "Seit der letzten Änderung wurde ein Test gesendet, und jemand hat ihn geöffnet.",
  ],
  ["A test is on its way.", "Ein Test ist unterwegs."],
  ["The last test did not go out.", "Der letzte Test ging nicht hinaus."],
  ["Its page in the Outbox says why.", "Seine Seite im Postausgang sagt, warum."],
  [
    "Open it, on a telephone, too, and tick it off here.",
    "Öffnen Sie ihn, auch auf einem Telefon, und haken Sie ihn hier ab.",
  ],
  [
    "There is no test of what it says now. Send one, open it, then say that it is right.",
    "Es gibt keinen Test von dem, was jetzt darin steht. Senden Sie einen, öffnen Sie ihn, und sagen Sie dann, dass er stimmt.",
  ],
  ["The last test is older than the last change.", "Der letzte Test ist älter als die letzte Änderung."],
  ["Send another one and open it.", "Senden Sie noch einen, und öffnen Sie ihn."],
  ["The mails of all recipients were not checked yet.", "Die Mails aller Empfänger wurden noch nicht geprüft."],
  ["The check of all mails has failed.", "Die Prüfung aller Mails ist gescheitert."],
  [
    "The mails of all recipients are being checked: {0} of {1}.",
    "Die Mails aller Empfänger werden geprüft: {0} von {1}.",
  ],
  ["All mails were checked, but before the last change.", "Alle Mails wurden geprüft, aber vor der letzten Änderung."],
  ["Its mail is in order.", "Ihre Mail ist in Ordnung."],
  ["All {0} mails are in order.", "Alle {0} Mails sind in Ordnung."],
  ["Something was found in {0} of {1} mails.", "In {0} von {1} Mails wurde etwas gefunden."],
  ["Press “Check everybody’s mail”.", "Drücken Sie „Alle Mails prüfen“."],
  ["Wait for it, or send without it.", "Warten Sie darauf, oder senden Sie ohne sie."],
  [
    "Look at the worst of them under “Everybody’s mail”.",
    "Sehen Sie die schlimmsten davon unter „Die Mail jedes Einzelnen“ an.",
  ],
  [
    "This mailing is {0}: all its mails are checked before it goes, not after.",
    "Diese Aussendung ist {0}: Alle ihre Mails werden geprüft, bevor sie geht, nicht danach.",
  ],
  [
    "It is for nobody yet: choose who gets it, then all their mails can be checked.",
    "Sie ist noch für niemanden: Wählen Sie, wer sie bekommt, dann lassen sich alle Mails prüfen.",
  ],
  ["must be one of {0}", "muss eines von {0} sein"],
]
