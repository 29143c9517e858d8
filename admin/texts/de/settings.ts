import type * as en from "../en/settings"
import type { Translated } from "../translated"

export const settings: Translated<typeof en.settings> = {
  hint: "Absender, Zustellung und Regeln. Was Ihr Entwickler im Code festgelegt hat, gilt hier als Vorgabe.",
  section: {
    health: "Zustand",
    system: "System",
    sender: "Absender und Marke",
    transport: "Mailserver",
    general: "Adressen und Zeit",
    delivery: "Echt oder nur an mich",
    owner: "Kopien an mich",
    copies: "Kopien",
    utm: "Link-Parameter",
    tracking: "Messung",
    consent: "Regeln und Aufbewahrung",
    throttle: "Tempo",
    schedule: "Wann und wie oft",
    rights: "Rechte",
  },
}

export const health: Translated<typeof en.health> = {
  title: "Was nicht stimmt",
  hint: "Jeder Punkt mit seinem Ausweg. Den Shop selbst hält keiner davon auf.",
  check: "Noch einmal prüfen",
  checked: "Geprüft.",
  facts: "Stand",
  receipts: "Belege und andere Shop-Mails",
  marketing: "Newsletter und Erinnerungen",
  go: "gehen hinaus",
  stay: "warten",
  server: "Mailserver",
  transport: {
    ok: "Antwortet",
    failed: "Lehnt ab",
    not_configured: "Nicht eingerichtet",
    unchecked: "Noch nicht gefragt",
  },
  checkedAt: "gefragt {{ago}}",
  liveShop: "Dieser Shop",
  confirmedAt: "bestätigt {{at}}",
  mode: "Betrieb",
}

export const general: Translated<typeof en.general> = {
  hint: "Aus diesen Adressen werden die Links in Ihren Mails gemacht.",
  baseUrl: "Öffentliche Adresse dieses Servers",
  baseUrlHint:
    "Hier wohnen Pixel, Links und Abmeldeseiten, also müssen Postfächer überall sie erreichen. Sie beginnt mit https://.",
  storefrontUrl: "Adresse der Ladenseite",
  storefrontUrlHint: "Wo Ihre Kunden einkaufen.",
  cartUrl: "Adresse des Warenkorbs",
  cartUrlHint: "{cart_id} steht für die Nummer des Warenkorbs. Dorthin führt der Link der Erinnerung weiter.",
  timeZone: "Zeitzone",
  timeZoneHint: "Des Shops, für Berichte und Pläne.",
  locale: "Sprache",
  localeHint: "Für Menschen, deren Sprache nicht bekannt ist.",
}

export const transport: Translated<typeof en.transport> = {
  hint: "Jeder SMTP-Server: der Ihres Anbieters oder Ihr eigener.",
  fromOption: "Ihr Entwickler hat den Server {{host}} im Code festgelegt; er gilt vor den Feldern unten.",
  host: "Server",
  hostHint:
    "Ihr Mailanbieter nennt ihn „Postausgangsserver“ oder „SMTP“. Ein anderer Server braucht sein Passwort neu.",
  security: "Verschlüsselung",
  securities: { starttls: "STARTTLS", tls: "TLS", none: "Keine" },
  port: "Port",
  user: "Benutzer",
  password: "Passwort",
  connections: "Verbindungen zugleich",
  connectionsHint: "Mehr ist schneller, soweit Ihr Anbieter es erlaubt.",
  dkimHint:
    "Eine Unterschrift, die beweist, dass die Mail von Ihnen ist. Viele Anbieter unterschreiben selbst; dann lassen Sie diese drei leer.",
  dkimDomain: "Domain",
  dkimSelector: "Selektor",
  dkimKey: "Privater Schlüssel",
}

export const secret: Translated<typeof en.secret> = {
  hint: "Es wird versiegelt gespeichert und nie wieder gezeigt.",
  isSet: "gespeichert",
  isNotSet: "nicht gespeichert",
  replace: "Tippen, um das gespeicherte zu ersetzen",
  forget: "Vergessen",
  keep: "Doch behalten",
  willBeForgotten: "Es wird beim Speichern vergessen.",
}

export const mode: Translated<typeof en.mode> = {
  hint: "Ein stiller Weg, alles mit echten Bestellungen auszuprobieren.",
  live: "Echt",
  liveHint: "Jede Mail geht an ihren Leser.",
  toMe: "Nur an mich",
  toMeHint: "Jede Mail geht stattdessen an eine Adresse, in „An“ steht weiter der echte Leser.",
  address: "Meine Adresse",
  addressHint: "Solange dieser Betrieb an ist, geht alles hierhin.",
}

