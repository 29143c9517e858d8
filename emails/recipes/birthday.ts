import { letter, saying, shopButton, type RecipeMail } from "./recipe-mail"

export const birthday: RecipeMail[] = [
  {
    key: "birthday",
    content: (writing) =>
      letter(
        writing,
        {
          subject: {
            en: "Happy birthday!",
            de: "Alles Gute zum Geburtstag!",
            fr: "Joyeux anniversaire !",
            es: "¡Feliz cumpleaños!",
            it: "Buon compleanno!",
          },
          preheader: {
            en: "{{ shop.name }} wishes you a wonderful day.",
            de: "{{ shop.name }} wünscht Ihnen einen schönen Tag.",
            fr: "{{ shop.name }} vous souhaite une belle journée.",
            es: "{{ shop.name }} te desea un gran día.",
            it: "{{ shop.name }} ti augura una splendida giornata.",
          },
          heading: {
            en: "Happy birthday!",
            de: "Alles Gute zum Geburtstag!",
            fr: "Joyeux anniversaire !",
            es: "¡Feliz cumpleaños!",
            it: "Buon compleanno!",
          },
        },
        "customer",
        [
          saying(writing, "intro", {
            en: "Today is your day. All of us at {{ shop.name }} wish you a happy one, with good company and a little time for yourself, and a good new year of life to follow.",
            de: "Heute ist Ihr Tag. Wir von {{ shop.name }} wünschen Ihnen, dass er schön wird, mit lieben Menschen und etwas Zeit für sich selbst, und ein gutes neues Lebensjahr.",
            fr: "C’est votre jour. Toute l’équipe de {{ shop.name }} vous le souhaite heureux, bien entouré, avec un peu de temps pour vous, et que l’année qui commence vous soit douce.",
            es: "Hoy es tu día. En {{ shop.name }} te deseamos que lo disfrutes, en buena compañía y con un rato para ti, y que empiece un buen año.",
            it: "Oggi è il tuo giorno. Da {{ shop.name }} ti auguriamo che sia bello, in buona compagnia e con un po’ di tempo per te, e che inizi un anno felice.",
          }),
          shopButton(writing),
        ],
      ),
  },
]
