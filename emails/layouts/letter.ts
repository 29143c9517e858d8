import { footer, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

/** Without logo and pictures: reads like a letter, and arrives like one. */
export const letter: NewsletterLayout = {
  key: "letter",
  name: { en: "Personal letter", de: "Persönlicher Brief" },
  content: (say) => ({
    subject: say({
      en: "A few words from us",
      de: "Ein paar Worte von uns",
      fr: "Quelques mots de notre part",
      es: "Unas palabras de nuestra parte",
      it: "Due parole da parte nostra",
    }),
    preheader: say({
      en: "Written by a person.",
      de: "Von Mensch zu Mensch.",
      fr: "Écrit par une personne.",
      es: "Escrito por una persona.",
      it: "Scritto da una persona.",
    }),
    blocks: [
      words(
        "letter",
        say({
          en: 'Hello {{ contact.firstName | default: "there" }},\n\nsometimes a letter is enough. No pictures, no buttons, just what you want to say, as you would say it to one person.\n\nBegin with the reader, not with yourself. Say one thing. End with one question, and people will answer.\n\n[Visit us]({{ shop.url }})\n\nBest wishes,\n{{ shop.name }}',
          de: "Guten Tag {{ contact.firstName }},\n\nmanchmal genügt ein Brief. Keine Bilder, keine Schaltflächen, nur das, was Sie sagen möchten, so, wie Sie es einem einzelnen Menschen sagen würden.\n\nBeginnen Sie mit der Leserin, nicht mit sich selbst. Sagen Sie eine Sache. Und enden Sie mit einer Frage: Man wird Ihnen antworten.\n\n[Besuchen Sie uns]({{ shop.url }})\n\nHerzliche Grüße\n{{ shop.name }}",
          fr: "Bonjour {{ contact.firstName }},\n\nparfois, une lettre suffit. Pas d’images, pas de boutons, seulement ce que vous voulez dire, comme vous le diriez à une seule personne.\n\nCommencez par la lectrice, pas par vous. Dites une seule chose. Finissez par une question : on vous répondra.\n\n[Venez nous voir]({{ shop.url }})\n\nBien à vous,\n{{ shop.name }}",
          es: "Hola, {{ contact.firstName }}:\n\na veces basta con una carta. Sin imágenes ni botones, solo lo que quieres decir, como se lo dirías a una sola persona.\n\nEmpieza por quien lee, no por ti. Di una sola cosa. Termina con una pregunta y te responderán.\n\n[Ven a vernos]({{ shop.url }})\n\nUn saludo,\n{{ shop.name }}",
          it: "Ciao {{ contact.firstName }},\n\na volte basta una lettera. Niente immagini, niente pulsanti: solo quello che vuoi dire, come lo diresti a una persona sola.\n\nComincia da chi legge, non da te. Di’ una cosa sola. Finisci con una domanda e ti risponderanno.\n\n[Vieni a trovarci]({{ shop.url }})\n\nUn caro saluto,\n{{ shop.name }}",
        }),
      ),
      footer,
    ],
  }),
}
