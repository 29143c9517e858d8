import { letter, saying, theProduct, type RecipeMail } from "./recipe-mail"

export const backInStock: RecipeMail[] = [
  {
    key: "back",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "Available again: {{ product.title }}",
            de: "Wieder lieferbar: {{ product.title }}",
            fr: "De nouveau disponible : {{ product.title }}",
            es: "Disponible de nuevo: {{ product.title }}",
            it: "Di nuovo disponibile: {{ product.title }}",
          },
          preheader: {
            en: "You can order it again.",
            de: "Sie können wieder bestellen.",
            fr: "Vous pouvez de nouveau le commander.",
            es: "Ya puedes volver a pedirlo.",
            it: "Puoi ordinarlo di nuovo.",
          },
          heading: {
            en: "It is back",
            de: "Wieder da",
            fr: "De retour",
            es: "Ha vuelto",
            it: "È tornato",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "You were interested in {{ product.title }}, and it was sold out. Now it can be ordered again:",
            de: "Sie haben sich für {{ product.title }} interessiert, doch es war ausverkauft. Jetzt können Sie es wieder bestellen:",
            fr: "Vous vous intéressiez à {{ product.title }}, alors en rupture de stock. Vous pouvez de nouveau le commander :",
            es: "Te interesaba {{ product.title }} y estaba agotado. Ya se puede volver a pedir:",
            it: "Ti interessava {{ product.title }}, ma era esaurito. Ora si può ordinare di nuovo:",
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
