import type { Texts } from "./texts"

export const de: Texts = {
  common: {
    hello: "Guten Tag,",
    helloName: "Hallo {{ name }},",
    orderNumber: "Bestellung Nr. {{ order.displayId }}",
    placedOn: "Bestellt am {{ order.placedAt | date }}",
    quantity: "Menge: {{ line.quantity }}",
    each: "pro Stück",
    items: "Artikel",
    shipping: "Versand",
    discount: "Rabatt (bereits abgezogen)",
    tax: "Enthaltene MwSt.",
    giftCard: "Gutschein",
    total: "Gesamtsumme",
    refunded: "Erstattet",
    shippingAddress: "Lieferadresse",
    billingAddress: "Rechnungsadresse",
    shippingMethod: "Versandart",
    paymentMethod: "Zahlungsart",
    viewOrder: "Bestellung ansehen",
    visitShop: "{{ shop.name }} besuchen",
    questions: "Haben Sie Fragen? Antworten Sie einfach auf diese E-Mail.",
    buttonFails: "Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:",
    viewProduct: "Ansehen",
    viewInBrowser: "Im Browser ansehen",
    unsubscribe: "Abmelden",
    preferences: "E-Mail-Einstellungen",
    pollSeveral: "Auf der Seite, die sich öffnet, können Sie mehrere Antworten wählen.",
    pollInMail: "Diese E-Mail hat ihren Lesern eine Frage gestellt.",
    whyMarketing: "Sie erhalten diese E-Mail, weil Sie Nachrichten von {{ shop.name }} zugestimmt haben.",
    whyTransactional: "Dies ist eine Service-E-Mail zu Ihrem Vorgang bei {{ shop.name }}.",
  },
  welcome: {
    subject: "Willkommen bei {{ shop.name }}",
    preheader: "Ihr Kundenkonto ist eingerichtet.",
    heading: "Schön, dass Sie da sind",
    intro:
      "Ihr Kundenkonto bei {{ shop.name }} ist eingerichtet. Melden Sie sich mit {{ customer.email }} an, um Ihre Bestellungen zu sehen, Ihre Adressen an einem Ort zu verwalten und schneller einzukaufen.",
    button: "Zum Shop",
  },
  order_receipt: {
    subject: "Vielen Dank für Ihre Bestellung Nr. {{ order.displayId }}",
    ownerSubject: "Neue Bestellung Nr. {{ order.displayId }}: {{ order.total | money: order.currency }}",
    preheader: "Sie ist bei uns eingegangen. Wir melden uns, sobald sie unterwegs ist.",
    ownerPreheader: "{{ order.customerName }} hat soeben bestellt.",
    heading: "Vielen Dank für Ihre Bestellung",
    ownerHeading: "Eine neue Bestellung ist eingegangen",
    intro:
      "Ihre Bestellung ist bei uns eingegangen und wird vorbereitet. Sie hören von uns, sobald sie auf dem Weg zu Ihnen ist.",
    ownerIntro: "{{ order.customerName }} ({{ order.email }}) hat soeben bestellt.",
    ownerNote: "Dies ist die Kopie für den Shop. Die Kundin oder der Kunde hat eine eigene Bestätigung erhalten.",
  },
  order_cancelled: {
    subject: "Ihre Bestellung Nr. {{ order.displayId }} wurde storniert",
    preheader: "Es wird nichts mehr versandt oder abgebucht.",
    heading: "Ihre Bestellung wurde storniert",
    intro:
      "Ihre Bestellung wurde storniert, es wird nichts mehr versandt oder abgebucht. Falls Sie bereits bezahlt haben, erstatten wir den Betrag auf dem gleichen Weg; Sie erhalten dazu eine eigene Nachricht.",
  },
  shipment: {
    subject: "Ihre Bestellung Nr. {{ order.displayId }} ist unterwegs",
    preheader: "Ihr Paket hat unser Haus verlassen.",
    heading: "Ihr Paket ist unterwegs",
    intro: "Gute Nachrichten: Wir haben Ihr Paket dem Versanddienst übergeben.",
    trackButton: "Sendung verfolgen",
    trackingNumber: "Sendungsnummer: {{ parcel.number }}",
    inside: "In diesem Paket",
  },
  delivery: {
    subject: "Ihre Bestellung Nr. {{ order.displayId }} wurde zugestellt",
    preheader: "Wir hoffen, sie gefällt Ihnen.",
    heading: "Ihr Paket ist angekommen",
    intro:
      "Ihr Paket wurde zugestellt. Wir hoffen, dass alles Ihren Vorstellungen entspricht. Falls etwas fehlt oder beschädigt ist, antworten Sie auf diese E-Mail; wir kümmern uns darum.",
    inside: "Zugestellt",
  },
  payment_captured: {
    subject: "Ihre Zahlung zur Bestellung Nr. {{ order.displayId }} ist eingegangen",
    preheader: "{{ payment.amount | money: payment.currency }}, vielen Dank.",
    heading: "Zahlung eingegangen",
    intro: "Ihre Zahlung ist bei uns eingegangen. Vielen Dank!",
    amount: "Betrag",
  },
  refund: {
    subject: "Ihre Erstattung zur Bestellung Nr. {{ order.displayId }}",
    preheader: "{{ refund.amount | money: refund.currency }} sind auf dem Weg zu Ihnen.",
    heading: "Ihre Erstattung ist unterwegs",
    intro:
      "Wir haben den folgenden Betrag auf dem Weg erstattet, auf dem Sie bezahlt haben. Je nach Bank dauert es einige Tage, bis Sie ihn sehen.",
    amount: "Erstatteter Betrag",
    note: "Unser Hinweis",
  },
  return_requested: {
    subject: "Ihre Rücksendung zur Bestellung Nr. {{ order.displayId }} ist angemeldet",
    preheader: "So geht es weiter.",
    heading: "Ihre Rücksendung ist angemeldet",
    intro:
      "Sie möchten die folgenden Artikel zurücksenden; wir haben das für Sie erfasst. Sobald sie wieder bei uns sind, melden wir uns.",
    items: "Zur Rücksendung",
  },
  return_received: {
    subject: "Ihre Rücksendung zur Bestellung Nr. {{ order.displayId }} ist angekommen",
    preheader: "Die Artikel sind wieder bei uns.",
    heading: "Ihre Rücksendung ist angekommen",
    intro:
      "Die folgenden Artikel sind wieder bei uns. Wir prüfen sie und kümmern uns dann um die Erstattung oder den Ersatz.",
    items: "Eingegangen",
  },
  claim_created: {
    subject: "Wir kümmern uns um Ihre Reklamation zur Bestellung Nr. {{ order.displayId }}",
    preheader: "Es tut uns leid, dass etwas nicht in Ordnung war.",
    heading: "Wir kümmern uns darum",
    intro:
      "Es tut uns leid, dass mit Ihrer Bestellung etwas nicht in Ordnung war. Ihre Reklamation ist erfasst, und wir finden eine Lösung.",
    items: "Es geht um",
  },
  exchange_created: {
    subject: "Ihr Umtausch zur Bestellung Nr. {{ order.displayId }}",
    preheader: "Wir haben Ihren Umtausch erfasst.",
    heading: "Ihr Umtausch ist erfasst",
    intro: "Wir haben Ihren Umtausch erfasst. Sobald der Ersatz unser Haus verlässt, hören Sie von uns.",
    items: "Es geht um",
  },
  gift_card: {
    subject: "Ihr Gutschein von {{ shop.name }}",
    preheader: "Im Wert von {{ giftCard.amount | money: giftCard.currency }}.",
    heading: "Ein Gutschein für Sie",
    intro: "Hier ist Ihr Gutschein. Geben Sie den Code an der Kasse ein, um damit zu bezahlen.",
    code: "Ihr Code",
    expires: "Gültig bis {{ giftCard.expiresAt | date }}",
    button: "Jetzt einlösen",
  },
  password_reset_customer: {
    subject: "Neues Passwort festlegen",
    preheader: "Für Ihr Kundenkonto bei {{ shop.name }}.",
    heading: "Neues Passwort festlegen",
    intro:
      "Für das Kundenkonto {{ reset.email }} bei {{ shop.name }} wurde ein neues Passwort angefordert. Wenn Sie das waren, legen Sie es hier fest:",
    button: "Neues Passwort festlegen",
    ignore:
      "Der Link gilt nur kurze Zeit. Wenn Sie nichts angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt unverändert.",
  },
  password_reset_user: {
    subject: "Neues Passwort für die Verwaltung von {{ shop.name }}",
    preheader: "Für Ihr Verwaltungskonto.",
    heading: "Neues Verwaltungspasswort festlegen",
    intro:
      "Für das Verwaltungskonto {{ reset.email }} wurde ein neues Passwort angefordert. Wenn Sie das waren, legen Sie es hier fest:",
    button: "Neues Passwort festlegen",
    ignore:
      "Der Link gilt nur kurze Zeit. Wenn Sie nichts angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt unverändert.",
  },
  invite: {
    subject: "Einladung zur Verwaltung von {{ shop.name }}",
    preheader: "Nehmen Sie die Einladung an, um Ihr Konto zu erhalten.",
    heading: "Sie sind eingeladen",
    intro: "Sie wurden eingeladen, als {{ invite.email }} in der Verwaltung von {{ shop.name }} mitzuarbeiten.",
    button: "Einladung annehmen",
    expires: "Die Einladung gilt bis {{ invite.expiresAt | date: 'datetime' }}.",
    ignore: "Wenn Sie diese Einladung nicht erwartet haben, können Sie diese E-Mail ignorieren.",
  },
  cart_reminder: {
    subject: "In Ihrem Warenkorb liegt noch etwas",
    preheader: "Wir haben es für Sie aufgehoben.",
    heading: "Noch am Überlegen?",
    intro:
      "Diese Artikel liegen noch in Ihrem Warenkorb. Wir haben sie für Sie aufgehoben, damit Sie dort weitermachen können, wo Sie aufgehört haben.",
    button: "Zum Warenkorb",
    note: "Preise und Verfügbarkeit können sich ändern. Es gilt, was an der Kasse angezeigt wird.",
  },
  third_party_notice: {
    subject: "{{ notice.heading }}: Bestellung Nr. {{ order.displayId }}",
    preheader: "Bestellung Nr. {{ order.displayId }} vom {{ order.placedAt | date }}",
    sku: "Art.-Nr.: {{ line.sku }}",
    shopper: "Kunde",
    deliverTo: "Lieferung an",
    acknowledge: "Gesehen – bestätigen",
    why: "Sie erhalten diese Nachricht, weil {{ shop.name }} Sie über solche Bestellungen informieren möchte.",
  },
  confirm_subscription: {
    subject: "Bitte bestätigen Sie Ihre Anmeldung",
    preheader: "Ein Klick, und Sie sind dabei.",
    heading: "Bitte bestätigen Sie Ihre Anmeldung",
    intro: "Jemand, hoffentlich Sie selbst, möchte unter dieser Adresse E-Mails von {{ shop.name }} erhalten:",
    button: "Ja, ich möchte dabei sein",
    ignore:
      "Wenn Sie das nicht waren, brauchen Sie nichts zu tun. Wir erinnern Sie einmal; ohne Ihre Bestätigung kommt sonst nichts.",
  },
  remind_subscription: {
    subject: "Erinnerung: Bitte bestätigen Sie Ihre Anmeldung",
    preheader: "Es fehlt nur noch ein Klick.",
    heading: "Es fehlt nur noch ein Klick",
    intro:
      "Vor einigen Tagen hat jemand, hoffentlich Sie selbst, unter dieser Adresse E-Mails von {{ shop.name }} angefordert:",
    button: "Ja, ich möchte dabei sein",
    ignore:
      "Der Link gilt noch einige Tage. Wenn Sie das nicht waren oder es sich anders überlegt haben, brauchen Sie nichts zu tun: Wir erinnern Sie nicht noch einmal.",
  },
  test_mail: {
    subject: "Testmail von {{ shop.name }}",
    preheader: "Ihre E-Mail-Einstellungen funktionieren.",
    heading: "Es funktioniert",
    intro:
      "Mailroom hat diese Mail am {{ sentAt | date: 'datetime' }} an Ihren Mailserver übergeben, und sie ist angekommen.",
    next: "Bevor Sie Kunden schreiben, sehen Sie sich die Kopfzeilen dieser Mail an: SPF, DKIM und DMARC sollten „pass“ melden.",
  },
}