export const owner: Translated<typeof en.owner> = {
  hint: "Gilt für jede Shop-Mail mit „Kopie an den Inhaber“, die keine eigene Adresse nennt.",
  addresses: "Adressen",
  addressesHint: "Bis zu zehn.",
}

export const tracking: Translated<typeof en.tracking> = {
  hint: "Ob Öffnungen und Klicks einer Person zu sehen sein dürfen. In der EU braucht das eine eigene Zustimmung.",
  opens: "Öffnungen",
  clicks: "Klicks",
  policy: {
    consent_only: "Nur mit Einwilligung",
    aggregate_only: "Nur anonyme Summen",
    off: "Aus",
    all: "Alle",
  },
  policyHint: {
    consent_only: "Wer zugestimmt hat, ist persönlich zu sehen; von allen anderen werden nur anonyme Summen gezählt.",
    aggregate_only: "Niemand ist persönlich zu sehen; Summen werden gezählt.",
    off: "Nichts wird gezählt.",
    all: "Alle sind persönlich zu sehen, ob sie zugestimmt haben oder nicht.",
  },
  legalWarning:
    "In der EU und in Großbritannien ist das ohne Einwilligung verboten. Wählen Sie es nur, wo Ihr Recht es erlaubt.",
}

export const consent: Translated<typeof en.consent> = {
  title: "In Ruhe gelassen",
  hint: "Nur Werbung; Belege gehen immer.",
  rule: "Keine Massenmail nach langem Schweigen",
  ruleHint: "Wer so lange nichts gekauft, geöffnet, geklickt oder bestellt hat, bekommt bis zum nächsten Kauf keine.",
  months: "Monate ohne Lebenszeichen",
  basisTitle: "Käufe, die Neuigkeiten erlauben",
  basisHint:
    "Der Soft-Opt-in der EU: Käufern darf man zu ähnlichen Waren schreiben, wenn sie beim Kauf ablehnen konnten.",
  softOptIn: "Meine Kasse zeigt ein Häkchen zum Ablehnen",
  softOptInHint:
    "Dann kommen neue Käufer durch die Bestellung allein in die Themen, die für neue Kunden an sind. Nie, wer ablehnte.",
  since: "Seit welchem Tag",
  sinceHint: "Bestellungen davor zählen nicht.",
  wording: "Der Wortlaut neben dem Häkchen",
  mailTitle: "Abmelden per Mail",
  mailHint:
    "Für Mailprogramme, die den Knopf nicht drücken können: sie senden stattdessen eine Mail. Nur, wenn Sie ein solches Postfach lesen.",
  domain: "Domain dieses Postfachs",
  domainHint:
    "Alle Mail an unsub+…@ dieser Domain muss Sie erreichen, und Ihre Software reicht sie ein: POST /admin/mailroom/unsubscribes.",
}

export const retention: Translated<typeof en.retention> = {
  title: "Wie lange aufbewahrt wird",
  hint: "Danach werden Inhalte und Ereignisse gelöscht; die Zahlen bleiben.",
  bodiesDays: "Kopien von Mails, Tage",
  bodiesDaysHint: "Woraus eine Mail gemacht wurde. Danach lässt sie sich weder ansehen noch erneut senden.",
  eventsMonths: "Öffnungen, Klicks und andere Ereignisse, Monate",
  eventsMonthsHint: "Die Summen in den Berichten bleiben.",
  browsersDays: "Browser und Netze von Öffnungen und Klicks, Tage",
  browsersDaysHint: "Sie dienen nur dazu, Maschinen zu erkennen.",
  importsDays: "Hochgeladene Dateien, Tage",
  importsDaysHint: "Danach lässt sich ein Import nicht mehr zurücknehmen.",
}

export const throttle: Translated<typeof en.throttle> = {
  hint: "Für Server mit Grenzen. Belege gehen immer vor Newslettern.",
  perSecond: "Je Sekunde",
  perHour: "Je Stunde",
  perDay: "Je Tag",
  noLimit: "ohne Grenze",
  serial: {
    title: "Serienmails",
    hint: "Mails an Menschen, die von Hand ausgewählt wurden. Mehr davon gehören auf eine Liste.",
    most: "Höchstens so viele Menschen",
  },
}

