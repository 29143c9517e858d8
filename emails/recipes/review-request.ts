import { letter, saying, type RecipeMail } from "./recipe-mail"

export const reviewRequest: RecipeMail[] = [
  {
    key: "review",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "How do you like it?",
            de: "Wie gefällt es Ihnen?",
            fr: "Qu’en pensez-vous ?",
            es: "¿Qué te ha parecido?",
            it: "Come ti trovi?",
          },
          preheader: {
            en: "Two sentences are enough.",
            de: "Zwei Sätze genügen.",
            fr: "Deux phrases suffisent.",
            es: "Con dos frases basta.",
            it: "Bastano due frasi.",
          },
          heading: {
            en: "How do you like it?",
            de: "Wie gefällt es Ihnen?",
            fr: "Qu’en pensez-vous ?",
            es: "¿Qué te ha parecido?",
            it: "Come ti trovi?",
          },
        },
        "order",
        [
          saying(writing, "intro", {
            en: "You ordered this from us on {{ order.placedAt | date }}. By now you will know whether it keeps its promise. Tell us: just answer this mail, two sentences are enough.",
            de: "Das haben Sie am {{ order.placedAt | date }} bei uns bestellt. Inzwischen wissen Sie, ob es hält, was es verspricht. Erzählen Sie es uns: Antworten Sie einfach auf diese E-Mail, zwei Sätze genügen.",
            fr: "Vous nous avez commandé ceci le {{ order.placedAt | date }}. Vous savez maintenant si cela tient ses promesses. Dites-le-nous : répondez simplement à cet e-mail, deux phrases suffisent.",
            es: "Nos pediste esto el {{ order.placedAt | date }}. A estas alturas ya sabes si cumple lo que promete. Cuéntanoslo: responde a este correo, con dos frases basta.",
            it: "Hai ordinato questo da noi il {{ order.placedAt | date }}. Ormai sai se mantiene quello che promette. Raccontacelo: rispondi a questa e-mail, bastano due frasi.",
          }),
          {
            id: "order",
            type: "order",
            lines: "order",
            isFactsShown: false,
            isPriceShown: false,
            isTotalsShown: false,
          },
          saying(writing, "why", {
            en: "Praise makes our day, criticism makes us better. Both are welcome.",
            de: "Lob freut uns, Kritik macht uns besser. Beides ist willkommen.",
            fr: "Les compliments nous font plaisir, les critiques nous font progresser. Les deux sont les bienvenus.",
            es: "Los elogios nos alegran, las críticas nos hacen mejorar. Ambos son bienvenidos.",
            it: "I complimenti ci fanno piacere, le critiche ci fanno migliorare. Sono benvenuti entrambi.",
          }),
        ],
      ),
  },
]
