import type {
  AddressContext,
  BuiltinContexts,
  BuiltinLocale,
  LineContext,
  OfferContext,
  OrderContext,
  ProductNeed,
} from "./contexts"

type Wording = {
  currency: string
  products: [title: string, variant: string | null][]
  shipping: string
  payment: string
  person: { name: string; first: string }
  address: Pick<AddressContext, "lines" | "postalCode" | "city" | "countryCode">
  notice: { heading: string; text: string }
  task: { title: string; note: string }
  report: { name: string; steps: [string, string] }
  fact: { label: string; value: string }
  topics: string[]
  refundNote: string
}

/** Plausible things of no real shop; people and addresses are examples (example.com, RFC 2606). */
const WORDINGS: Record<BuiltinLocale, Wording> = {
  en: {
    currency: "GBP",
    products: [
      ["Linen shirt", "Size M / Sand"],
      ["Ceramic mug", "350 ml"],
      ["Wool blanket", null],
    ],
    shipping: "Standard delivery",
    payment: "Credit card",
    person: { name: "Alex Sample", first: "Alex" },
    address: { lines: ["1 Example Street"], postalCode: "AB1 2CD", city: "Sampleton", countryCode: "GB" },
    notice: { heading: "Please prepare", text: "Please send these items directly to the customer." },
    task: { title: "Call about the size", note: "She asked whether the shirt runs small." },
    report: { name: "Welcome", steps: ["Welcome mail", "Reminder after three days"] },
    fact: { label: "Customer group", value: "Trade" },
    topics: ["Newsletters", "Promotions"],
    refundNote: "Refunded in full, you may keep the mug.",
  },
  de: {
    currency: "EUR",
    products: [
      ["Leinenhemd", "Größe M / Sand"],
      ["Keramikbecher", "350 ml"],
      ["Wolldecke", null],
    ],
    shipping: "Standardversand",
    payment: "Kreditkarte",
    person: { name: "Alex Muster", first: "Alex" },
    address: { lines: ["Musterstraße 1"], postalCode: "12345", city: "Musterstadt", countryCode: "DE" },
    notice: { heading: "Bitte vorbereiten", text: "Bitte senden Sie diese Artikel direkt an den Kunden." },
    task: { title: "Wegen der Größe anrufen", note: "Sie wollte wissen, ob das Hemd klein ausfällt." },
    report: { name: "Willkommen", steps: ["Begrüßung", "Erinnerung nach drei Tagen"] },
    fact: { label: "Kundengruppe", value: "Handel" },
    topics: ["Newsletter", "Angebote"],
    refundNote: "Vollständig erstattet, den Becher dürfen Sie behalten.",
  },
  fr: {
    currency: "EUR",
    products: [
      ["Chemise en lin", "Taille M / Sable"],
      ["Tasse en céramique", "350 ml"],
      ["Plaid en laine", null],
    ],
    shipping: "Livraison standard",
    payment: "Carte bancaire",
    person: { name: "Camille Exemple", first: "Camille" },
    address: { lines: ["1 rue de l’Exemple"], postalCode: "75000", city: "Paris", countryCode: "FR" },
    notice: { heading: "À préparer", text: "Merci d’envoyer ces articles directement au client." },
    task: { title: "Rappeler au sujet de la taille", note: "Elle demandait si la chemise taille petit." },
    report: { name: "Bienvenue", steps: ["E-mail de bienvenue", "Rappel après trois jours"] },
    fact: { label: "Groupe de clients", value: "Revendeurs" },
    topics: ["Newsletters", "Promotions"],
    refundNote: "Remboursement intégral, vous pouvez garder la tasse.",
  },
  es: {
    currency: "EUR",
    products: [
      ["Camisa de lino", "Talla M / Arena"],
      ["Taza de cerámica", "350 ml"],
      ["Manta de lana", null],
    ],
    shipping: "Envío estándar",
    payment: "Tarjeta de crédito",
    person: { name: "Alex Ejemplo", first: "Alex" },
    address: { lines: ["Calle de Ejemplo 1"], postalCode: "28000", city: "Madrid", countryCode: "ES" },
    notice: { heading: "Para preparar", text: "Por favor, envía estos artículos directamente al cliente." },
    task: { title: "Llamar por la talla", note: "Preguntó si la camisa talla pequeño." },
    report: { name: "Bienvenida", steps: ["Correo de bienvenida", "Recordatorio a los tres días"] },
    fact: { label: "Grupo de clientes", value: "Distribuidores" },
    topics: ["Boletines", "Promociones"],
    refundNote: "Reembolso completo, puedes quedarte con la taza.",
  },
  it: {
    currency: "EUR",
    products: [
      ["Camicia di lino", "Taglia M / Sabbia"],
      ["Tazza in ceramica", "350 ml"],
      ["Coperta di lana", null],
    ],
    shipping: "Spedizione standard",
    payment: "Carta di credito",
    person: { name: "Alex Esempio", first: "Alex" },
    address: { lines: ["Via dell’Esempio 1"], postalCode: "00100", city: "Roma", countryCode: "IT" },
    notice: { heading: "Da preparare", text: "Ti preghiamo di spedire questi articoli direttamente al cliente." },
    task: { title: "Chiamare per la taglia", note: "Ha chiesto se la camicia veste piccola." },
    report: { name: "Benvenuto", steps: ["E-mail di benvenuto", "Promemoria dopo tre giorni"] },
    fact: { label: "Gruppo di clienti", value: "Rivenditori" },
    topics: ["Newsletter", "Promozioni"],
    refundNote: "Rimborso completo, puoi tenere la tazza.",
  },
}

