import type { Wording } from "../../../../src/core/reports/in-other-words"

/** Contacts, consent, suppression, topics, segments, imports. */
export const peopleSaid: Wording[] = [
  ['There is no contact "{0}".', "Es gibt keinen Kontakt „{0}“."],
  ['The topic "{0}" is archived.', "Das Thema „{0}“ ist archiviert."],
  ['This person is not subscribed to "{0}".', "Diese Person bekommt „{0}“ nicht."],
  [
    '"{0}" is internal: nobody can be asked for it by mail. Make it public, or put the person in.',
    "„{0}“ ist intern: Danach lässt sich niemand per Mail fragen. Machen Sie es öffentlich, oder tragen Sie die Person ein.",
  ],
  [
    "This address has got three confirmation mails today. Try again tomorrow.",
    "Diese Adresse hat heute schon drei Bestätigungsmails bekommen. Versuchen Sie es morgen wieder.",
  ],
  ["This contact has no address.", "Dieser Kontakt hat keine Adresse."],
  [
    "This address is blocked, or has complained. Ask for it by mail instead: then the person decides.",
    "Diese Adresse ist gesperrt oder hat sich beschwert. Fragen Sie stattdessen per Mail: Dann entscheidet die Person.",
  ],
  [
    "This person has left all marketing, and nobody else can take that back. Ask for it by mail instead: then the person decides.",
    "Diese Person hat alle Werbung abbestellt, und das kann niemand sonst zurücknehmen. Fragen Sie stattdessen per Mail: Dann entscheidet die Person.",
  ],
  [
    "This person has left this topic, and nobody else can take that back. Ask for it by mail instead: then the person decides.",
    "Diese Person hat dieses Thema abbestellt, und das kann niemand sonst zurücknehmen. Fragen Sie stattdessen per Mail: Dann entscheidet die Person.",
  ],
  ["This person is subscribed to this topic already.", "Diese Person bekommt dieses Thema schon."],
  [
    'basis "soft_opt_in" or "casl_implied_purchase" needs a purchase, and this person has none. Ask for it by mail instead: then the person decides.',
    "Diese Grundlage braucht einen Kauf, und diese Person hat nie gekauft. Fragen Sie stattdessen per Mail: Dann entscheidet die Person.",
  ],
  [
    "basis: an implied consent by CASL holds in Canada only, and this person is not known to live there.",
    "Diese Grundlage gilt nur in Kanada, und dass diese Person dort wohnt, ist nicht bekannt.",
  ],
  [
    'basis: in Canada say "casl_implied_purchase" instead of "soft_opt_in".',
    "In Kanada gilt das Soft-Opt-in nicht: Wählen Sie dort den Kauf als Grundlage.",
  ],
  [
    'basis "opt_out_country" holds only where the law asks for a way out alone. Ask for it by mail instead: then the person decides.',
    "Diese Grundlage gilt nur, wo das Gesetz allein eine Abmeldung verlangt. Fragen Sie stattdessen per Mail: Dann entscheidet die Person.",
  ],
  [
    "agreed_on: an implied consent of that day is over already.",
    "Eine stillschweigende Einwilligung von diesem Tag ist schon abgelaufen.",
  ],
  [
    "agreed_on is {0}: something newer is on file. See the timeline of this person.",
    "Nach diesem Tag ({0}) ist Neueres vermerkt. Sehen Sie im Verlauf dieser Person nach.",
  ],
  ['There is no contact field "{0}".', "Es gibt kein Kontaktfeld „{0}“."],
  ["This contact has no address that could be stopped.", "Dieser Kontakt hat keine Adresse, die sich sperren ließe."],
  ['This contact has no suppression "{0}".', "Dieser Kontakt hat keine Sperre „{0}“."],
  ['There is no suppression "{0}".', "Es gibt keine Sperre „{0}“."],
  ["It does not hold any more: nothing is left to be lifted.", "Sie gilt nicht mehr: Es gibt nichts mehr aufzuheben."],
  [
    "A complaint is lifted only by the person: by a new, confirmed subscription.",
    "Eine Beschwerde hebt nur die Person selbst auf: durch eine neue, bestätigte Anmeldung.",
  ],
  [
    "This is the person's own word. Only the person takes it back: by a new subscription, or on the preference page.",
    "Das hat die Person selbst gesagt. Nur sie nimmt es zurück: durch eine neue Anmeldung oder auf der Seite ihrer Einstellungen.",
  ],
  ["An erasure cannot be lifted.", "Eine Löschung lässt sich nicht aufheben."],
  [
    'topic_id is missing: scope "topic" stops one topic, say which.',
    "Es fehlt das Thema: Sagen Sie, welches gesperrt werden soll.",
  ],
  [
    "domain is {0}: give a whole domain such as example.com, without @ and without a path.",
    "{0} ist keine Domain: Geben Sie eine ganze an wie example.com, ohne @ und ohne Pfad.",
  ],
  ["Cannot suppress {0}: it is not an e-mail address.", "{0} lässt sich nicht sperren: Das ist keine E-Mail-Adresse."],
  ["must say why", "Sagen Sie, warum"],
  ["give either email or domain", "Geben Sie entweder eine E-Mail-Adresse oder eine Domain an"],
  [
    "E-mail address {0} was refused: {1}. Write one address such as name@example.com.",
    "Die E-Mail-Adresse {0} wurde abgelehnt: {1}. Schreiben Sie eine Adresse wie name@example.com.",
  ],
  ["no address was given", "es wurde keine angegeben"],
  [
    "it holds a line break or another control character",
    "sie enthält einen Zeilenumbruch oder ein anderes Steuerzeichen",
  ],
  ["it must be exactly one address with one @", "es muss genau eine Adresse mit einem @ sein"],
  [
    "the part before the @ holds a character that an address cannot hold",
    "der Teil vor dem @ enthält ein unzulässiges Zeichen",
  ],
  ["the part before the @ is longer than 64 bytes", "der Teil vor dem @ ist länger als 64 Bytes"],
  ["it is longer than 254 bytes", "sie ist länger als 254 Bytes"],
  ["the part after the @ is not a domain name", "der Teil nach dem @ ist kein Domainname"],
  ["the person asked to be forgotten", "die Person hat um Löschung gebeten"],
  [
    "This contact was erased: nothing is kept of it any more.",
    "Dieser Kontakt wurde gelöscht: Es ist nichts mehr von ihm da.",
  ],
  ["This person was erased before.", "Diese Person wurde schon gelöscht."],
  [
    "confirm is {0}, which is not this person's address. Type the address to erase for good.",
    "{0} ist nicht die Adresse dieser Person. Tippen Sie die Adresse ein, um endgültig zu löschen.",
  ],
  [
    "email: {0} belongs to a customer account of the shop. Change it on the customer's page; it follows here by itself.",
    "{0} gehört zu einem Kundenkonto des Shops. Ändern Sie sie auf der Seite des Kunden; hier folgt sie von selbst.",
  ],
  [
    'email is "{0}": it belongs to contact {1} already. Open that one instead.',
    "„{0}“ gehört schon zum Kontakt {1}. Öffnen Sie stattdessen diesen.",
  ],
  [
    "tags holds {0}: a tag has 1 to 60 characters and no comma or line break.",
    "{0} ist kein Schlagwort: Es hat 1 bis 60 Zeichen und weder Komma noch Zeilenumbruch.",
  ],
  ["tags: at most {0} of them.", "Höchstens {0} Schlagwörter."],
  ["tags: name at least one tag.", "Nennen Sie mindestens ein Schlagwort."],
  [
    'key is {0}: it must begin with a small letter and have at most 40 small letters, digits and underscores, for example "shoe_size".',
    "Der Schlüssel {0} geht nicht: Er beginnt mit einem Kleinbuchstaben und hat höchstens 40 Kleinbuchstaben, Ziffern und Unterstriche, zum Beispiel „shoe_size“.",
  ],
  [
    'key is "{0}": there is (or was) a field of that key already. Choose another key.',
    "Ein Feld mit dem Schlüssel „{0}“ gibt (oder gab) es schon. Wählen Sie einen anderen.",
  ],
  ["label is {0}: it must have 1 to 80 characters.", "Die Beschriftung {0} muss 1 bis 80 Zeichen haben."],
  [
    'choices are for a field of type "choice"; "{0}" is of type "{1}".',
    "Auswahlwerte hat nur ein Feld der Art „choice“; „{0}“ ist von der Art „{1}“.",
  ],
  [
    'choices: a field of type "choice" needs 1 to {0} of them.',
    "Ein Feld der Art „choice“ braucht 1 bis {0} Auswahlwerte.",
  ],
  [
    "choices holds {0} twice, empty or with spaces around it.",
    "Der Auswahlwert {0} steht doppelt da, ist leer oder hat Leerzeichen am Rand.",
  ],
  [
    'choices: contacts have the value {0} of "{1}". Change theirs first.',
    "Es gibt Kontakte mit dem Wert {0} von „{1}“. Ändern Sie diese zuerst.",
  ],
  [
    "fields.{0}: there is no such contact field. Known fields: {1}.",
    "Es gibt kein Kontaktfeld „{0}“. Bekannte Felder: {1}.",
  ],
  ["it must be text of at most {0} characters.", "es muss Text von höchstens {0} Zeichen sein."],
  ["it must be a number, for example 36.5.", "es muss eine Zahl sein, zum Beispiel 36.5."],
  [
    "it must be a day written as YYYY-MM-DD, for example 2026-03-31.",
    "es muss ein Tag sein, geschrieben JJJJ-MM-TT, zum Beispiel 2026-03-31.",
  ],
  ["it must be true or false.", "es muss true oder false sein."],
  ["it must be one of {0}.", "es muss eines von {0} sein."],
  ['it must be a language such as "de" or "de-AT".', "es muss eine Sprache sein wie „de“ oder „de-AT“."],
  [
    'it must be a country code of two letters such as "DE".',
    "es muss ein Ländercode aus zwei Buchstaben sein wie „DE“.",
  ],
  ['it must be a time zone such as "Europe/Berlin".', "es muss eine Zeitzone sein wie „Europe/Berlin“."],
  [
    "it must be a day in the past written as YYYY-MM-DD, for example 1985-07-24.",
    "es muss ein vergangener Tag sein, geschrieben JJJJ-MM-TT, zum Beispiel 1985-07-24.",
  ],
  ['There is no bulk action "{0}".', "Es gibt keine Sammelaktion „{0}“."],
  [
    "Nobody fits this filter (any more): there is nothing to do.",
    "Auf diesen Filter passt niemand (mehr): Es gibt nichts zu tun.",
  ],
  [
    "confirmed is {0}, but {1} contacts fit now. Look at the list again and confirm that number.",
    "Bestätigt wurden {0}, aber jetzt passen {1} Kontakte. Sehen Sie die Liste noch einmal an und bestätigen Sie diese Zahl.",
  ],
  [
    "agreed_on is {0}: it must be a day in the past, written as YYYY-MM-DD.",
    "Der Tag der Zustimmung ist {0}: Es muss ein vergangener Tag sein, geschrieben JJJJ-MM-TT.",
  ],
  [
    'agreed_on is "{0}": nobody can have agreed in the future. Give the day on which they did.',
    "Der Tag der Zustimmung ist „{0}“: In der Zukunft kann niemand zugestimmt haben. Nennen Sie den Tag, an dem es geschah.",
  ],
  [
    "topic_ids is empty: say what these people agreed to get.",
    "Es fehlt, was diese Personen bekommen wollten: Wählen Sie Themen.",
  ],
  ['topic_ids: there is no topic "{0}".', "Es gibt kein Thema „{0}“."],
  ['There is no recorded basis "{0}".', "Es gibt keine festgehaltene Grundlage „{0}“."],
  ['There is no topic "{0}".', "Es gibt kein Thema „{0}“."],
  [
    'Topic "{0}" is used by {1}. Archive it instead: nobody can choose it any more, and nothing is lost.',
    "Das Thema „{0}“ wird von {1} benutzt. Archivieren Sie es stattdessen: Niemand kann es mehr wählen, und nichts geht verloren.",
  ],
  [
    'People have joined or left topic "{0}", and the proof of it stays. Archive it instead: nobody can choose it any more.',
    "Es haben sich Personen beim Thema „{0}“ an- oder abgemeldet, und der Nachweis bleibt. Archivieren Sie es stattdessen: Niemand kann es mehr wählen.",
  ],
  ["Topic name {0} must have 1 to 120 characters.", "Der Name {0} muss 1 bis 120 Zeichen haben."],
  [
    'Topic slug "{0}" must be 1 to 60 lower-case letters, digits and single hyphens, e.g. "spring-offers".',
    "Das Kürzel „{0}“ muss aus 1 bis 60 Kleinbuchstaben, Ziffern und einzelnen Bindestrichen bestehen, zum Beispiel „spring-offers“.",
  ],
  [
    'Topic slug "{0}" is taken. Choose another name or slug.',
    "Das Kürzel „{0}“ ist vergeben. Wählen Sie einen anderen Namen oder ein anderes Kürzel.",
  ],
  [
    'Topic "{0}" is internal: new customers cannot be put into what they cannot see. Make it public first.',
    "Das Thema „{0}“ ist intern: Neue Kunden kommen nicht in etwas, das sie nicht sehen. Machen Sie es zuerst öffentlich.",
  ],
  ['Topic translation "{0}" is none of the languages {1}.', "Die Übersetzung „{0}“ ist keine der Sprachen {1}."],
  [
    'Topic translation "{0}" is too long: a name has at most 120, a description 1000 characters.',
    "Die Übersetzung „{0}“ ist zu lang: Ein Name hat höchstens 120, eine Beschreibung 1000 Zeichen.",
  ],
  ["no entry in the log", "kein Eintrag im Protokoll"],
  [
    "The {0} entries of that day are not the ones that were anchored.",
    "Die {0} Einträge dieses Tages sind nicht die, die verankert wurden.",
  ],
  [
    "{0} entries were anchored on that day, {1} are there now.",
    "An diesem Tag wurden {0} Einträge verankert, jetzt sind es {1}.",
  ],
  [
    "to is {0}: no mail was sent with this unsubscribe address. Give it as it was received.",
    "Mit der Abmeldeadresse {0} wurde keine Mail gesendet. Geben Sie sie an, wie sie ankam.",
  ],
  ['There is no segment "{0}".', "Es gibt kein Segment „{0}“."],
  [
    "rule: a list has none; its people are put on it by hand.",
    "Eine Liste hat keine Regel; ihre Personen werden von Hand daraufgesetzt.",
  ],
  [
    'rule: "{0}" is a list; its people are put on it by hand.',
    "„{0}“ ist eine Liste; ihre Personen werden von Hand daraufgesetzt.",
  ],
  [
    '"{0}" is used by {1}. Take it out there first, then delete it.',
    "„{0}“ wird von {1} benutzt. Nehmen Sie es dort zuerst heraus, dann löschen Sie es.",
  ],
  ['rule: there is no topic "{0}". Choose another one.', "Es gibt kein Thema „{0}“. Wählen Sie ein anderes."],
  ['rule: there is no mailing "{0}". Choose another one.', "Es gibt keine Aussendung „{0}“. Wählen Sie eine andere."],
  [
    'rule: there is no contact field "{0}". Known fields: {1}.',
    "Es gibt kein Kontaktfeld „{0}“. Bekannte Felder: {1}.",
  ],
  [
    'rule: the contact field "{0}" is of type "{1}", not "{2}".',
    "Das Kontaktfeld „{0}“ ist von der Art „{1}“, nicht „{2}“.",
  ],
  ['rule: there is no segment "{0}". Choose another one.', "Es gibt kein Segment „{0}“. Wählen Sie ein anderes."],
  ["rule: the segment would contain itself: {0}.", "Das Segment würde sich selbst enthalten: {0}."],
  ["rule: segments may contain each other at most {0} deep.", "Segmente dürfen höchstens {0} tief ineinander stecken."],
  [
    "rule: together with the segments in it, it has more than 200 conditions.",
    "Zusammen mit den Segmenten darin hat es mehr als 200 Bedingungen.",
  ],
  [
    "rule: {0} uses this segment and would become too deep or too large by it.",
    "{0} benutzt dieses Segment und würde dadurch zu tief oder zu groß.",
  ],
  ["name is {0}: it must have 1 to {1} characters.", "Der Name {0} muss 1 bis {1} Zeichen haben."],
  ['name is "{0}": there is a segment of that name already.', "Ein Segment namens „{0}“ gibt es schon."],
  [
    'Somebody else changed "{0}" meanwhile (it is at revision {1}). Load it again and repeat your change.',
    "Jemand anderes hat „{0}“ inzwischen geändert (Stand {1}). Laden Sie es neu und wiederholen Sie Ihre Änderung.",
  ],
  [
    "Listing these people takes longer than {0} seconds. Narrow the rule.",
    "Diese Personen aufzulisten dauert länger als {0} Sekunden. Fassen Sie die Regel enger.",
  ],
  [
    "This takes longer than {0} seconds. Take costly conditions out.",
    "Das dauert länger als {0} Sekunden. Nehmen Sie aufwendige Bedingungen heraus.",
  ],
  [
    "Finding these people takes longer than {0} minutes. Narrow the rule.",
    "Diese Personen zu finden dauert länger als {0} Minuten. Fassen Sie die Regel enger.",
  ],
  [
    '"{0}" finds its people by a rule. Change the rule, or make a list.',
    "„{0}“ findet seine Personen durch eine Regel. Ändern Sie die Regel, oder legen Sie eine Liste an.",
  ],
  ["contact_ids has {0} of them: at most {1} at once.", "Es sind {0} Kontakte: höchstens {1} auf einmal."],
  ['There is no import "{0}".', "Es gibt keinen Import „{0}“."],
  [
    'This import is "{0}", so it cannot become "{1}" now. Look at it again.',
    "Dieser Import ist „{0}“, also kann er jetzt nicht „{1}“ werden. Sehen Sie ihn noch einmal an.",
  ],
  [
    "What this import changed is no longer kept (Settings → Rules and retention), so it cannot be taken back any more.",
    "Was dieser Import geändert hat, ist nicht mehr aufbewahrt (Einstellungen → Regeln und Aufbewahrung); er lässt sich nicht mehr zurücknehmen.",
  ],
  [
    "columns: the file has {0} columns, the plan names {1}. Give one entry for each, null for what is left out.",
    "Die Datei hat {0} Spalten, der Plan nennt {1}. Geben Sie für jede einen Eintrag an, null für Weggelassenes.",
  ],
  [
    'columns: two columns are mapped to "{0}". Choose one and leave the other out.',
    "Zwei Spalten sind „{0}“ zugeordnet. Wählen Sie eine und lassen Sie die andere weg.",
  ],
  [
    'columns: no column is mapped to "email". Say which one holds the address.',
    "Keine Spalte ist der E-Mail-Adresse zugeordnet. Sagen Sie, welche sie enthält.",
  ],
  [
    "columns: there is no field {0}. Make it first under Contacts → Fields.",
    "Es gibt kein Feld {0}. Legen Sie es zuerst unter Kontakte → Felder an.",
  ],
  [
    "agreement: nobody becomes subscribed without a legal basis, the wording and a date. Give all three, or import them as contacts only.",
    "Niemand wird ohne Rechtsgrundlage, Wortlaut und Datum abonniert. Geben Sie alle drei an, oder importieren Sie nur Kontakte.",
  ],
  [
    'agreement.date is "{0}": nobody can have agreed in the future.',
    "Das Datum der Zustimmung ist „{0}“: In der Zukunft kann niemand zugestimmt haben.",
  ],
  ["topicIds: there is no topic {0}. GET /admin/mailroom/topics lists them.", "Es gibt kein Thema {0}."],
  [
    "The file has more than {0} rows. Cut it into several files.",
    "Die Datei hat mehr als {0} Zeilen. Teilen Sie sie auf.",
  ],
  [
    "The file has no rows. It needs a line of names and at least one line below.",
    "Die Datei hat keine Zeilen. Sie braucht eine Zeile mit Namen und mindestens eine darunter.",
  ],
  [
    "The file is larger than {0} MB. Cut it into several files.",
    "Die Datei ist größer als {0} MB. Teilen Sie sie auf.",
  ],
  [
    "Line {0}: a quotation mark is opened and never closed. Correct the file there and upload it again.",
    "Zeile {0}: Ein Anführungszeichen wird geöffnet und nie geschlossen. Berichtigen Sie die Datei dort und laden Sie sie neu hoch.",
  ],
  ["The file is not readable as CSV: {0!}", "Die Datei ist nicht als CSV lesbar: {0}"],
  ["{0} is no e-mail address: {1}.", "{0} ist keine E-Mail-Adresse: {1}."],
  ["{0} is no e-mail address and no domain: {1}.", "{0} ist weder E-Mail-Adresse noch Domain: {1}."],
  [
    "{0} in the column of states means nothing known. Write subscribed, unsubscribed, bounced, complained or contact.",
    "{0} in der Spalte der Zustände ist unbekannt. Schreiben Sie subscribed, unsubscribed, bounced, complained oder contact.",
  ],
  [
    "{0} is no date of the past. Write it as 2025-03-31 or choose how dates are written in this file.",
    "{0} ist kein vergangenes Datum. Schreiben Sie es als 2025-03-31, oder wählen Sie, wie Daten in dieser Datei geschrieben sind.",
  ],
  [
    "Sign-ups cannot be confirmed yet: Mailroom is not ready. An admin finds out why under Mailroom → Settings.",
    "Anmeldungen lassen sich noch nicht bestätigen: Mailroom ist nicht bereit. Warum, steht unter Mailroom → Einstellungen.",
  ],
  [
    "Ask for it by mail instead: then the person decides.",
    "Fragen Sie stattdessen per Mail: Dann entscheidet die Person.",
  ],
  ["This address is blocked, or has complained. {0}", "Diese Adresse ist gesperrt oder hat sich beschwert. {0}"],
  [
    "This person has left all marketing, and nobody else can take that back. {0}",
    "Diese Person hat sich von aller Werbung abgemeldet, und niemand anderes kann das zurücknehmen. {0}",
  ],
  [
    "This person has left this topic, and nobody else can take that back. {0}",
    "Diese Person hat dieses Thema abbestellt, und niemand anderes kann das zurücknehmen. {0}",
  ],
  [
    'basis "soft_opt_in" or "casl_implied_purchase" needs a purchase, and this person has none. {0}',
    "Diese Grundlage braucht einen Kauf, und diese Person hat keinen. {0}",
  ],
  [
    'basis "opt_out_country" holds only where the law asks for a way out alone. {0}',
    "Diese Grundlage gilt nur, wo das Gesetz bloß einen Weg hinaus verlangt. {0}",
  ],
]
