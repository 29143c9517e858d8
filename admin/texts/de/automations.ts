import type * as en from "../en/automations"
import type { Translated } from "../translated"

export const goLive: Translated<typeof en.goLive> = {
  title: "Bevor Sie einschalten",
  hintPast:
    "Dieser Shop hat schon Bestellungen, darum ist alles aus, bis Sie es angesehen haben. Was vor dem Einschalten geschah, wird nicht gemailt.",
  hintNew: "Sehen Sie jede Mail an, senden Sie sich einen Test, dann schalten Sie ein.",
  live: "Echt: Mails gehen an ihre Leser",
  toMe: "Alles geht an {{address}}",
  toMeHint: "Erst echte Mails sehen? „Nur an mich“ sendet alle an eine Adresse von Ihnen.",
  toDelivery: "Nur an mich …",
  cannotAsk:
    "Ob Ihr Shop schon Belege mailt, lässt sich nicht herausfinden. Sehen Sie in Ihr eigenes Postfach, bevor Sie einschalten.",
  noneMailed: "Ihr Shop hat in den letzten 30 Tagen keine eigene Mail gesendet: Niemand wird zwei bekommen.",
  alreadyMails_one:
    "Ihr Shop selbst hat in den letzten 30 Tagen {{count}} Mail gesendet. Schalten Sie dort aus, was Sie hier einschalten.",
  alreadyMails_other:
    "Ihr Shop selbst hat in den letzten 30 Tagen {{count}} Mails gesendet. Schalten Sie dort aus, was Sie hier einschalten.",
  codeListens: "Code Ihres Shops hört auf dieselben Ereignisse. Sehen Sie nach, ob er mailt, bevor Sie einschalten.",
  wouldBeTwo: "mailt der Shop schon",
  mightBeTwo: "Code des Shops hört mit",
  verdict: {
    mails:
      "Ihr Shop hat in den letzten 30 Tagen {{count}} Mails von {{names}} gesendet. Schalten Sie das zuerst aus, sonst bekommen Leute zwei.",
    listens:
      "Auch Code Ihres Shops ({{names}}) hört auf dieses Ereignis. Sehen Sie nach, ob er mailt: Was nicht über Medusas Notifications geht, ist von hier aus nicht zu sehen.",
    other_mails:
      "Ihr Shop hat in den letzten 30 Tagen {{count}}-mal gemailt, aber nichts, was danach aussieht, und kein eigener Code hört auf dieses Ereignis.",
    nothing:
      "Ihr Shop selbst hat in den letzten 30 Tagen nichts gemailt, und kein eigener Code hört auf dieses Ereignis.",
    unknown: "Ob Ihr Shop das schon mailt, ist nicht bekannt.",
  },
  twoTitle: "Ihre Kunden bekämen zwei Mails",
  twoDescription: "{{sentence}} Schalten Sie sie dort zuerst aus, oder schalten Sie hier trotzdem ein.",
  twoConfirm: "Trotzdem einschalten",
}

export const storeEmails: Translated<typeof en.storeEmails> = {
  hint: "Eine Mail für alles, was im Shop geschieht. Ansehen, testen, einschalten.",
  group: {
    buying: "Registrieren und kaufen",
    parcel: "Unterwegs",
    after: "Nach dem Kauf",
    access: "Passwörter und Einladungen",
    other: "Mehr",
  },
  switch: "„{{name}}“ ein- oder ausschalten",
  copyToMe: "Kopie an mich",
  sent30d: "{{sent}} in 30 Tagen",
  failed30d_one: "{{count}} fehlgeschlagen",
  failed30d_other: "{{count}} fehlgeschlagen",
  onSince: "seit {{at}}",
  confidential: "vertraulich",
  confidentialHint:
    "Diese Mail trägt einen geheimen Link oder Code. Sie wird nie kopiert, nie verfolgt, nie noch einmal gesendet, und niemand hier kann sie lesen.",
  options: "Optionen",
  ownerCopy: "Kopie an den Inhaber",
  ownerCopyHint: "Sie bekommen jede dieser Mails auch, als eigene Mail.",
  ownerAddresses: "An diese Adressen",
  ownerAddressesHint: "Leer: die Adressen unter Einstellungen → Kopien an mich.",
  previewHint: "Mit Beispieldaten, genau wie die echte Mail hergestellt.",
}

export const cart: Translated<typeof en.cart> = {
  title: "Verlassener Warenkorb",
  hint: "Eine Erinnerung {{minutes}} Minuten nach der letzten Änderung, einmal je Warenkorb, mit einem Link, der ihn zurückbringt. Sie ist Werbung: Ohne Einwilligung bekommt sie niemand.",
  last30Days: "Die letzten 30 Tage.",
  none: "In den letzten 30 Tagen blieb kein Warenkorb liegen",
  left: "{{n}} liegen geblieben",
  sent: "{{n}} gesendet",
  withoutConsent: "{{n}} ohne Einwilligung",
  bought: "{{n}} gekauft",
  other: "{{n}} aus anderen Gründen",
  idleMinutes: "Minuten ohne Änderung",
  idleMinutesHint: "Nach dieser Zeit gilt ein Warenkorb als liegen geblieben. 60 ist ein guter Anfang.",
}