const SHOP = "https://shop.example.com"
const PLACED_AT = "2026-11-20T09:41:00.000Z"

/** Product lists as they might be, where there is no shop to ask. */
export function sampleOffers(locale: BuiltinLocale, needs: ProductNeed[]): Record<string, OfferContext[]> {
  const { currency, products } = WORDINGS[locale]
  const offers = products.map(([title], index): OfferContext => ({
    productId: `prod_sample_${index + 1}`,
    title,
    url: `${SHOP}/products/sample-${index + 1}`,
    thumbnail: null,
    currency,
    price: ["39.9", "18.9", "79"][index]!,
    originalPrice: index === 2 ? "89" : null,
  }))
  return Object.fromEntries(needs.map(({ block, count }) => [block, offers.slice(0, count)]))
}

/** One context per built-in, for previews, pictures and tests. */
export function sampleContexts(locale: BuiltinLocale): BuiltinContexts {
  const wording = WORDINGS[locale]
  const order = orderOf(wording)
  const { currency } = wording
  const email = "alex@example.com"
  const some = order.lines.slice(0, 2)
  const confirm = { url: `${SHOP}/mailroom/p/sample`, topics: wording.topics }
  const reset = { url: `${SHOP}/reset?token=sample`, email }
  return {
    welcome: { customer: { firstName: wording.person.first, email } },
    order_receipt: { order, isOwnerCopy: false },
    order_cancelled: { order },
    shipment: { order, lines: some, tracking: [{ number: "00340434161094015902", url: `${SHOP}/track/sample` }] },
    delivery: { order, lines: some },
    payment_captured: { order, payment: { amount: order.total, currency } },
    refund: { order, refund: { amount: "18.9", currency, note: wording.refundNote } },
    return_requested: { order, lines: some },
    return_received: { order, lines: some },
    claim_created: { order, lines: order.lines.slice(1, 2) },
    exchange_created: { order, lines: order.lines.slice(0, 1) },
    gift_card: {
      giftCard: { code: "SAMPLE-7K4M-Q2XP", amount: "50", currency, expiresAt: "2029-12-31T12:00:00.000Z" },
    },
    password_reset_customer: { reset },
    password_reset_user: { reset },
    invite: { invite: { url: `${SHOP}/app/invite?token=sample`, email, expiresAt: "2026-11-28T12:00:00.000Z" } },
    cart_reminder: {
      customer: { firstName: wording.person.first },
      cart: { lines: some, itemTotal: "98.7", currency, url: `${SHOP}/mailroom/cart/sample` },
    },
    third_party_notice: {
      notice: { ...wording.notice, ackUrl: `${SHOP}/mailroom/n/sample` },
      order: { displayId: order.displayId, placedAt: order.placedAt, currency },
      lines: some.map((line) => ({ ...line, total: null, unitPrice: null })),
      shopper: { name: wording.person.name, email, phone: null, shippingAddress: order.shippingAddress },
    },
    occurrence_notice: {
      notice: { ...wording.notice, at: PLACED_AT },
      facts: [wording.fact],
      person: { name: wording.person.name, email, phone: "" },
    },
    task_assigned: {
      task: {
        ...wording.task,
        isCall: true,
        dueAt: "2026-11-23T15:00:00.000Z",
        url: `${SHOP}/app/mailroom/tasks`,
        person: wording.person.name,
        email,
        phone: "+44 20 7946 0000",
        orderNumber: order.displayId,
      },
    },
    automation_report: {
      report: {
        name: wording.report.name,
        from: "2026-11-13T00:00:00.000Z",
        to: "2026-11-19T12:00:00.000Z",
        entered: 128,
        inside: 41,
        sent: 203,
        opened: null,
        clicked: 37,
        revenue: [{ amount: "1249.5", currency }],
        steps: wording.report.steps.map((name, n) => ({ name, sent: 121 - n * 39, clicked: 25 - n * 13 })),
        url: `${SHOP}/app/mailroom/automations/sample`,
      },
    },
    confirm_subscription: { confirm },
    remind_subscription: { confirm },
    test_mail: { sentAt: PLACED_AT },
  }
}

