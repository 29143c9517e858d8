import { grid, letter, saying, shopButton, type RecipeMail } from "./recipe-mail"

export const postPurchase: RecipeMail[] = [
  {
    key: "thanks",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "Is everything right with your order {{ order.displayId }}?",
            de: "Ist mit Ihrer Bestellung {{ order.displayId }} alles in Ordnung?",
            fr: "Tout va bien avec votre commande {{ order.displayId }} ?",
            es: "¿Todo bien con tu pedido {{ order.displayId }}?",
            it: "Tutto bene con il tuo ordine {{ order.displayId }}?",
          },
          preheader: {
            en: "Thank you for buying from us.",
            de: "Danke, dass Sie bei uns gekauft haben.",
            fr: "Merci de votre achat.",
            es: "Gracias por comprar con nosotros.",
            it: "Grazie per il tuo acquisto.",
          },
          heading: {
            en: "Thank you for your trust",
            de: "Danke für Ihr Vertrauen",
            fr: "Merci de votre confiance",
            es: "Gracias por tu confianza",
            it: "Grazie per la fiducia",
          },
        },
        "order",
        [
          saying(writing, "intro", {
            en: "Thank you for buying from {{ shop.name }}. If anything about your order is not as you expected, or if you have a question, just answer this mail: we would like to put it right.",
            de: "Danke, dass Sie bei {{ shop.name }} gekauft haben. Wenn etwas an Ihrer Bestellung nicht so ist, wie Sie es erwartet haben, oder wenn Sie eine Frage haben, antworten Sie einfach auf diese E-Mail: Wir möchten es in Ordnung bringen.",
            fr: "Merci d’avoir acheté chez {{ shop.name }}. Si quelque chose dans votre commande ne correspond pas à vos attentes, ou si vous avez une question, répondez simplement à cet e-mail : nous tenons à arranger les choses.",
            es: "Gracias por comprar en {{ shop.name }}. Si algo de tu pedido no es como esperabas, o si tienes una pregunta, responde a este correo: queremos arreglarlo.",
            it: "Grazie per aver comprato da {{ shop.name }}. Se qualcosa del tuo ordine non è come ti aspettavi, o se hai una domanda, rispondi a questa e-mail: vogliamo rimediare.",
          }),
          {
            id: "order",
            type: "order",
            lines: "order",
            isFactsShown: false,
            isPriceShown: false,
            isTotalsShown: false,
          },
          {
            id: "order-button",
            type: "button",
            label: writing.texts.common.viewOrder,
            url: "{{ order.url }}",
            condition: { fact: "order_has_page", is: true },
          },
        ],
      ),
  },
  {
    key: "more",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "What is new at {{ shop.name }}",
            de: "Neues bei {{ shop.name }}",
            fr: "Du nouveau chez {{ shop.name }}",
            es: "Novedades en {{ shop.name }}",
            it: "Novità da {{ shop.name }}",
          },
          preheader: {
            en: "A look at what came in last.",
            de: "Ein Blick auf das, was zuletzt dazugekommen ist.",
            fr: "Un coup d’œil à nos dernières nouveautés.",
            es: "Un vistazo a lo último que ha llegado.",
            it: "Uno sguardo agli ultimi arrivi.",
          },
          heading: {
            en: "New in the shop",
            de: "Neu im Shop",
            fr: "Nouveau en boutique",
            es: "Nuevo en la tienda",
            it: "Nuovo in negozio",
          },
        },
        "order",
        [
          saying(writing, "intro", {
            en: "We hope you enjoy what you bought from us. In case you would like to look around again, here is what came in last:",
            de: "Wir hoffen, dass Sie an Ihrem Einkauf Freude haben. Falls Sie sich wieder einmal umsehen möchten: Das ist zuletzt dazugekommen.",
            fr: "Nous espérons que votre achat vous plaît. Si vous avez envie de faire à nouveau un tour, voici nos dernières nouveautés :",
            es: "Esperamos que disfrutes de tu compra. Por si te apetece echar otro vistazo, esto es lo último que ha llegado:",
            it: "Speriamo che il tuo acquisto ti piaccia. Se hai voglia di dare un’altra occhiata, ecco gli ultimi arrivi:",
          }),
          grid("newest", "newest", 2, 4),
          shopButton(writing),
        ],
      ),
  },
]
