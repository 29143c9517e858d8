import type { Wording } from "../../../../src/core/reports/in-other-words"

/** Triggers of automations, their filters, own events and balances. */
export const triggersSaid: Wording[] = [
  [
    "must be five fields: minute, hour, day of the month, month, day of the week; for example 0 9 * * 1 for every Monday at nine",
    "müssen fünf Felder sein: Minute, Stunde, Tag des Monats, Monat, Wochentag; zum Beispiel 0 9 * * 1 für jeden Montag um neun",
  ],
  [
    "never comes; write for example 0 9 * * 1 for every Monday at nine",
    "kommt nie; schreiben Sie zum Beispiel 0 9 * * 1 für jeden Montag um neun",
  ],
  ["comes more often than every {0} minutes", "kommt öfter als alle {0} Minuten"],
  ["must be more than 0", "muss mehr als 0 sein"],
  [
    "must be a currency in three letters, for example EUR",
    "muss eine Währung mit drei Buchstaben sein, zum Beispiel EUR",
  ],
  ["must be a country in two letters, for example AT", "muss ein Land mit zwei Buchstaben sein, zum Beispiel AT"],
  ["choose at least one country", "wählen Sie mindestens ein Land"],
  ["choose at least one sales channel", "wählen Sie mindestens einen Vertriebskanal"],
  ["choose at least one region", "wählen Sie mindestens eine Region"],
  ["choose at least one customer group", "wählen Sie mindestens eine Kundengruppe"],
  ["choose at least one group of buyers", "wählen Sie mindestens eine Käufergruppe"],
  ["must be birthday or the key of a contact field", "muss birthday oder der Schlüssel eines Kontaktfelds sein"],
  ["must be the name of a balance", "muss der Name eines Guthabens sein"],
  ["must be a time zone such as Europe/Vienna", "muss eine Zeitzone sein wie Europe/Vienna"],
  ["must be the name of an event", "muss der Name eines Ereignisses sein"],
  [
    "must be letters, digits, dots, dashes and underscores, for example loyalty.level_reached",
    "müssen Buchstaben, Ziffern, Punkte, Binde- und Unterstriche sein, zum Beispiel loyalty.level_reached",
  ],
  [
    "is an event that may carry a secret or that has a trigger of its own",
    "ist ein Ereignis, das ein Geheimnis tragen kann oder einen eigenen Auslöser hat",
  ],
  ["must be a path such as /sale", "muss ein Pfad sein wie /sale"],
  ["must be a time of day such as 09:00", "muss eine Uhrzeit sein wie 09:00"],
  [
    "This account has no e-mail address that could be written to.",
    "Dieses Konto hat keine E-Mail-Adresse, an die man schreiben könnte.",
  ],
  [
    'product_id is "{0}": there is no such product on sale.',
    "product_id ist „{0}“: ein solches Produkt wird nicht verkauft.",
  ],
  ["must be 0 or more, for example 120 or 12.50", "muss 0 oder mehr sein, zum Beispiel 120 oder 12.50"],
  ["must be a moment such as 2026-03-31T09:00:00Z", "muss ein Zeitpunkt sein wie 2026-03-31T09:00:00Z"],
  ["lies in the future", "liegt in der Zukunft"],
  ["must be at most {0} bytes", "darf höchstens {0} Byte haben"],
  ["must be one of email, contact_id and customer_id", "muss eines von email, contact_id und customer_id sein"],
  ['email is "{0}": {1}.', "email ist „{0}“: {1}."],
  ["its owner asked to be forgotten", "sein Inhaber wollte vergessen werden"],
  ["it is no address", "das ist keine Adresse"],
  ['contact_id is "{0}": there is no such contact.', "contact_id ist „{0}“: einen solchen Kontakt gibt es nicht."],
  [
    'customer_id is "{0}": Mailroom knows no such customer (yet). Give the address instead.',
    "customer_id ist „{0}“: Mailroom kennt einen solchen Kunden (noch) nicht. Geben Sie stattdessen die Adresse an.",
  ],
]