export const actions: Translated<typeof en.actions> = {
  hint: "Wenn etwas Bestimmtes gekauft wird, erfährt es noch jemand: der Lieferant, das Lager, eine Kollegin.",
  create: "Neue eigene Aktion",
  createTitle: "Neue eigene Aktion",
  editTitle: "Eigene Aktion",
  formHint:
    "Vier einfache Fragen. Speichern Sie und probieren Sie es mit der letzten echten Bestellung, bevor Sie einschalten.",
  empty: "Noch keine eigene Aktion",
  emptyHint:
    "Zum Beispiel: Wird eine Lampe gekauft, bekommt ihr Hersteller eine Mail mit nur den Lampen dieser Bestellung.",
  deleted: "Die eigene Aktion ist weg.",
  deleteTitle: "Diese eigene Aktion löschen?",
  deleteDescription: "Niemand erfährt mehr davon. Schon gesendete Mails bleiben im Postausgang.",
  q: {
    name: "Wie heißt sie?",
    what: "Was wird gekauft?",
    whatHint: "Die Mail nennt nur die passenden Zeilen der Bestellung.",
    who: "Wer erfährt es?",
    whoHint: "Eine Adresse, oder der Name des Felds in den Metadaten des Produkts, das eine enthält.",
    says: "Was steht in der Mail?",
    further: "Und dann?",
    furtherHint: "Für Lieferanten, die am Tag viele Bestellungen abarbeiten.",
    along: "Was geht mit?",
    alongHint: "Nur, was Sie ankreuzen. Denken Sie an Ihre Kunden: Ein Lieferant braucht selten ihre Namen.",
  },
  name: "Name",
  nameHint: "Den sehen nur Sie.",
  isOn: "Eingeschaltet",
  isOnHint: "Für Bestellungen von da an; frühere bleiben unberührt.",
  matchKind: "Art",
  kind: {
    product: "Bestimmte Produkte",
    category: "Produkte einer Kategorie",
    collection: "Produkte einer Kollektion",
    tag: "Produkte mit einem Schlagwort",
  },
  whenBought: {
    product_one: "Wenn dieses Produkt gekauft wird",
    product_other: "Wenn eines von {{count}} Produkten gekauft wird",
    category_one: "Wenn etwas aus dieser Kategorie gekauft wird",
    category_other: "Wenn etwas aus {{count}} Kategorien gekauft wird",
    collection_one: "Wenn etwas aus dieser Kollektion gekauft wird",
    collection_other: "Wenn etwas aus {{count}} Kollektionen gekauft wird",
    tag_one: "Wenn etwas mit diesem Schlagwort gekauft wird",
    tag_other: "Wenn etwas mit einem von {{count}} Schlagwörtern gekauft wird",
  },
  byMetadata: "„{{key}}“ des Produkts",
  field: "Feld",
  fields: { to: "An", cc: "Cc", bcc: "Bcc" },
  way: "Woher die Adresse kommt",
  ways: {
    supplier: "der Lieferant",
    address: "E-Mail-Adresse",
    owner: "die eigenen Leute",
    product_metadata: "Metadaten des Produkts",
  },
  known: { supplier: "aus der Liste der Lieferanten", owner: "aus Einstellungen → Inhaber" },
  collect: "Bestellungen sammeln",
  collectHint:
    "Zeilen mehrerer Bestellungen in einer Mail; die erste stellt die Uhr. Was inzwischen storniert wurde, bleibt weg.",
  collectNot: "Nein: jede Bestellung sofort",
  collectMinutes: "{{minutes}} Minuten lang",
  groupBy: "Eine Mail",
  groups: { recipient: "je Empfänger", product: "je Empfänger und Produkt", tag: "je Empfänger und Schlagwort" },
  attach: "Die Zeilen als Datei",
  files: { none: "Keine Datei", csv: "CSV, für Excel und andere Programme", pdf: "PDF, zum Drucken" },
  acknowledge: "Um Antwort bitten",
  acknowledgeHint: "Ein Knopf in der Mail, mit dem der Leser sagt, dass er sie gesehen hat.",
  remindAfter: "Erinnern nach (Stunden)",
  escalateAfter: "Anderen sagen nach (Stunden)",
  escalateTo: "Diesen anderen",
  hoursHint: "Leer: gar nicht.",
  recipient: "Empfänger",
  addRecipient: "Noch einer",
  heading: "Überschrift",
  headingHint: "Sie ist auch der Betreff.",
  text: "Text",
  withShopper: "Name, Anschrift und Telefon des Käufers",
  withShopperHint: "Nur nötig, wenn der Lieferant direkt versendet.",
  withPrices: "Verkaufspreise",
  withPricesHint: "Was der Käufer für diese Zeilen bezahlt hat.",
  try: "Ausprobieren",
  tryHint: "Mit der letzten echten Bestellung. Gesendet wird nichts.",
  tryButton: "Mit der letzten Bestellung probieren",
  noOrder: "Es gibt noch keine Bestellung zum Ausprobieren.",
  matches: "geht mit",
  leftOut: "bleibt weg",
}

export const picker: Translated<typeof en.picker> = {
  search: {
    product: "Produkte suchen",
    category: "Kategorien suchen",
    collection: "Kollektionen suchen",
    tag: "Schlagwörter suchen",
    variant: "Varianten suchen",
    sales_channel: "Vertriebskanäle suchen",
    region: "Regionen suchen",
  },
  nothing: "Nichts gefunden.",
  gone: "nicht mehr im Shop ({{id}})",
}
