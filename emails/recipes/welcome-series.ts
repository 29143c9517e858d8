import { grid, letter, saying, shopButton, type RecipeMail } from "./recipe-mail"

export const welcomeSeries: RecipeMail[] = [
  {
    key: "hello",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "Good to have you here",
            de: "Schön, dass Sie dabei sind",
            fr: "Ravis de vous compter parmi nous",
            es: "Nos alegra que estés aquí",
            it: "Che bello averti qui",
          },
          preheader: {
            en: "What you can look forward to from us.",
            de: "Was Sie von uns erwarten dürfen.",
            fr: "Ce que vous recevrez de notre part.",
            es: "Lo que puedes esperar de nosotros.",
            it: "Che cosa riceverai da noi.",
          },
          heading: {
            en: "Good to have you here",
            de: "Schön, dass Sie dabei sind",
            fr: "Bienvenue !",
            es: "¡Te damos la bienvenida!",
            it: "Ti diamo il benvenuto",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "Thank you for signing up for the news from {{ shop.name }}. You will hear from us when there is something worth telling: what is new, and offers when there are some. At the end of each mail you can choose what you get, or leave with one click.",
            de: "Danke, dass Sie sich für Neuigkeiten von {{ shop.name }} angemeldet haben. Sie hören von uns, wenn es etwas zu erzählen gibt: was neu ist, und Angebote, wenn es welche gibt. Am Ende jeder E-Mail können Sie wählen, was Sie bekommen, oder sich mit einem Klick abmelden.",
            fr: "Merci de vous être inscrit aux nouvelles de {{ shop.name }}. Nous vous écrirons quand il y aura quelque chose à raconter : les nouveautés, et des offres quand il y en a. À la fin de chaque e-mail, vous pouvez choisir ce que vous recevez ou vous désabonner en un clic.",
            es: "Gracias por apuntarte a las novedades de {{ shop.name }}. Te escribiremos cuando haya algo que contar: lo nuevo, y ofertas cuando las haya. Al final de cada correo puedes elegir qué recibes o darte de baja con un clic.",
            it: "Grazie per l’iscrizione alle novità di {{ shop.name }}. Ti scriveremo quando ci sarà qualcosa da raccontare: le novità, e le offerte quando ce ne sono. In fondo a ogni e-mail puoi scegliere che cosa ricevere o cancellarti con un clic.",
          }),
          saying(writing, "new", {
            en: "To begin with, a look at what came in last:",
            de: "Für den Anfang ein Blick auf das, was zuletzt dazugekommen ist:",
            fr: "Pour commencer, un coup d’œil à nos dernières nouveautés :",
            es: "Para empezar, un vistazo a lo último que ha llegado:",
            it: "Per cominciare, uno sguardo agli ultimi arrivi:",
          }),
          grid("newest", "newest", 2, 4),
          shopButton(writing),
        ],
      ),
  },
  {
    key: "favourites",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "A good place to start",
            de: "Ein guter Anfang",
            fr: "Par où commencer ?",
            es: "Por dónde empezar",
            it: "Da dove cominciare",
          },
          preheader: {
            en: "What is bought most often in our shop.",
            de: "Was bei uns am häufigsten gekauft wird.",
            fr: "Ce qui s’achète le plus souvent chez nous.",
            es: "Lo que más se compra en nuestra tienda.",
            it: "Quello che si compra più spesso da noi.",
          },
          heading: {
            en: "What is bought most often",
            de: "Am häufigsten gekauft",
            fr: "Les plus achetés",
            es: "Lo más comprado",
            it: "I più acquistati",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "Whoever comes into a shop for the first time often asks what the others take. So here is what has been bought most often lately:",
            de: "Wer zum ersten Mal in ein Geschäft kommt, fragt oft, was die anderen nehmen. Hier ist also, was zuletzt am häufigsten gekauft wurde:",
            fr: "Quand on entre pour la première fois dans une boutique, on demande souvent ce que prennent les autres. Voici donc ce qui s’est le plus vendu dernièrement :",
            es: "Quien entra por primera vez en una tienda suele preguntar qué se llevan los demás. Esto es lo que más se ha comprado últimamente:",
            it: "Chi entra per la prima volta in un negozio chiede spesso che cosa prendono gli altri. Ecco quello che si è comprato di più negli ultimi tempi:",
          }),
          grid("best", "best_sellers", 3, 3),
          shopButton(writing),
        ],
      ),
  },
  {
    key: "question",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "Can we help you choose?",
            de: "Dürfen wir Ihnen beim Aussuchen helfen?",
            fr: "Pouvons-nous vous aider à choisir ?",
            es: "¿Te ayudamos a elegir?",
            it: "Possiamo aiutarti a scegliere?",
          },
          preheader: {
            en: "A question? Just answer this mail.",
            de: "Eine Frage? Antworten Sie einfach auf diese E-Mail.",
            fr: "Une question ? Répondez simplement à cet e-mail.",
            es: "¿Una pregunta? Responde a este correo.",
            it: "Una domanda? Rispondi a questa e-mail.",
          },
          heading: {
            en: "Can we help you choose?",
            de: "Dürfen wir helfen?",
            fr: "Pouvons-nous vous aider ?",
            es: "¿Te ayudamos?",
            it: "Possiamo aiutarti?",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "Some things are hard to decide on a screen. If you are not sure what suits you, answer this mail in a sentence or two: what you are looking for, what matters to you, what you already have. Your answer comes straight to us.",
            de: "Manches lässt sich am Bildschirm schwer entscheiden. Wenn Sie nicht sicher sind, was zu Ihnen passt, antworten Sie auf diese E-Mail mit ein, zwei Sätzen: was Sie suchen, worauf es Ihnen ankommt, was Sie schon haben. Ihre Antwort kommt direkt bei uns an.",
            fr: "Certaines choses se décident mal devant un écran. Si vous hésitez, répondez à cet e-mail en une ou deux phrases : ce que vous cherchez, ce qui compte pour vous, ce que vous avez déjà. Votre réponse nous parvient directement.",
            es: "Hay cosas que cuesta decidir delante de una pantalla. Si no sabes qué te conviene, responde a este correo con una o dos frases: qué buscas, qué te importa, qué tienes ya. Tu respuesta nos llega directamente.",
            it: "Certe cose sono difficili da decidere davanti a uno schermo. Se non sai che cosa fa per te, rispondi a questa e-mail con una o due frasi: che cosa cerchi, a che cosa tieni, che cosa hai già. La tua risposta arriva direttamente a noi.",
          }),
          shopButton(writing),
        ],
      ),
  },
]
