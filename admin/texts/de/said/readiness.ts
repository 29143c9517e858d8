import type { Wording } from "../../../../src/core/reports/in-other-words"

/** What is wrong and what to do about it (readiness, restore guard, settings). */
export const readinessSaid: Wording[] = [
  ["{0} The default is used instead.", "{0} Stattdessen gilt der Vorgabewert."],
  ["Save the field again in Mailroom → Settings.", "Speichern Sie das Feld unter Mailroom → Einstellungen neu."],
  [
    "Correct the option in medusa-config.ts and start the store again.",
    "Berichtigen Sie die Option in medusa-config.ts und starten Sie den Shop neu.",
  ],
  [
    "This database belongs to a shop that was last seen elsewhere: {0}. Everything is held, so that a copy mails nobody.",
    "Diese Datenbank gehört zu einem Shop, der zuletzt woanders gesehen wurde: {0}. Alles wird zurückgehalten, damit eine Kopie niemandem schreibt.",
  ],
  ["another address ({0} → {1})", "eine andere Adresse ({0} → {1})"],
  ["another environment ({0} → {1})", "eine andere Umgebung ({0} → {1})"],
  ["another database", "eine andere Datenbank"],
  ["the database was restored from a backup", "die Datenbank wurde aus einer Sicherung zurückgespielt"],
  [
    "the database server was set back to an earlier moment",
    "der Datenbankserver wurde auf einen früheren Zeitpunkt zurückgesetzt",
  ],
  [
    'If this is the live shop, say so by "This is the live shop". If it is a copy, leave it as it is.',
    "Ist dies der echte Shop, sagen Sie es mit „Dies ist der echte Shop“. Ist es eine Kopie, lassen Sie es, wie es ist.",
  ],
  [
    "The public address of this store is not known: links, pictures and unsubscribing could not work.",
    "Die öffentliche Adresse dieses Shops ist nicht bekannt: Links, Bilder und das Abmelden könnten nicht funktionieren.",
  ],
  [
    "Give the public address of the Medusa server (for example https://api.your-shop.com) as base URL.",
    "Tragen Sie die öffentliche Adresse des Medusa-Servers (zum Beispiel https://api.ihr-shop.de) als Basisadresse ein.",
  ],
  ["No inbox outside this house can reach {0}.", "Kein Postfach außerhalb dieses Hauses erreicht {0}."],
  [
    "Give the address under which the internet reaches the Medusa server as base URL.",
    "Tragen Sie als Basisadresse ein, unter welcher Adresse das Internet den Medusa-Server erreicht.",
  ],
  [
    'Fine while you try things out (environment "{0}"); a live shop needs a public base URL.',
    "In Ordnung, solange Sie ausprobieren (Umgebung „{0}“); ein echter Shop braucht eine öffentliche Basisadresse.",
  ],
  [
    "No SMTP server is configured, so nothing can be sent.",
    "Es ist kein SMTP-Server eingerichtet, also kann nichts gesendet werden.",
  ],
  [
    "Give host, port and login of your mail provider, or the plugin option smtpUrl.",
    "Tragen Sie Host, Port und Zugangsdaten Ihres Mailanbieters ein, oder setzen Sie die Plugin-Option smtpUrl.",
  ],
  ["The SMTP server does not take mail: {0!}", "Der SMTP-Server nimmt keine Mail an: {0}"],
  [
    "Check host, port, security and login. Mailroom asks again by itself; waiting mail is kept.",
    "Prüfen Sie Host, Port, Verschlüsselung und Zugangsdaten. Mailroom fragt von selbst wieder; wartende Mails bleiben erhalten.",
  ],
  ["The sender has no from-address.", "Der Absender hat keine Absenderadresse."],
  [
    "Give the address that your mails come from; it must belong to a domain that your mail provider may use.",
    "Tragen Sie die Adresse ein, von der Ihre Mails kommen; ihre Domain muss Ihr Mailanbieter benutzen dürfen.",
  ],
  [
    "The sender has no postal address, which marketing mail must show by law in many countries.",
    "Der Absender hat keine Postanschrift, die Werbemails in vielen Ländern von Gesetzes wegen zeigen müssen.",
  ],
  [
    "Give the postal address of your business. Receipts go out without it.",
    "Tragen Sie die Postanschrift Ihres Geschäfts ein. Bestellbestätigungen gehen auch ohne sie hinaus.",
  ],
  [
    'Mode "to me only" is on, but there is no address to send to.',
    "Der Modus „Nur an mich“ ist an, aber es fehlt die Adresse dafür.",
  ],
  [
    "Give your address, or switch the mode to live.",
    "Tragen Sie Ihre Adresse ein, oder stellen Sie den Modus auf „Live“.",
  ],
  [
    'Mode "to me only" is on: every mail goes to {0} instead of its recipient.',
    "Der Modus „Nur an mich“ ist an: Jede Mail geht an {0} statt an ihren Empfänger.",
  ],
  ["Switch the mode to live when you are done.", "Stellen Sie den Modus auf „Live“, wenn Sie fertig sind."],
  [
    "The search for contacts works without its index and is slow in a large shop: the PostgreSQL extension pg_trgm is missing.",
    "Die Suche nach Kontakten läuft ohne ihren Index und ist in einem großen Shop langsam: Die PostgreSQL-Erweiterung pg_trgm fehlt.",
  ],
  [
    'Let a database administrator run "CREATE EXTENSION pg_trgm" in the store\'s database, then start the store again.',
    "Lassen Sie in der Datenbank des Shops „CREATE EXTENSION pg_trgm“ von einem Administrator ausführen und starten Sie den Shop neu.",
  ],
  [
    "No process sends: the last sign of life of the dispatcher is more than a minute old.",
    "Kein Prozess versendet: Das letzte Lebenszeichen des Versands ist über eine Minute alt.",
  ],
  [
    "Start a Medusa process with worker mode shared or worker.",
    "Starten Sie einen Medusa-Prozess im Worker-Modus „shared“ oder „worker“.",
  ],
  [
    "Nothing is sent to {0}: addresses there came back as unknown host.",
    "An {0} wird nichts gesendet: Mails dorthin kamen zurück, weil es den Server nicht gibt.",
  ],
  [
    "Nothing is sent to {0} and {1} more domains: addresses there came back as unknown host.",
    "An {0} und {1} weitere Domains wird nichts gesendet: Mails dorthin kamen zurück, weil es den Server nicht gibt.",
  ],
  [
    "It ends by itself after 30 days or with a delivery. Audience → Suppression shows and lifts it.",
    "Es endet von selbst nach 30 Tagen oder mit einer Zustellung. Publikum → Sperrliste zeigt es und hebt es auf.",
  ],
  ["Mailroom's tables are not (all) there: {0!}", "Mailrooms Tabellen sind nicht (alle) da: {0}"],
  [
    "Run `npx medusa db:migrate`, then start the store again.",
    "Führen Sie `npx medusa db:migrate` aus und starten Sie den Shop neu.",
  ],
  [
    "The store's database user may not do what Mailroom needs: {0!}",
    "Der Datenbankbenutzer des Shops darf nicht, was Mailroom braucht: {0}",
  ],
  [
    'Give the user the right to create a schema (GRANT CREATE ON DATABASE … TO …), run "npx medusa db:migrate", or let an administrator run it.',
    "Geben Sie ihm das Recht, ein Schema anzulegen (GRANT CREATE ON DATABASE … TO …), führen Sie „npx medusa db:migrate“ aus, oder lassen Sie es einen Administrator tun.",
  ],
  ["Mailroom cannot reach its database: {0!}", "Mailroom erreicht seine Datenbank nicht: {0}"],
  [
    "Check that PostgreSQL runs and takes more connections. Mailroom tries again by itself.",
    "Prüfen Sie, ob PostgreSQL läuft und weitere Verbindungen annimmt. Mailroom versucht es von selbst wieder.",
  ],
  [
    'Plugin option "settings.{0}" is not known. Known: {1}, sender.',
    "Die Plugin-Option „settings.{0}“ ist nicht bekannt. Bekannt sind: {1}, sender.",
  ],
  [
    'Plugin option "settings.{0}" must be an object of fields, not {1}.',
    "Die Plugin-Option „settings.{0}“ muss ein Objekt aus Feldern sein, nicht {1}.",
  ],
  [
    'Plugin option "settings.{0}" is not known. Known fields: {1}.',
    "Die Plugin-Option „settings.{0}“ ist nicht bekannt. Bekannte Felder: {1}.",
  ],
  ['Plugin option "settings.{0}" is {1}, but it {2}.', "Die Plugin-Option „settings.{0}“ ist {1}, aber: {2}."],
  ['Plugin option "{0}": {1}', "Plugin-Option „{0}“: {1}"],
  ['Setting "{0}" is {1}, but it {2}.', "Die Einstellung „{0}“ ist {1}, aber: {2}."],
  [
    'Settings have no section "{0}". Known sections: {1}, secrets.',
    "Die Einstellungen haben keinen Abschnitt „{0}“. Bekannte Abschnitte: {1}, secrets.",
  ],
  [
    'Settings section "{0}" must be an object of fields, not {1}.',
    "Der Abschnitt „{0}“ der Einstellungen muss ein Objekt aus Feldern sein, nicht {1}.",
  ],
  [
    'Settings section "{0}" has no field "{1}". Known fields: {2}.',
    "Der Abschnitt „{0}“ der Einstellungen hat kein Feld „{1}“. Bekannte Felder: {2}.",
  ],
  [
    'delivery.mode "to_me_only" sends everything to one address: give it in delivery.toMeAddress.',
    "Der Modus „Nur an mich“ sendet alles an eine Adresse: Tragen Sie sie ein (delivery.toMeAddress).",
  ],
  [
    "consent.softOptInSince is missing: give the day since which the checkout shows the opt-out, for example 2026-03-01.",
    "Es fehlt der Tag, seit dem die Kasse die Abwahl zeigt (consent.softOptInSince), zum Beispiel 2026-03-01.",
  ],
  [
    "consent.softOptInWording is missing: give the words beside the opt-out at your checkout, as shoppers read them.",
    "Es fehlt der Wortlaut neben der Abwahl an Ihrer Kasse, wie Käufer ihn lesen (consent.softOptInWording).",
  ],
  ["secrets must be an object with {0}.", "secrets muss ein Objekt mit {0} sein."],
  ['secrets has no "{0}". Known secrets: {1}.', "secrets hat kein „{0}“. Bekannte Geheimnisse: {1}."],
  [
    "secrets.{0} must be a text of at most 16384 characters, or null to forget it.",
    "secrets.{0} muss ein Text von höchstens 16384 Zeichen sein, oder null, um ihn zu vergessen.",
  ],
  [
    "secrets.dkimPrivateKey must be a PEM text that begins with -----BEGIN PRIVATE KEY-----.",
    "Der private DKIM-Schlüssel muss ein PEM-Text sein, der mit -----BEGIN PRIVATE KEY----- beginnt.",
  ],
  [
    'The stored secret "{0}" was sealed with another key and cannot be read: enter it again.',
    "Das gespeicherte Geheimnis „{0}“ wurde mit einem anderen Schlüssel versiegelt und ist nicht lesbar: Geben Sie es neu ein.",
  ],
  [
    "The settings are locked by the plugin option locked: true. Change them in medusa-config.ts.",
    "Die Einstellungen sind durch die Plugin-Option locked: true gesperrt. Ändern Sie sie in medusa-config.ts.",
  ],
  [
    "No active signing key: set plugin option signingKeys or restore table mailroom.keyring.",
    "Es gibt keinen aktiven Signierschlüssel: Setzen Sie die Plugin-Option signingKeys, oder stellen Sie die Tabelle mailroom.keyring wieder her.",
  ],
  [
    "Mailroom has not started: see the readiness for the reason.",
    "Mailroom ist nicht gestartet: Den Grund nennt die Übersicht.",
  ],
  ['There is no sender "{0}".', "Es gibt keinen Absender „{0}“."],
  [
    "There must be a default sender: make another one the default instead.",
    "Es muss einen Standardabsender geben: Machen Sie stattdessen einen anderen dazu.",
  ],
  [
    "The default sender cannot be deleted: make another one the default first.",
    "Der Standardabsender lässt sich nicht löschen: Machen Sie zuerst einen anderen dazu.",
  ],
  [
    'sales_channel_ids holds "{0}", which the sender "{1}" already has: take it from there first.',
    "Den Vertriebskanal „{0}“ hat schon der Absender „{1}“: Nehmen Sie ihn dort zuerst heraus.",
  ],
  ["Sender: {0} is {1}: {2}.", "Absender: {0} ist {1}: {2}."],
  ["Sender: {0}.", "Absender: {0}."],
  [
    "There is no sender: set one in Mailroom's settings.",
    "Es gibt keinen Absender: Legen Sie in Mailrooms Einstellungen einen an.",
  ],
  [
    'Sender "{0}" has no from address: set one in Mailroom\'s settings.',
    "Der Absender „{0}“ hat keine Absenderadresse: Tragen Sie sie in Mailrooms Einstellungen ein.",
  ],
  [
    'You do not have the right "{0}" yourself, so you cannot give it.',
    "Sie haben das Recht „{0}“ selbst nicht, also können Sie es nicht geben.",
  ],
  [
    'This is the last user with the right "edit": give it to somebody else first.',
    "Das ist der letzte Benutzer mit dem Recht „edit“: Geben Sie es zuerst jemand anderem.",
  ],
  [
    'You need the right "{0}" in Mailroom for this. A user with the right "edit" can give it in Settings → Rights.',
    "Dafür brauchen Sie in Mailroom das Recht „{0}“. Wer das Recht „edit“ hat, gibt es Ihnen unter Einstellungen → Rechte.",
  ],
  ['There is no admin user "{0}".', "Es gibt keinen Admin-Benutzer „{0}“."],
  [
    'Mailroom\'s admin routes are for admin users and secret API keys, not for a "{0}".',
    "Mailrooms Admin-Routen sind für Admin-Benutzer und geheime API-Schlüssel, nicht für „{0}“.",
  ],
]
