import type { Texts } from "./texts"

export const it: Texts = {
  common: {
    hello: "Ciao,",
    helloName: "Ciao {{ name }},",
    orderNumber: "Ordine n. {{ order.displayId }}",
    placedOn: "Effettuato il {{ order.placedAt | date }}",
    quantity: "Quantità: {{ line.quantity }}",
    each: "cad.",
    items: "Articoli",
    shipping: "Spedizione",
    discount: "Sconto (già applicato)",
    tax: "IVA inclusa",
    giftCard: "Carta regalo",
    total: "Totale",
    refunded: "Rimborsato",
    shippingAddress: "Indirizzo di spedizione",
    billingAddress: "Indirizzo di fatturazione",
    shippingMethod: "Metodo di spedizione",
    paymentMethod: "Pagamento",
    viewOrder: "Vedi l’ordine",
    visitShop: "Visita {{ shop.name }}",
    questions: "Hai domande? Rispondi a questa e-mail.",
    buttonFails: "Se il pulsante non funziona, copia questo indirizzo nel browser:",
    viewProduct: "Vedi",
    viewInBrowser: "Vedi nel browser",
    unsubscribe: "Annulla l’iscrizione",
    preferences: "Preferenze e-mail",
    whyMarketing: "Ricevi questa e-mail perché hai accettato di ricevere notizie da {{ shop.name }}.",
    whyTransactional: "Questa è un’e-mail di servizio relativa al tuo rapporto con {{ shop.name }}.",
  },
  welcome: {
    subject: "Ti diamo il benvenuto su {{ shop.name }}",
    preheader: "Il tuo account è pronto.",
    heading: "Che bello averti qui",
    intro:
      "Il tuo account su {{ shop.name }} è pronto. Accedi con {{ customer.email }} per vedere i tuoi ordini, salvare i tuoi indirizzi e acquistare più velocemente.",
    button: "Vai al negozio",
  },
  order_receipt: {
    subject: "Grazie per il tuo ordine n. {{ order.displayId }}",
    ownerSubject: "Nuovo ordine n. {{ order.displayId }}: {{ order.total | money: order.currency }}",
    preheader: "Lo abbiamo ricevuto e ti avviseremo appena sarà in viaggio.",
    ownerPreheader: "{{ order.customerName }} ha appena effettuato un ordine.",
    heading: "Grazie per il tuo ordine",
    ownerHeading: "È arrivato un nuovo ordine",
    intro: "Abbiamo ricevuto il tuo ordine e lo stiamo preparando. Ti scriveremo appena sarà in viaggio.",
    ownerIntro: "{{ order.customerName }} ({{ order.email }}) ha appena effettuato questo ordine.",
    ownerNote: "Questa è la copia per il negozio. Il cliente ha ricevuto la propria conferma.",
  },
  order_cancelled: {
    subject: "Il tuo ordine n. {{ order.displayId }} è stato annullato",
    preheader: "Non verrà spedito né addebitato altro.",
    heading: "Il tuo ordine è stato annullato",
    intro:
      "Il tuo ordine è stato annullato: non verrà spedito né addebitato altro. Se hai già pagato, ti restituiremo l’importo con lo stesso metodo di pagamento e ti avviseremo quando lo faremo.",
  },
  shipment: {
    subject: "Il tuo ordine n. {{ order.displayId }} è in viaggio",
    preheader: "Il tuo pacco è partito.",
    heading: "Il tuo pacco è in viaggio",
    intro: "Buone notizie: abbiamo consegnato il tuo pacco al corriere.",
    trackButton: "Segui il pacco",
    trackingNumber: "Numero di tracking: {{ parcel.number }}",
    inside: "In questo pacco",
  },
  delivery: {
    subject: "Il tuo ordine n. {{ order.displayId }} è stato consegnato",
    preheader: "Speriamo che ti piaccia.",
    heading: "Il tuo pacco è arrivato",
    intro:
      "Il tuo pacco è stato consegnato. Speriamo che tutto sia come lo immaginavi. Se manca qualcosa o un articolo è danneggiato, rispondi a questa e-mail e troveremo una soluzione.",
    inside: "Consegnato",
  },
  payment_captured: {
    subject: "Abbiamo ricevuto il pagamento dell’ordine n. {{ order.displayId }}",
    preheader: "{{ payment.amount | money: payment.currency }}, grazie.",
    heading: "Pagamento ricevuto",
    intro: "Abbiamo ricevuto il tuo pagamento. Grazie!",
    amount: "Importo",
  },
  refund: {
    subject: "Il rimborso del tuo ordine n. {{ order.displayId }}",
    preheader: "Ti stiamo restituendo {{ refund.amount | money: refund.currency }}.",
    heading: "Il tuo rimborso è in arrivo",
    intro:
      "Abbiamo restituito l’importo qui sotto con il metodo di pagamento che hai usato. A seconda della banca, possono passare alcuni giorni prima che tu lo veda.",
    amount: "Importo rimborsato",
    note: "La nostra nota",
  },
  return_requested: {
    subject: "Abbiamo ricevuto la richiesta di reso per l’ordine n. {{ order.displayId }}",
    preheader: "Ecco i prossimi passi.",
    heading: "Il tuo reso è registrato",
    intro:
      "Abbiamo ricevuto la tua richiesta di reso per gli articoli qui sotto. Ti scriveremo appena saranno tornati da noi.",
    items: "Da restituire",
  },
  return_received: {
    subject: "Il reso dell’ordine n. {{ order.displayId }} è arrivato",
    preheader: "Gli articoli sono tornati da noi.",
    heading: "Il tuo reso è arrivato",
    intro:
      "Gli articoli qui sotto sono tornati da noi. Li controlliamo e poi ci occupiamo del rimborso o della sostituzione.",
    items: "Ricevuto",
  },
  claim_created: {
    subject: "Ci stiamo occupando del tuo reclamo per l’ordine n. {{ order.displayId }}",
    preheader: "Ci dispiace che qualcosa non sia andato bene.",
    heading: "Ce ne stiamo occupando",
    intro:
      "Ci dispiace che qualcosa non sia andato bene con il tuo ordine. Abbiamo registrato il tuo reclamo e troveremo una soluzione.",
    items: "Articoli interessati",
  },
  exchange_created: {
    subject: "Il cambio per il tuo ordine n. {{ order.displayId }}",
    preheader: "Abbiamo registrato il tuo cambio.",
    heading: "Il tuo cambio è registrato",
    intro: "Abbiamo registrato il tuo cambio. Ti scriveremo appena l’articolo sostitutivo sarà spedito.",
    items: "Articoli interessati",
  },
  gift_card: {
    subject: "La tua carta regalo di {{ shop.name }}",
    preheader: "Del valore di {{ giftCard.amount | money: giftCard.currency }}.",
    heading: "Una carta regalo per te",
    intro: "Ecco la tua carta regalo. Inserisci il codice alla cassa per usarla.",
    code: "Il tuo codice",
    expires: "Valida fino al {{ giftCard.expiresAt | date }}",
    button: "Usala ora",
  },
  password_reset_customer: {
    subject: "Imposta una nuova password",
    preheader: "Per il tuo account su {{ shop.name }}.",
    heading: "Imposta una nuova password",
    intro:
      "È stata richiesta una nuova password per l’account {{ reset.email }} su {{ shop.name }}. Se la richiesta è tua, impostala qui:",
    button: "Imposta la password",
    ignore:
      "Il link funziona solo per poco tempo. Se non l’hai richiesta tu, non devi fare nulla: la tua password resta la stessa.",
  },
  password_reset_user: {
    subject: "Nuova password per l’amministrazione di {{ shop.name }}",
    preheader: "Per il tuo account di amministrazione.",
    heading: "Imposta una nuova password di amministrazione",
    intro:
      "È stata richiesta una nuova password per l’account di amministrazione {{ reset.email }}. Se la richiesta è tua, impostala qui:",
    button: "Imposta la password",
    ignore:
      "Il link funziona solo per poco tempo. Se non l’hai richiesta tu, non devi fare nulla: la tua password resta la stessa.",
  },
  invite: {
    subject: "Invito all’amministrazione di {{ shop.name }}",
    preheader: "Accetta l’invito per avere il tuo account.",
    heading: "Hai ricevuto un invito",
    intro: "Hai ricevuto un invito a collaborare all’amministrazione di {{ shop.name }} come {{ invite.email }}.",
    button: "Accetta l’invito",
    expires: "L’invito è valido fino al {{ invite.expiresAt | date: 'datetime' }}.",
    ignore: "Se non aspettavi questo invito, puoi ignorare questa e-mail.",
  },
  cart_reminder: {
    subject: "Hai lasciato qualcosa nel carrello",
    preheader: "Lo abbiamo tenuto per te.",
    heading: "Ci stai ancora pensando?",
    intro:
      "Questi articoli sono ancora nel tuo carrello. Li abbiamo tenuti per te, così puoi riprendere da dove avevi lasciato.",
    button: "Torna al carrello",
    note: "Prezzi e disponibilità possono cambiare. Fa fede quanto indicato alla cassa.",
  },
  third_party_notice: {
    subject: "{{ notice.heading }}: ordine n. {{ order.displayId }}",
    preheader: "Ordine n. {{ order.displayId }} del {{ order.placedAt | date }}",
    sku: "Cod. art.: {{ line.sku }}",
    shopper: "Cliente",
    deliverTo: "Consegnare a",
    why: "Ricevi questo avviso perché {{ shop.name }} desidera informarti su questi ordini.",
  },
  confirm_subscription: {
    subject: "Conferma la tua iscrizione",
    preheader: "Un clic e ci sei.",
    heading: "Conferma la tua iscrizione",
    intro: "Qualcuno, speriamo tu, ha chiesto di ricevere le e-mail di {{ shop.name }} a questo indirizzo:",
    button: "Sì, mi iscrivo",
    ignore:
      "Se la richiesta non è tua, non devi fare nulla. Te lo ricorderemo una volta; senza la tua conferma non riceverai altro.",
  },
  remind_subscription: {
    subject: "Promemoria: conferma la tua iscrizione",
    preheader: "Manca solo un clic.",
    heading: "Manca solo un clic",
    intro:
      "Qualche giorno fa qualcuno, speriamo tu, ha chiesto di ricevere le e-mail di {{ shop.name }} a questo indirizzo:",
    button: "Sì, mi iscrivo",
    ignore:
      "Il link è valido ancora per qualche giorno. Se la richiesta non è tua o hai cambiato idea, non devi fare nulla: non te lo ricorderemo più.",
  },
  test_mail: {
    subject: "E-mail di prova da {{ shop.name }}",
    preheader: "Le tue impostazioni e-mail funzionano.",
    heading: "Funziona",
    intro: "Mailroom ha consegnato questa e-mail al tuo server il {{ sentAt | date: 'datetime' }} ed è arrivata.",
    next: "Prima di scrivere ai clienti, guarda le intestazioni di questa e-mail: SPF, DKIM e DMARC dovrebbero indicare “pass”.",
  },
}
