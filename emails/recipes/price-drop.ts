import { letter, saying, theProduct, type RecipeMail } from "./recipe-mail"

/** Says that it costs less, not less than what: a former price in an announcement is bound by law (EU 98/6, Art. 6a). */
export const priceDrop: RecipeMail[] = [
  {
    key: "cheaper",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "Now costs less: {{ product.title }}",
            de: "Jetzt günstiger: {{ product.title }}",
            fr: "Le prix a baissé : {{ product.title }}",
            es: "Ha bajado de precio: {{ product.title }}",
            it: "Prezzo più basso: {{ product.title }}",
          },
          preheader: {
            en: "Something you looked at has become cheaper.",
            de: "Etwas, das Sie sich angesehen haben, ist günstiger geworden.",
            fr: "Un produit que vous avez regardé est devenu moins cher.",
            es: "Algo que miraste ha bajado de precio.",
            it: "Qualcosa che hai guardato ora costa meno.",
          },
          heading: {
            en: "The price has come down",
            de: "Der Preis ist gesunken",
            fr: "Le prix a baissé",
            es: "Ha bajado de precio",
            it: "Il prezzo è sceso",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "You were interested in {{ product.title }}. In case the price was the reason to wait: it costs less now.",
            de: "Sie haben sich für {{ product.title }} interessiert. Falls der Preis der Grund war, noch zu warten: Es kostet jetzt weniger.",
            fr: "Vous vous intéressiez à {{ product.title }}. Si c’est le prix qui vous faisait attendre : il a baissé.",
            es: "Te interesaba {{ product.title }}. Si era el precio lo que te hacía esperar: ahora cuesta menos.",
            it: "Ti interessava {{ product.title }}. Se aspettavi per via del prezzo: ora costa meno.",
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
