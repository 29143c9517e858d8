import type { Texts } from "./texts"

export const fr: Texts = {
  common: {
    hello: "Bonjour,",
    helloName: "Bonjour {{ name }},",
    orderNumber: "Commande n° {{ order.displayId }}",
    placedOn: "Passée le {{ order.placedAt | date }}",
    quantity: "Quantité : {{ line.quantity }}",
    each: "l’unité",
    items: "Articles",
    shipping: "Livraison",
    discount: "Remise (déjà déduite)",
    tax: "Dont TVA",
    giftCard: "Carte cadeau",
    total: "Total",
    refunded: "Remboursé",
    shippingAddress: "Adresse de livraison",
    billingAddress: "Adresse de facturation",
    shippingMethod: "Mode de livraison",
    paymentMethod: "Paiement",
    viewOrder: "Voir la commande",
    visitShop: "Visiter {{ shop.name }}",
    questions: "Une question ? Répondez simplement à cet e-mail.",
    buttonFails: "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :",
    viewProduct: "Voir",
    viewInBrowser: "Voir dans le navigateur",
    unsubscribe: "Se désabonner",
    preferences: "Préférences e-mail",
    pollSeveral: "Sur la page qui s’ouvre, vous pouvez choisir plusieurs réponses.",
    pollInMail: "Cet e-mail posait une question à ses lecteurs.",
    whyMarketing: "Vous recevez cet e-mail car vous avez accepté de recevoir des nouvelles de {{ shop.name }}.",
    whyTransactional: "Ceci est un e-mail de service concernant vos échanges avec {{ shop.name }}.",
  },
  welcome: {
    subject: "Bienvenue chez {{ shop.name }}",
    preheader: "Votre compte est prêt.",
    heading: "Heureux de vous compter parmi nous",
    intro:
      "Votre compte chez {{ shop.name }} est prêt. Connectez-vous avec {{ customer.email }} pour suivre vos commandes, gérer vos adresses et commander plus vite.",
    button: "Découvrir la boutique",
  },
  order_receipt: {
    subject: "Merci pour votre commande n° {{ order.displayId }}",
    ownerSubject: "Nouvelle commande n° {{ order.displayId }} : {{ order.total | money: order.currency }}",
    preheader: "Nous l’avons bien reçue et vous préviendrons dès son expédition.",
    ownerPreheader: "{{ order.customerName }} vient de passer une commande.",
    heading: "Merci pour votre commande",
    ownerHeading: "Une nouvelle commande est arrivée",
    intro: "Nous avons bien reçu votre commande et la préparons. Nous vous écrirons dès qu’elle sera expédiée.",
    ownerIntro: "{{ order.customerName }} ({{ order.email }}) vient de passer cette commande.",
    ownerNote: "Ceci est la copie destinée à la boutique. Le client a reçu sa propre confirmation.",
  },
  order_cancelled: {
    subject: "Votre commande n° {{ order.displayId }} a été annulée",
    preheader: "Rien d’autre ne sera envoyé ni débité.",
    heading: "Votre commande a été annulée",
    intro:
      "Votre commande a été annulée : rien d’autre ne sera envoyé ni débité. Si vous avez déjà payé, le montant vous sera remboursé par le même moyen de paiement ; nous vous écrirons à ce moment-là.",
  },
  shipment: {
    subject: "Votre commande n° {{ order.displayId }} est en route",
    preheader: "Votre colis est parti.",
    heading: "Votre colis est en route",
    intro: "Bonne nouvelle : votre colis a été remis au transporteur.",
    trackButton: "Suivre le colis",
    trackingNumber: "Numéro de suivi : {{ parcel.number }}",
    inside: "Dans ce colis",
  },
  delivery: {
    subject: "Votre commande n° {{ order.displayId }} a été livrée",
    preheader: "Nous espérons qu’elle vous plaît.",
    heading: "Votre colis est arrivé",
    intro:
      "Votre colis a été livré. Nous espérons que tout est conforme à vos attentes. S’il manque quelque chose ou si un article est abîmé, répondez à cet e-mail et nous trouverons une solution.",
    inside: "Livré",
  },
  payment_captured: {
    subject: "Votre paiement pour la commande n° {{ order.displayId }} a bien été reçu",
    preheader: "{{ payment.amount | money: payment.currency }}, merci.",
    heading: "Paiement reçu",
    intro: "Nous avons bien reçu votre paiement. Merci !",
    amount: "Montant",
  },
  refund: {
    subject: "Votre remboursement pour la commande n° {{ order.displayId }}",
    preheader: "{{ refund.amount | money: refund.currency }} vous sont reversés.",
    heading: "Votre remboursement est en route",
    intro:
      "Nous avons remboursé le montant ci-dessous par le moyen de paiement que vous aviez utilisé. Selon votre banque, il apparaîtra sous quelques jours.",
    amount: "Montant remboursé",
    note: "Notre message",
  },
  return_requested: {
    subject: "Votre demande de retour pour la commande n° {{ order.displayId }}",
    preheader: "Voici la suite.",
    heading: "Votre retour est enregistré",
    intro:
      "Nous avons bien reçu votre demande de retour pour les articles ci-dessous. Nous vous écrirons dès qu’ils nous seront parvenus.",
    items: "À retourner",
  },
  return_received: {
    subject: "Votre retour pour la commande n° {{ order.displayId }} est arrivé",
    preheader: "Les articles nous sont parvenus.",
    heading: "Votre retour est arrivé",
    intro:
      "Les articles ci-dessous nous sont parvenus. Nous les vérifions, puis nous procédons au remboursement ou au remplacement.",
    items: "Reçu",
  },
  claim_created: {
    subject: "Nous traitons votre réclamation pour la commande n° {{ order.displayId }}",
    preheader: "Nous sommes désolés pour ce désagrément.",
    heading: "Nous nous en occupons",
    intro:
      "Nous sommes désolés que votre commande ne vous ait pas donné satisfaction. Votre réclamation est enregistrée et nous allons trouver une solution.",
    items: "Articles concernés",
  },
  exchange_created: {
    subject: "Votre échange pour la commande n° {{ order.displayId }}",
    preheader: "Votre échange est enregistré.",
    heading: "Votre échange est enregistré",
    intro: "Nous avons enregistré votre échange. Nous vous écrirons dès que l’article de remplacement sera expédié.",
    items: "Articles concernés",
  },
  gift_card: {
    subject: "Votre carte cadeau {{ shop.name }}",
    preheader: "D’une valeur de {{ giftCard.amount | money: giftCard.currency }}.",
    heading: "Une carte cadeau pour vous",
    intro: "Voici votre carte cadeau. Saisissez le code au moment du paiement pour l’utiliser.",
    code: "Votre code",
    expires: "Valable jusqu’au {{ giftCard.expiresAt | date }}",
    button: "L’utiliser maintenant",
  },
  password_reset_customer: {
    subject: "Choisissez un nouveau mot de passe",
    preheader: "Pour votre compte chez {{ shop.name }}.",
    heading: "Choisissez un nouveau mot de passe",
    intro:
      "Un nouveau mot de passe a été demandé pour le compte {{ reset.email }} chez {{ shop.name }}. Si c’est bien vous, choisissez-le ici :",
    button: "Choisir un mot de passe",
    ignore:
      "Ce lien n’est valable que peu de temps. Si vous n’avez rien demandé, vous n’avez rien à faire : votre mot de passe reste inchangé.",
  },
  password_reset_user: {
    subject: "Nouveau mot de passe pour l’administration de {{ shop.name }}",
    preheader: "Pour votre compte d’administration.",
    heading: "Choisissez un nouveau mot de passe d’administration",
    intro:
      "Un nouveau mot de passe a été demandé pour le compte d’administration {{ reset.email }}. Si c’est bien vous, choisissez-le ici :",
    button: "Choisir un mot de passe",
    ignore:
      "Ce lien n’est valable que peu de temps. Si vous n’avez rien demandé, vous n’avez rien à faire : votre mot de passe reste inchangé.",
  },
  invite: {
    subject: "Invitation à l’administration de {{ shop.name }}",
    preheader: "Acceptez l’invitation pour obtenir votre compte.",
    heading: "Vous êtes invité(e)",
    intro: "Vous êtes invité(e) à rejoindre l’administration de {{ shop.name }} en tant que {{ invite.email }}.",
    button: "Accepter l’invitation",
    expires: "L’invitation est valable jusqu’au {{ invite.expiresAt | date: 'datetime' }}.",
    ignore: "Si vous n’attendiez pas cette invitation, vous pouvez ignorer cet e-mail.",
  },
  cart_reminder: {
    subject: "Votre panier vous attend",
    preheader: "Nous avons gardé vos articles.",
    heading: "Vous hésitez encore ?",
    intro:
      "Ces articles sont toujours dans votre panier. Nous les avons gardés pour que vous puissiez reprendre là où vous vous êtes arrêté(e).",
    button: "Retrouver mon panier",
    note: "Les prix et la disponibilité peuvent changer. Seul le montant affiché au moment du paiement fait foi.",
  },
  third_party_notice: {
    subject: "{{ notice.heading }} : commande n° {{ order.displayId }}",
    preheader: "Commande n° {{ order.displayId }} du {{ order.placedAt | date }}",
    sku: "Réf. : {{ line.sku }}",
    shopper: "Client",
    deliverTo: "Livrer à",
    acknowledge: "Confirmer la lecture",
    why: "Vous recevez ce message car {{ shop.name }} souhaite vous informer de ces commandes.",
  },
  confirm_subscription: {
    subject: "Confirmez votre inscription",
    preheader: "Un clic, et c’est fait.",
    heading: "Confirmez votre inscription",
    intro: "Quelqu’un, sans doute vous, a demandé à recevoir les e-mails de {{ shop.name }} à cette adresse :",
    button: "Oui, je m’inscris",
    ignore:
      "Si ce n’était pas vous, vous n’avez rien à faire. Nous vous le rappellerons une fois ; sans votre confirmation, vous ne recevrez rien d’autre.",
  },
  remind_subscription: {
    subject: "Rappel : confirmez votre inscription",
    preheader: "Il ne manque plus qu’un clic.",
    heading: "Il ne manque plus qu’un clic",
    intro:
      "Il y a quelques jours, quelqu’un, sans doute vous, a demandé à recevoir les e-mails de {{ shop.name }} à cette adresse :",
    button: "Oui, je m’inscris",
    ignore:
      "Le lien reste valable quelques jours. Si ce n’était pas vous, ou si vous avez changé d’avis, vous n’avez rien à faire : nous ne vous le rappellerons plus.",
  },
  test_mail: {
    subject: "E-mail de test de {{ shop.name }}",
    preheader: "Vos réglages e-mail fonctionnent.",
    heading: "Tout fonctionne",
    intro:
      "Mailroom a remis cet e-mail à votre serveur le {{ sentAt | date: 'datetime' }} et il vous est bien parvenu.",
    next: "Avant d’écrire à vos clients, regardez les en-têtes de cet e-mail : SPF, DKIM et DMARC doivent indiquer « pass ».",
  },
}