/** Whatever a mail of an automation may be about, all at once. */
export function sampleOccasions(locale: BuiltinLocale) {
  const { welcome, delivery, cart_reminder: reminder } = sampleContexts(locale)
  const [offer] = sampleOffers(locale, [
    { block: "one", source: "product", productIds: [], categoryId: null, count: 1 },
  ]).one!
  const { productId: id, title, url, thumbnail, currency, price } = offer!
  return {
    customer: welcome.customer,
    order: delivery.order,
    lines: delivery.lines,
    cart: reminder.cart,
    product: { id, title, url, thumbnail, currency, price, before: null },
    promotion: { code: "SAMPLE-7K4M" },
  }
}

function orderOf({ currency, products, shipping, payment, person, address }: Wording): OrderContext {
  const prices = [
    { quantity: 2, unitPrice: "39.9", total: "79.8" },
    { quantity: 1, unitPrice: "18.9", total: "18.9" },
    { quantity: 1, unitPrice: "89", total: "79" },
  ]
  const lines = products.map(([title, variantTitle], index): LineContext => ({
    title,
    variantTitle,
    sku: `SAMPLE-${index + 1}`,
    thumbnail: null,
    url: `${SHOP}/products/sample-${index + 1}`,
    ...prices[index]!,
  }))
  const full = { ...address, name: person.name, company: null, province: null, phone: null }
  return {
    id: "order_sample",
    displayId: "1042",
    email: "alex@example.com",
    currency,
    placedAt: PLACED_AT,
    customerName: person.name,
    firstName: person.first,
    lines,
    itemTotal: "177.7",
    shippingTotal: "4.9",
    taxTotal: "29.1546",
    discountTotal: "10",
    giftCardTotal: "20",
    total: "162.6",
    refundedTotal: "0",
    shippingAddress: full,
    billingAddress: full,
    shippingMethods: [shipping],
    paymentMethods: [payment],
    url: `${SHOP}/account/orders/order_sample`,
    isShipped: true,
    isPaid: true,
  }
}