export const sender: Translated<typeof en.sender> = {
  none: "Noch kein Absender",
  noneHint: "Ohne Absender kann nichts hinausgehen: Mails brauchen einen Namen und eine Adresse.",
  add: "Absender einrichten",
  addAnother: "Noch ein Absender",
  new: "Neuer Absender",
  default: "üblicher",
  hint: "Von wem die Mails kommen und was unter jeder steht.",
  name: "Name im Admin",
  nameHint: "Den sehen nur Sie.",
  from_name: "Absendername",
  from_nameHint: "Was der Posteingang zeigt, meist der Name des Shops.",
  from_email: "Absenderadresse",
  from_emailHint: "Eine Adresse Ihrer eigenen Domain, für die Ihr Mailserver senden darf.",
  marketing_from_email: "Absenderadresse für Werbung",
  marketing_from_emailHint: "Eine andere Adresse hält den Ruf Ihrer Belege sauber.",
  reply_to: "Antwort an",
  reply_toHint: "Wohin Antworten gehen. Leer: an die Absenderadresse.",
  storefront_url: "Ladenseite",
  storefront_urlHint: "Wohin das Logo führt.",
  postal_address: "Postanschrift",
  postal_addressHint: "Das Gesetz will sie unter jeder Werbemail; ohne sie geht kein Newsletter hinaus.",
}

export const brand: Translated<typeof en.brand> = {
  title: "Marke",
  shopName: "Name des Shops",
  logoUrl: "Adresse des Logos",
  logoUrlHint: "Ein etwa 400 Pixel breites Bild. Leer: Der Name wird geschrieben.",
  primaryColor: "Farbe der Knöpfe",
  backgroundColor: "Farbe des Hintergrunds",
  font: "Schrift",
  fontHint: "Eine Mail lädt keine Schriften nach; diese hat jedes Gerät.",
  fonts: { system: "Die des Lesers", classic: "Georgia", bookish: "Palatino", round: "Trebuchet", clear: "Verdana" },
  fontSample: "Franz jagt im komplett verwahrlosten Taxi quer durch Bayern. {{name}}, 1234567890",
  footerText: "Zeile im Fuß",
  footerTextHint: "Zum Beispiel die Registernummer, oder wann jemand ans Telefon geht.",
  choose: "Wählen",
  socialLinks: "Links in der Fußzeile",
  linkLabel: "Name des Links",
  linkUrl: "Adresse des Links",
  link: "Link",
  addLink: "Link hinzufügen",
}

export const topics: Translated<typeof en.topics> = {
  add: "Neues Thema",
  name: "Name",
  description: "Beschreibung",
  descriptionHint: "Käufer lesen sie: was kommt, und wie oft.",
  subscribers: "Angemeldet",
  internal: "intern",
  archived: "archiviert",
  public: "Öffentlich",
  publicHint: "Käufer sehen es auf ihrer Seite.",
  archive: "Archiviert",
  archiveHint: "Es ist nicht mehr wählbar. Niemandes Wahl geht verloren.",
}

export const rights: Translated<typeof en.rights> = {
  hint: "Was jeder Admin-Benutzer in Mailroom darf.",
  open: "Noch hat niemand Rechte festgelegt, darum dürfen alle alles. Mit dem ersten Häkchen endet das: Sie behalten alle Rechte, die anderen dürfen nur sehen.",
  user: "Benutzer",
  name: { see: "Sehen", edit: "Ändern", send: "Senden", mail_out: "Mail-out" },
  nameHint: {
    see: "Alles lesen.",
    edit: "Einstellungen, Entwürfe, Shop-Mails, eigene Aktionen und Rechte ändern.",
    send: "Aussendungen beginnen, anhalten und stoppen; noch einmal senden; stornieren; den echten Shop bestätigen.",
    mail_out: "Schlüssel für Mail-outs aus dem eigenen Mailprogramm machen.",
  },
  missing: {
    see: "Ihnen fehlt das Recht „Sehen“.",
    edit: "Ihnen fehlt das Recht „Ändern“. Fragen Sie, wer die Rechte vergibt.",
    send: "Ihnen fehlt das Recht „Senden“. Fragen Sie, wer die Rechte vergibt.",
    mail_out: "Ihnen fehlt das Recht „Mail-out“. Fragen Sie, wer die Rechte vergibt.",
  },
}
