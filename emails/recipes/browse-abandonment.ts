import { letter, saying, theProduct, type RecipeMail } from "./recipe-mail"

export const browseAbandonment: RecipeMail[] = [
  {
    key: "looked",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "In case you want to see it again",
            de: "Falls Sie es noch einmal ansehen möchten",
            fr: "Si vous voulez le revoir",
            es: "Por si quieres volver a verlo",
            it: "Se vuoi rivederlo",
          },
          preheader: {
            en: "You had a look at {{ product.title }}.",
            de: "Sie haben sich {{ product.title }} angesehen.",
            fr: "Vous avez regardé {{ product.title }}.",
            es: "Has estado mirando {{ product.title }}.",
            it: "Hai guardato {{ product.title }}.",
          },
          heading: {
            en: "Still thinking about it?",
            de: "Überlegen Sie noch?",
            fr: "Vous hésitez encore ?",
            es: "¿Sigues pensándolo?",
            it: "Ci stai ancora pensando?",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "You had a look at {{ product.title }} in our shop. So that you need not search for it, here it is again. If you would like to know more about it, just answer this mail.",
            de: "Sie haben sich in unserem Shop {{ product.title }} angesehen. Damit Sie nicht suchen müssen, hier noch einmal der Weg dorthin. Wenn Sie mehr darüber wissen möchten, antworten Sie einfach auf diese E-Mail.",
            fr: "Vous avez regardé {{ product.title }} dans notre boutique. Pour vous éviter de chercher, le revoici. Si vous souhaitez en savoir plus, répondez simplement à cet e-mail.",
            es: "Has estado mirando {{ product.title }} en nuestra tienda. Para que no tengas que buscarlo, aquí lo tienes otra vez. Si quieres saber más, responde a este correo.",
            it: "Hai guardato {{ product.title }} nel nostro negozio. Così non devi cercarlo: eccolo di nuovo. Se vuoi saperne di più, rispondi a questa e-mail.",
          }),
          theProduct(writing, {
            en: "View product",
            de: "Zum Produkt",
            fr: "Voir le produit",
            es: "Ver el producto",
            it: "Vedi il prodotto",
          }),
        ],
      ),
  },
]
