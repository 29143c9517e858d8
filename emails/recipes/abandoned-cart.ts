import type { BlockInput } from "../templates/template"
import { letter, saying, type RecipeMail, type Writing } from "./recipe-mail"

const theCart = ({ say, texts }: Writing): BlockInput[] => [
  { id: "cart", type: "order", lines: "cart", isFactsShown: false, isTotalsShown: false },
  { id: "total", type: "amount", of: "cart", label: texts.common.total },
  {
    id: "button",
    type: "button",
    label: say({
      en: "Back to the cart",
      de: "Zum Warenkorb",
      fr: "Retour au panier",
      es: "Volver al carrito",
      it: "Torna al carrello",
    }),
    url: "{{ cart.url }}",
  },
]

export const abandonedCart: RecipeMail[] = [
  {
    key: "first",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "Your cart is waiting at {{ shop.name }}",
            de: "Ihr Warenkorb bei {{ shop.name }}",
            fr: "Votre panier chez {{ shop.name }}",
            es: "Tu carrito en {{ shop.name }}",
            it: "Il tuo carrello da {{ shop.name }}",
          },
          preheader: {
            en: "Go on where you stopped.",
            de: "Machen Sie dort weiter, wo Sie aufgehört haben.",
            fr: "Reprenez là où vous vous êtes arrêté.",
            es: "Sigue donde lo dejaste.",
            it: "Riprendi da dove ti sei fermato.",
          },
          heading: {
            en: "Did something get in the way?",
            de: "Ist etwas dazwischengekommen?",
            fr: "Un contretemps ?",
            es: "¿Surgió algo?",
            it: "È successo qualcosa?",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "You have put something into your cart, but not ordered it yet. We have kept it for you just as it was; with one click you go on where you stopped.",
            de: "Sie haben etwas in den Warenkorb gelegt, aber noch nicht bestellt. Er ist noch genau so, wie Sie ihn verlassen haben; mit einem Klick machen Sie dort weiter.",
            fr: "Vous avez mis quelque chose dans votre panier sans encore commander. Il est resté tel quel ; un clic suffit pour reprendre là où vous vous êtes arrêté.",
            es: "Has puesto algo en el carrito, pero aún no lo has pedido. Está tal como lo dejaste; con un clic sigues donde estabas.",
            it: "Hai messo qualcosa nel carrello, ma non hai ancora ordinato. È rimasto così come l’hai lasciato: con un clic riprendi da lì.",
          }),
          ...theCart(writing),
        ],
      ),
  },
  {
    key: "second",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "A question about your cart?",
            de: "Noch eine Frage zu Ihrem Warenkorb?",
            fr: "Une question sur votre panier ?",
            es: "¿Alguna duda sobre tu carrito?",
            it: "Qualche domanda sul tuo carrello?",
          },
          preheader: {
            en: "Size, delivery, payment: just answer this mail.",
            de: "Größe, Lieferung, Bezahlung: Antworten Sie einfach.",
            fr: "Taille, livraison, paiement : répondez simplement.",
            es: "Talla, envío, pago: responde a este correo.",
            it: "Taglia, consegna, pagamento: rispondi a questa e-mail.",
          },
          heading: {
            en: "Is there a question left?",
            de: "Ist noch eine Frage offen?",
            fr: "Une question en suspens ?",
            es: "¿Te queda alguna duda?",
            it: "È rimasta qualche domanda?",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "Perhaps you are not sure about the size, the delivery or the payment. Then answer this mail and ask us. If everything is clear, your cart is here:",
            de: "Vielleicht sind Sie bei der Größe, der Lieferung oder der Bezahlung unsicher. Dann antworten Sie auf diese E-Mail und fragen uns. Wenn alles klar ist: Hier ist Ihr Warenkorb.",
            fr: "Peut-être hésitez-vous sur la taille, la livraison ou le paiement. Dans ce cas, répondez à cet e-mail et posez-nous la question. Si tout est clair, votre panier est ici :",
            es: "Quizá tengas dudas sobre la talla, el envío o el pago. Entonces responde a este correo y pregúntanos. Si todo está claro, aquí tienes tu carrito:",
            it: "Forse hai un dubbio sulla taglia, sulla consegna o sul pagamento. Allora rispondi a questa e-mail e chiedi a noi. Se è tutto chiaro, ecco il tuo carrello:",
          }),
          ...theCart(writing),
        ],
      ),
  },
  {
    key: "last",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "Our last reminder of your cart",
            de: "Zum letzten Mal: Ihr Warenkorb",
            fr: "Dernier rappel pour votre panier",
            es: "Último recordatorio de tu carrito",
            it: "Ultimo promemoria del tuo carrello",
          },
          preheader: {
            en: "After this we will not write about it again.",
            de: "Danach schreiben wir Ihnen dazu nicht mehr.",
            fr: "Ensuite, nous n’en reparlerons plus.",
            es: "Después no volveremos a escribirte sobre esto.",
            it: "Poi non ti scriveremo più a questo proposito.",
          },
          heading: {
            en: "Still interested?",
            de: "Noch Interesse?",
            fr: "Toujours intéressé ?",
            es: "¿Sigue interesándote?",
            it: "Ti interessa ancora?",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "This is our last mail about this cart. If you still want it, you find it here. If not, you need not do anything.",
            de: "Das ist unsere letzte E-Mail zu diesem Warenkorb. Wenn Sie ihn noch möchten, finden Sie ihn hier. Wenn nicht, brauchen Sie nichts zu tun.",
            fr: "C’est notre dernier e-mail au sujet de ce panier. S’il vous intéresse encore, le voici. Sinon, vous n’avez rien à faire.",
            es: "Este es nuestro último correo sobre este carrito. Si aún lo quieres, aquí lo tienes. Si no, no hace falta que hagas nada.",
            it: "Questa è la nostra ultima e-mail su questo carrello. Se lo vuoi ancora, lo trovi qui. Se no, non devi fare niente.",
          }),
          ...theCart(writing),
        ],
      ),
  },
]
