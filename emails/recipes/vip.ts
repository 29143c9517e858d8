import { grid, letter, saying, shopButton, type RecipeMail } from "./recipe-mail"

export const vip: RecipeMail[] = [
  {
    key: "thanks",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "Thank you for coming back",
            de: "Danke, dass Sie immer wiederkommen",
            fr: "Merci de votre fidélité",
            es: "Gracias por volver",
            it: "Grazie perché torni sempre",
          },
          preheader: {
            en: "A few words that we have been meaning to say.",
            de: "Ein paar Worte, die wir schon länger sagen wollten.",
            fr: "Quelques mots que nous voulions vous dire.",
            es: "Unas palabras que queríamos decirte.",
            it: "Due parole che volevamo dirti da tempo.",
          },
          heading: {
            en: "Thank you for coming back",
            de: "Danke, dass Sie immer wiederkommen",
            fr: "Merci de votre fidélité",
            es: "Gracias por volver",
            it: "Grazie perché torni sempre",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "You are one of the people who buy from {{ shop.name }} most often. That is not a matter of course for us, so: thank you.",
            de: "Sie gehören zu den Menschen, die am häufigsten bei {{ shop.name }} einkaufen. Das ist für uns nicht selbstverständlich, darum: danke.",
            fr: "Vous faites partie des personnes qui achètent le plus souvent chez {{ shop.name }}. Pour nous, cela ne va pas de soi, alors : merci.",
            es: "Eres de las personas que más a menudo compran en {{ shop.name }}. Para nosotros no es algo que demos por hecho, así que: gracias.",
            it: "Sei tra le persone che comprano più spesso da {{ shop.name }}. Per noi non è scontato, quindi: grazie.",
          }),
          saying(writing, "wish", {
            en: "Is there something that you miss with us, or that we could do better? Just answer this mail; hardly anybody knows our shop as well as you do.",
            de: "Gibt es etwas, das Sie bei uns vermissen oder das wir besser machen könnten? Antworten Sie einfach auf diese E-Mail; kaum jemand kennt unseren Shop so gut wie Sie.",
            fr: "Y a-t-il quelque chose qui vous manque chez nous, ou que nous pourrions mieux faire ? Répondez simplement à cet e-mail ; peu de gens connaissent notre boutique aussi bien que vous.",
            es: "¿Echas algo de menos en nuestra tienda o hay algo que podríamos hacer mejor? Responde a este correo; casi nadie conoce nuestra tienda tan bien como tú.",
            it: "C’è qualcosa che ti manca da noi, o che potremmo fare meglio? Rispondi a questa e-mail: quasi nessuno conosce il nostro negozio bene come te.",
          }),
          grid("newest", "newest", 2, 2),
          shopButton(writing),
        ],
      ),
  },
]
