import type { Wording } from "../../../../src/core/reports/in-other-words"

/** Mailings, their checklist, store e-mails, custom actions, templates. */
export const mailingsSaid: Wording[] = [
  ["It has a subject.", "Sie hat einen Betreff."],
  ["The subject is empty.", "Der Betreff ist leer."],
  ["The subject has {0} characters; inboxes take 255.", "Der Betreff hat {0} Zeichen; Postfächer nehmen 255."],
  [
    "Write a subject of one line; the first 40 characters are seen on a phone.",
    "Schreiben Sie einen Betreff von einer Zeile; auf dem Telefon sieht man die ersten 40 Zeichen.",
  ],
  ["It has a preview line.", "Sie hat eine Vorschauzeile."],
  [
    "There is no preview line; inboxes will show the first words of the mail.",
    "Es fehlt die Vorschauzeile; Postfächer zeigen dann die ersten Wörter der Mail.",
  ],
  [
    "Write one sentence that goes on where the subject ends.",
    "Schreiben Sie einen Satz, der weitergeht, wo der Betreff endet.",
  ],
  ["It has content.", "Sie hat Inhalt."],
  ["Block {0}: {1}", "Block {0}: {1}"],
  ["{0} (and {1} more)", "{0} (und {1} weitere)"],
  ["The mail is empty.", "Die Mail ist leer."],
  ["Add a text, a picture or a button.", "Fügen Sie einen Text, ein Bild oder einen Knopf hinzu."],
  ["A picture has no address.", "Ein Bild hat keine Adresse."],
  ["Choose the picture, or remove the block.", "Wählen Sie das Bild, oder entfernen Sie den Block."],
  ["A picture has no description.", "Ein Bild hat keine Beschreibung."],
  [
    "Say in a few words what it shows: many inboxes show the words first.",
    "Sagen Sie in wenigen Worten, was es zeigt: Viele Postfächer zeigen zuerst die Worte.",
  ],
  ["A button leads nowhere.", "Ein Knopf führt nirgendwohin."],
  ["Give it a link, or remove the block.", "Geben Sie ihm einen Link, oder entfernen Sie den Block."],
  ["A button has no words on it.", "Auf einem Knopf steht nichts."],
  ["Write what happens on a click.", "Schreiben Sie, was bei einem Klick geschieht."],
  [
    "It is about no topic: everybody who subscribed to e-mail may get it.",
    "Sie gehört zu keinem Thema: Alle, die E-Mails abonniert haben, dürfen sie bekommen.",
  ],
  ['It goes to the topic "{0}".', "Sie geht an das Thema „{0}“."],
  [
    'It is about the topic "{0}": who does not subscribe to it falls out.',
    "Sie gehört zum Thema „{0}“: Wer es nicht abonniert hat, fällt heraus.",
  ],
  ['The topic "{0}" is archived.', "Das Thema „{0}“ ist archiviert."],
  ["No topic is chosen.", "Es ist kein Thema gewählt."],
  ["Choose the topic whose subscribers get this mail.", "Wählen Sie das Thema, dessen Abonnenten diese Mail bekommen."],
  ["Nobody is chosen.", "Niemand ist gewählt."],
  ["Choose segments or lists, or everybody.", "Wählen Sie Segmente oder Listen, oder alle."],
  ["Nobody is picked.", "Niemand ist herausgesucht."],
  [
    "Tick people in the contact list and write to them from there.",
    "Haken Sie Personen in der Kontaktliste an und schreiben Sie ihnen von dort.",
  ],
  [
    "{0} people are picked; a serial mail goes to {1} at most.",
    "{0} Personen sind herausgesucht; eine Serienmail geht an höchstens {1}.",
  ],
  [
    "Put them onto a list and make it a targeted mail.",
    "Setzen Sie sie auf eine Liste und machen Sie eine gezielte Mail daraus.",
  ],
  ['"{0}" is both taken and left out.', "„{0}“ ist zugleich dabei und ausgenommen."],
  ["Take it out of one of the two.", "Nehmen Sie es aus einem von beiden heraus."],
  ["Counting the recipients takes too long to wait for.", "Das Zählen der Empfänger dauert zu lange."],
  [
    "It can be sent; a simpler segment is counted faster.",
    "Sie kann gesendet werden; ein einfacheres Segment ist schneller gezählt.",
  ],
  ["1 person gets it.", "1 Person bekommt sie."],
  [
    "{0} takes about {1} mails a day; this one would take {2} days.",
    "{0} nimmt etwa {1} Mails am Tag an; diese würde {2} Tage dauern.",
  ],
  [
    "Enter its daily limit in Settings → Speed, or send through a service for many mails.",
    "Tragen Sie dessen Tagesgrenze unter Einstellungen → Tempo ein, oder senden Sie über einen Dienst für viele Mails.",
  ],
  ["At your limits this takes {0} days.", "Bei Ihren Grenzen dauert das {0} Tage."],
  [
    "Raise them in Settings → Speed if your mail server allows it, or send to fewer people.",
    "Erhöhen Sie sie unter Einstellungen → Tempo, wenn Ihr Mailserver das zulässt, oder schreiben Sie weniger Leuten.",
  ],
  ["{0} people get it.", "{0} Personen bekommen sie."],
  [
    "{0} of {1} people get it; the others fall out, each for a reason.",
    "{0} von {1} Personen bekommen sie; die anderen fallen heraus, jede aus einem Grund.",
  ],
  ["Nobody is subscribed to it yet.", "Noch niemand hat es abonniert."],
  ['Nobody is subscribed to it yet ("{0}").', "Noch niemand hat es abonniert („{0}“)."],
  ["Nobody is in it.", "Niemand ist darin."],
  ['Nobody is in it ("{0}").', "Niemand ist darin („{0}“)."],
  ["None of {0} people may get it.", "Keine von {0} Personen darf sie bekommen."],
  ["Wait for sign-ups, or choose another topic.", "Warten Sie auf Anmeldungen, oder wählen Sie ein anderes Thema."],
  ["Choose other people.", "Wählen Sie andere Personen."],
  ["It comes from {0}.", "Sie kommt von {0}."],
  ["The sender has no address.", "Der Absender hat keine Adresse."],
  [
    "Fill in the from-address in Settings → Sender.",
    "Tragen Sie die Absenderadresse unter Einstellungen → Absender ein.",
  ],
  ["The footer carries your postal address.", "Die Fußzeile trägt Ihre Postanschrift."],
  [
    "There is no postal address; the law asks for one in every marketing mail.",
    "Es fehlt die Postanschrift; das Gesetz verlangt sie in jeder Werbemail.",
  ],
  [
    "Fill in the postal address in Settings → Sender.",
    "Tragen Sie die Postanschrift unter Einstellungen → Absender ein.",
  ],
  ["This mailing cannot be sent yet. {0}", "Diese Aussendung kann noch nicht gesendet werden. {0}"],
  ["This mailing is {0}. {1}", "Diese Aussendung ist „{0}“. {1}"],
  [
    "Only drafts and scheduled mailings can be changed; duplicate it to send something else.",
    "Nur Entwürfe und geplante Aussendungen lassen sich ändern; verdoppeln Sie sie, um etwas anderes zu senden.",
  ],
  [
    "Only drafts can be deleted; take a scheduled mailing back first.",
    "Nur Entwürfe lassen sich löschen; nehmen Sie eine geplante Aussendung zuerst zurück.",
  ],
  [
    "Only drafts and scheduled mailings can be sent; duplicate it to send it again.",
    "Nur Entwürfe und geplante Aussendungen lassen sich senden; verdoppeln Sie sie, um sie noch einmal zu senden.",
  ],
  [
    "Only drafts and scheduled mailings can be scheduled.",
    "Nur Entwürfe und geplante Aussendungen lassen sich planen.",
  ],
  ["Only a scheduled mailing can be taken back.", "Nur eine geplante Aussendung lässt sich zurücknehmen."],
  ["Only a mailing that is going out can be paused.", "Nur eine laufende Aussendung lässt sich anhalten."],
  ["Only a paused mailing can go on.", "Nur eine angehaltene Aussendung kann weitergehen."],
  ["Only a mailing that is going out can be stopped.", "Nur eine laufende Aussendung lässt sich stoppen."],
  [
    "Only a mailing of which nothing has left can be taken back; pause or stop it.",
    "Nur eine Aussendung, von der noch nichts hinaus ist, lässt sich zurückholen; halten Sie sie an oder beenden Sie sie.",
  ],
  [
    "Only a mailing that is not over can keep to other hours.",
    "Nur eine Aussendung, die nicht vorbei ist, kann sich an andere Stunden halten.",
  ],
  [
    "Pause it first; what has not left yet then gets the new text.",
    "Halten Sie sie zuerst an; was noch nicht hinaus ist, bekommt dann den neuen Text.",
  ],
  [
    "Only a mailing that is over can go into the archive; delete a draft, stop one that goes out.",
    "Nur eine Aussendung, die vorbei ist, kann ins Archiv; löschen Sie einen Entwurf, beenden Sie eine laufende.",
  ],
  [
    "Wait until it is over; then those whom it did not reach are known.",
    "Warten Sie, bis sie vorbei ist; dann ist bekannt, wen sie nicht erreicht hat.",
  ],
  [
    "The time in which it could be taken back is over: it goes out. Pause it or stop it.",
    "Die Zeit, in der sie zurückgeholt werden konnte, ist vorbei: Sie geht hinaus. Halten Sie sie an oder beenden Sie sie.",
  ],
  [
    '"not_later_than" is {0}, but it only begins at {1}. Choose a later end.',
    "„Nicht später als“ ist {0}, sie beginnt aber erst um {1}. Wählen Sie ein späteres Ende.",
  ],
  [
    'Its "not later than" ({0}) is over before it begins. Choose a later end, or an earlier time.',
    "Ihr „Nicht später als“ ({0}) ist vorbei, bevor sie beginnt. Wählen Sie ein späteres Ende oder eine frühere Zeit.",
  ],
  ["Its “not later than” is over before it begins.", "Ihr „Nicht später als“ ist vorbei, bevor sie beginnt."],
  [
    "Choose a later end, or none, under “When it may go”.",
    "Wählen Sie unter „Wann sie gehen darf“ ein späteres Ende oder keines.",
  ],
  [
    "A mailing with variants cannot be corrected: which of them won would mean nothing. Stop it and send a duplicate to those who did not get it.",
    "Eine Aussendung mit Varianten lässt sich nicht berichtigen: Welche gewonnen hat, würde nichts mehr besagen. Beenden Sie sie und senden Sie an alle, die sie nicht bekamen, ein Duplikat.",
  ],
  [
    "What it has left waiting is still being taken back. Try again in a minute.",
    "Was noch wartet, wird gerade zurückgenommen. Versuchen Sie es in einer Minute wieder.",
  ],
  [
    "A {0} mailing is for certain people; only newsletters stand in a topic's archive.",
    "Diese Aussendung ist für bestimmte Menschen; nur Newsletter stehen im Archiv eines Themas.",
  ],
  ["There is nobody left whom it did not reach ({0}).", "Es ist niemand mehr übrig, den sie nicht erreicht hat."],
  [
    '"from" {0} and "to" {1} must be days in their order, at most {2} apart.',
    "„Von“ {0} und „bis“ {1} müssen Tage in ihrer Reihenfolge sein, höchstens {2} auseinander.",
  ],
  [
    'Topic "{0}" is internal: its newsletters cannot stand in a public archive. Make it public first.',
    "Thema „{0}“ ist intern: Seine Newsletter können nicht in einem öffentlichen Archiv stehen. Machen Sie es zuerst öffentlich.",
  ],
  [
    "The time {0}lies in the past. Choose a later one, or send it now.",
    "Die Zeit {0}liegt in der Vergangenheit. Wählen Sie eine spätere, oder senden Sie jetzt.",
  ],
  ['There is no mailing "{0}".', "Es gibt keine Aussendung „{0}“."],
  [
    "This mailing was changed meanwhile: revision {0} is old, {1} is current. Load it again; what you wrote is still in this window.",
    "Diese Aussendung wurde inzwischen geändert: Stand {0} ist alt, {1} ist aktuell. Laden Sie sie neu; was Sie geschrieben haben, steht noch in diesem Fenster.",
  ],
  [
    '"is_tracked" needs "is_copy_kept": tracking needs a saved copy. Switch the copy on, or tracking off.',
    "Die Messung braucht eine aufbewahrte Kopie. Schalten Sie die Kopie ein oder die Messung aus.",
  ],
  ['"{0}" must be one line without control characters.', "„{0}“ muss eine Zeile ohne Steuerzeichen sein."],
  ['"subject" has {0} characters; 255 is the most.', "Der Betreff hat {0} Zeichen; 255 sind das Höchste."],
  ["It cannot go on: {0}", "Es geht nicht weiter: {0}"],
  [
    'There is no automation "{0}". It may have been deleted.',
    "Es gibt keine Automatik „{0}“. Vielleicht wurde sie gelöscht.",
  ],
  [
    '"{0}" ({1}) is no custom action; only its settings can be changed.',
    "„{0}“ ({1}) ist keine eigene Aktion; nur ihre Einstellungen lassen sich ändern.",
  ],
  [
    'order_id "{0}": the shop has no such order. Leave it out for the last one.',
    "Der Shop hat keine Bestellung „{0}“. Lassen Sie das Feld leer für die letzte.",
  ],
  [
    'There is no custom action "{0}". It may have been deleted.',
    "Es gibt keine eigene Aktion „{0}“. Vielleicht wurde sie gelöscht.",
  ],
  ['There is no store e-mail "{0}".', "Es gibt keine Shop-Mail „{0}“."],
  ["No order of this shop matches yet.", "Noch passt keine Bestellung dieses Shops."],
  ["{0} of {1} lines match.", "{0} von {1} Positionen passen."],
  ["Nobody would be told.", "Niemand würde benachrichtigt."],
  [
    'Nobody would be told: no address in "to" was found for these lines.',
    "Niemand würde benachrichtigt: Für diese Positionen fand sich keine Adresse in „An“.",
  ],
  ["{0} mail would go to {1}.", "{0} Mail ginge an {1}."],
  ["{0} mails would go to {1}.", "{0} Mails gingen an {1}."],
  ["give it a name", "geben Sie ihr einen Namen"],
  ["say in a few words what it is about", "sagen Sie in wenigen Worten, worum es geht"],
  ["choose at least one", "wählen Sie mindestens eines"],
  ["add at least one recipient", "fügen Sie mindestens einen Empfänger hinzu"],
  ['add at least one recipient in "to"', "fügen Sie unter „An“ mindestens einen Empfänger hinzu"],
  ['Node "{0}" stands there twice.', "Der Schritt „{0}“ steht zweimal da."],
  [
    'Node "{0}" leads to "{1}", which is not there. Point it to one of: {2}.',
    "Der Schritt „{0}“ führt zu „{1}“, den es nicht gibt. Wählen Sie einen von: {2}.",
  ],
  ['Node "{0}" leads back to itself without a wait.', "Der Schritt „{0}“ führt ohne Wartezeit zu sich zurück."],
  ['There is no template "{0}".', "Es gibt keine Vorlage „{0}“."],
  ['There is no template version "{0}".', "Es gibt keine Vorlagenfassung „{0}“."],
  [
    'Template "{0}" has no version {1}. See its versions.',
    "Die Vorlage „{0}“ hat keine Fassung {1}. Sehen Sie ihre Fassungen an.",
  ],
  [
    'Template "{0}" has no published version. Restart the store; the first start publishes the built-in templates.',
    "Die Vorlage „{0}“ hat keine veröffentlichte Fassung. Starten Sie den Shop neu; der erste Start veröffentlicht die eingebauten Vorlagen.",
  ],
  [
    'The template "{0}" is not published yet: a process with worker mode shared or worker does that when it starts.',
    "Die Vorlage „{0}“ ist noch nicht veröffentlicht: Das tut ein Prozess im Worker-Modus „shared“ oder „worker“ beim Start.",
  ],
  [
    "Only a built-in template can be reset; an own one has earlier versions to go back to.",
    "Nur eine eingebaute Vorlage lässt sich zurücksetzen; eine eigene hat frühere Fassungen.",
  ],
  [
    "A built-in template cannot be deleted; switch its e-mail off in Store e-mails instead.",
    "Eine eingebaute Vorlage lässt sich nicht löschen; schalten Sie stattdessen ihre Mail unter Shop-Mails aus.",
  ],
  [
    '"name" is empty: give the template a name to find it by.',
    "Der Name ist leer: Geben Sie der Vorlage einen, unter dem man sie findet.",
  ],
  [
    "This template was changed meanwhile: revision {0} is old, {1} is current. Load it again; what you wrote is still in this window.",
    "Diese Vorlage wurde inzwischen geändert: Stand {0} ist alt, {1} ist aktuell. Laden Sie sie neu; was Sie geschrieben haben, steht noch in diesem Fenster.",
  ],
  [
    'Block "{0}" ({1}) makes this service e-mail advertising, which only subscribers may get. Take it out, or put it into a newsletter.',
    "Block „{0}“ ({1}) macht aus dieser Servicemail Werbung, die nur Abonnenten bekommen dürfen. Nehmen Sie ihn heraus, oder setzen Sie ihn in einen Newsletter.",
  ],
  [
    'There is no {0} "{1}" to preview with. Choose another one.',
    "Es gibt kein „{1}“ ({0}) für die Vorschau. Wählen Sie etwas anderes.",
  ],
  [
    "Products have prices only in a process that runs in the shop.",
    "Preise der Produkte gibt es nur in einem Prozess, der im Shop läuft.",
  ],
  ["Pictures can be added only where the shop runs.", "Bilder lassen sich nur dort hinzufügen, wo der Shop läuft."],
  ["The file is empty: send the picture's bytes as the body of the request.", "Die Datei ist leer."],
  [
    "The picture has more than {0} MB. Make it smaller: mails show 1,200 pixels at most.",
    "Das Bild hat mehr als {0} MB. Verkleinern Sie es: Mails zeigen höchstens 1.200 Pixel.",
  ],
  [
    "This is no PNG, JPEG, GIF or WebP picture. Mail programs show no others.",
    "Das ist kein PNG-, JPEG-, GIF- oder WebP-Bild. Andere zeigen Mailprogramme nicht.",
  ],
  [
    "The picture has {0} × {1} pixels; {2} each way is the most.",
    "Das Bild hat {0} × {1} Pixel; {2} je Richtung sind das Höchste.",
  ],
  ['There is no picture "{0}" in the library.', "Es gibt in der Bibliothek kein Bild „{0}“."],
  ['The document\'s "{0}" is {1}: {2}', "„{0}“ im Inhalt ist {1}: {2}"],
  ["The {0} cannot be read as Liquid: {1}", "Der Teil „{0}“ ist kein lesbares Liquid: {1}"],
  [
    "An address that begins with a variable is not closed: {0}",
    "Eine Adresse, die mit einer Variablen beginnt, ist nicht geschlossen: {0}",
  ],
  [
    '"{0}" is not an address that a mail may hold. Use https://, mailto: or tel:.',
    "„{0}“ ist keine Adresse, die eine Mail enthalten darf. Nehmen Sie https://, mailto: oder tel:.",
  ],
  ['The address "{0}…" is longer than {1} characters.', "Die Adresse „{0}…“ ist länger als {1} Zeichen."],
  [
    '"{0}" holds a user name or password: take it out.',
    "„{0}“ enthält einen Benutzernamen oder ein Passwort: Nehmen Sie es heraus.",
  ],
  [
    "An embedded picture may have 50 kB; upload it instead.",
    "Ein eingebettetes Bild darf 50 kB haben; laden Sie es stattdessen hoch.",
  ],
  [
    "The template took too long to render. It probably loops without an end.",
    "Die Vorlage brauchte zu lange. Wahrscheinlich läuft eine Schleife ohne Ende.",
  ],
  [
    "The template needs more memory than one mail may have.",
    "Die Vorlage braucht mehr Speicher, als eine Mail haben darf.",
  ],
  ["The rendered mail is larger than one mail may be.", "Die fertige Mail ist größer, als eine Mail sein darf."],
  [
    "The attribute {0} of <{1}> is not allowed in a mail.",
    "Das Attribut {0} von <{1}> ist in einer Mail nicht erlaubt.",
  ],
  [
    "Put the value of {0} in quotes: {1} would fall apart.",
    "Setzen Sie den Wert von {0} in Anführungszeichen: {1} würde zerfallen.",
  ],
  ["This style could run code: {0}", "Dieser Stil könnte Code ausführen: {0}"],
  ["<{0}> is not allowed in a mail.", "<{0}> ist in einer Mail nicht erlaubt."],
  ["{0} cannot stand in {1}.", "{0} darf nicht in {1} stehen."],
  ["Line {0}: {1}", "Zeile {0}: {1}"],
  ["A mail-out has no audience of its own.", "Eine Aussendung aus dem Mailprogramm hat kein eigenes Publikum."],
  [
    "A mail-out is written in your own mail program; it cannot be changed here.",
    "Eine Aussendung aus dem Mailprogramm wird dort geschrieben; hier lässt sie sich nicht ändern.",
  ],
]
