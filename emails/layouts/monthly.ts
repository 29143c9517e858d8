import { divider, footer, logo, note, subtitle, title, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

const SOFT = "#f5f3ee"

export const monthly: NewsletterLayout = {
  key: "monthly",
  name: { en: "Monthly news", de: "Monatsbrief" },
  content: (say) => ({
    subject: say({
      en: "News from {{ shop.name }}",
      de: "Neues von {{ shop.name }}",
      fr: "Des nouvelles de {{ shop.name }}",
      es: "Novedades de {{ shop.name }}",
      it: "Novità da {{ shop.name }}",
    }),
    preheader: say({
      en: "Three things that we want to tell you.",
      de: "Drei Dinge, die wir Ihnen erzählen möchten.",
      fr: "Trois choses que nous voulons vous raconter.",
      es: "Tres cosas que queremos contarte.",
      it: "Tre cose che vogliamo raccontarti.",
    }),
    blocks: [
      logo,
      title(say({ en: "This month", de: "In diesem Monat", fr: "Ce mois-ci", es: "Este mes", it: "Questo mese" })),
      words(
        "intro",
        say({
          en: "Three short pieces of news, and one date to keep free.",
          de: "Drei kurze Nachrichten und ein Termin zum Vormerken.",
          fr: "Trois nouvelles brèves et une date à retenir.",
          es: "Tres noticias breves y una fecha para apuntar.",
          it: "Tre notizie brevi e una data da segnare.",
        }),
      ),
      subtitle(
        "one-heading",
        say({
          en: "1. The first piece of news",
          de: "1. Die erste Neuigkeit",
          fr: "1. La première nouvelle",
          es: "1. La primera noticia",
          it: "1. La prima notizia",
        }),
      ),
      words(
        "one",
        say({
          en: "What happened, in two sentences. [Read on]({{ shop.url }})",
          de: "Was ist passiert? Zwei Sätze. [Weiterlesen]({{ shop.url }})",
          fr: "Que s’est-il passé, en deux phrases. [Lire la suite]({{ shop.url }})",
          es: "Qué ha pasado, en dos frases. [Seguir leyendo]({{ shop.url }})",
          it: "Che cosa è successo, in due frasi. [Continua a leggere]({{ shop.url }})",
        }),
      ),
      subtitle(
        "two-heading",
        say({
          en: "2. The second",
          de: "2. Die zweite",
          fr: "2. La deuxième",
          es: "2. La segunda",
          it: "2. La seconda",
        }),
      ),
      words(
        "two",
        say({
          en: "What happened, in two sentences. [Read on]({{ shop.url }})",
          de: "Was ist passiert? Zwei Sätze. [Weiterlesen]({{ shop.url }})",
          fr: "Que s’est-il passé, en deux phrases. [Lire la suite]({{ shop.url }})",
          es: "Qué ha pasado, en dos frases. [Seguir leyendo]({{ shop.url }})",
          it: "Che cosa è successo, in due frasi. [Continua a leggere]({{ shop.url }})",
        }),
      ),
      subtitle(
        "three-heading",
        say({
          en: "3. And one more",
          de: "3. Und noch eine",
          fr: "3. Et une dernière",
          es: "3. Y una más",
          it: "3. E un’altra ancora",
        }),
      ),
      words(
        "three",
        say({
          en: "What happened, in two sentences. [Read on]({{ shop.url }})",
          de: "Was ist passiert? Zwei Sätze. [Weiterlesen]({{ shop.url }})",
          fr: "Que s’est-il passé, en deux phrases. [Lire la suite]({{ shop.url }})",
          es: "Qué ha pasado, en dos frases. [Seguir leyendo]({{ shop.url }})",
          it: "Che cosa è successo, in due frasi. [Continua a leggere]({{ shop.url }})",
        }),
      ),
      words(
        "date",
        say({
          en: "**Keep this date free**\n- When: day and time\n- Where: address\n- What: one line",
          de: "**Termin zum Vormerken**\n- Wann: Tag und Uhrzeit\n- Wo: Adresse\n- Was: eine Zeile",
          fr: "**Une date à retenir**\n- Quand : jour et heure\n- Où : adresse\n- Quoi : une ligne",
          es: "**Apunta esta fecha**\n- Cuándo: día y hora\n- Dónde: dirección\n- Qué: una línea",
          it: "**Segna questa data**\n- Quando: giorno e ora\n- Dove: indirizzo\n- Che cosa: una riga",
        }),
        { background: SOFT },
      ),
      subtitle(
        "new-heading",
        say({
          en: "New in the shop",
          de: "Neu im Shop",
          fr: "Nouveau en boutique",
          es: "Nuevo en la tienda",
          it: "Nuovo nello shop",
        }),
      ),
      { id: "new", type: "products", source: "newest", columns: 3, count: 3 },
      divider("line"),
      note(
        "bye",
        say({
          en: "Until next month!",
          de: "Bis zum nächsten Monat!",
          fr: "Au mois prochain !",
          es: "¡Hasta el mes que viene!",
          it: "Al mese prossimo!",
        }),
      ),
      { id: "social", type: "social" },
      { ...footer, isSocialShown: false },
    ],
  }),
}
