import { grid, letter, saying, shopButton, type RecipeMail } from "./recipe-mail"

export const winBack: RecipeMail[] = [
  {
    key: "news",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "It has been a while",
            de: "Lange nicht gesehen",
            fr: "Cela fait un moment",
            es: "Hace tiempo que no nos vemos",
            it: "È passato un po’ di tempo",
          },
          preheader: {
            en: "Have a look at what is new.",
            de: "Sehen Sie, was es Neues gibt.",
            fr: "Voyez ce qu’il y a de nouveau.",
            es: "Mira qué hay de nuevo.",
            it: "Guarda che cosa c’è di nuovo.",
          },
          heading: {
            en: "It has been a while",
            de: "Lange nicht gesehen",
            fr: "Cela fait un moment",
            es: "Hace tiempo que no nos vemos",
            it: "È passato un po’ di tempo",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "Your last order from {{ shop.name }} was some time ago. We would be glad to see you again. This is what is new:",
            de: "Ihre letzte Bestellung bei {{ shop.name }} liegt eine Weile zurück. Wir würden uns freuen, Sie wiederzusehen. Das gibt es Neues:",
            fr: "Votre dernière commande chez {{ shop.name }} remonte à quelque temps. Nous serions heureux de vous revoir. Voici les nouveautés :",
            es: "Tu último pedido en {{ shop.name }} fue hace algún tiempo. Nos alegraría volver a verte. Esto es lo nuevo:",
            it: "Il tuo ultimo ordine da {{ shop.name }} risale a qualche tempo fa. Ci farebbe piacere rivederti. Ecco le novità:",
          }),
          grid("newest", "newest", 2, 4),
          shopButton(writing),
        ],
      ),
  },
  {
    key: "stay",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "Shall we go on writing to you?",
            de: "Dürfen wir Ihnen weiter schreiben?",
            fr: "Souhaitez-vous continuer à nous lire ?",
            es: "¿Seguimos escribiéndote?",
            it: "Continuiamo a scriverti?",
          },
          preheader: {
            en: "You decide what you get from us.",
            de: "Sie entscheiden, was Sie von uns bekommen.",
            fr: "C’est vous qui décidez de ce que vous recevez.",
            es: "Tú decides qué recibes de nosotros.",
            it: "Decidi tu che cosa ricevere da noi.",
          },
          heading: {
            en: "Shall we go on writing?",
            de: "Dürfen wir weiter schreiben?",
            fr: "On continue ?",
            es: "¿Seguimos?",
            it: "Continuiamo?",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "We only want to write to people who like to read it. If you want to go on hearing from us, you need not do anything. If you would rather have less of it, or other topics, choose here:",
            de: "Wir möchten nur denen schreiben, die es gern lesen. Wenn Sie weiter von uns hören möchten, brauchen Sie nichts zu tun. Wenn Sie lieber weniger oder andere Themen hätten, wählen Sie hier:",
            fr: "Nous ne voulons écrire qu’à celles et ceux qui nous lisent avec plaisir. Si vous souhaitez continuer à recevoir nos nouvelles, vous n’avez rien à faire. Si vous en préférez moins, ou d’autres sujets, choisissez ici :",
            es: "Solo queremos escribir a quienes les gusta leernos. Si quieres seguir recibiendo noticias nuestras, no hace falta que hagas nada. Si prefieres menos, u otros temas, elige aquí:",
            it: "Vogliamo scrivere solo a chi ci legge volentieri. Se vuoi continuare a ricevere nostre notizie, non devi fare niente. Se ne preferisci di meno, o su altri argomenti, scegli qui:",
          }),
          {
            id: "button",
            type: "button",
            label: writing.say({
              en: "Choose what I get",
              de: "Auswählen, was ich bekomme",
              fr: "Choisir ce que je reçois",
              es: "Elegir qué recibo",
              it: "Scegli che cosa ricevere",
            }),
            url: "{{ preferencesUrl }}",
            isTracked: false,
          },
        ],
      ),
  },
]
