import { divider, footer, logo, subtitle, title, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

export const story: NewsletterLayout = {
  key: "story",
  name: { en: "Story", de: "Geschichte" },
  content: (say) => ({
    subject: say({
      en: "How it is made",
      de: "Wie es entsteht",
      fr: "Comment c’est fait",
      es: "Cómo se hace",
      it: "Come nasce",
    }),
    preheader: say({
      en: "A visit to the workshop.",
      de: "Ein Besuch in der Werkstatt.",
      fr: "Une visite à l’atelier.",
      es: "Una visita al taller.",
      it: "Una visita in laboratorio.",
    }),
    blocks: [
      logo,
      title(
        say({
          en: "How it is made",
          de: "Wie es entsteht",
          fr: "Comment c’est fait",
          es: "Cómo se hace",
          it: "Come nasce",
        }),
      ),
      { id: "picture", type: "picture", url: "", alt: "", link: null },
      words(
        "story",
        say({
          en: "Every product has a story. Tell one: where the idea came from, who makes it, what is difficult about it. Readers remember a person and a place better than a list of features.\n\nKeep it to three short paragraphs. The second is the place for the detail that surprises.\n\n*And let the last one lead to what can be bought.*",
          de: "Jedes Produkt hat eine Geschichte. Erzählen Sie eine: woher die Idee kam, wer es macht, was daran schwierig ist. An einen Menschen und einen Ort erinnert man sich besser als an eine Liste von Eigenschaften.\n\nDrei kurze Absätze genügen. In den zweiten gehört die Einzelheit, die überrascht.\n\n*Und der letzte führt zu dem, was man kaufen kann.*",
          fr: "Chaque produit a une histoire. Racontez-en une : d’où est venue l’idée, qui le fabrique, ce qui est difficile. On retient mieux une personne et un lieu qu’une liste de qualités.\n\nTrois courts paragraphes suffisent. Le deuxième est la place du détail qui surprend.\n\n*Et que le dernier mène à ce qu’on peut acheter.*",
          es: "Cada producto tiene una historia. Cuenta una: de dónde vino la idea, quién lo hace, qué tiene de difícil. Una persona y un lugar se recuerdan mejor que una lista de características.\n\nBastan tres párrafos cortos. El segundo es el sitio para el detalle que sorprende.\n\n*Y que el último lleve a lo que se puede comprar.*",
          it: "Ogni prodotto ha una storia. Raccontane una: da dove è nata l’idea, chi lo fa, che cosa c’è di difficile. Una persona e un luogo si ricordano meglio di un elenco di caratteristiche.\n\nBastano tre paragrafi brevi. Il secondo è il posto per il dettaglio che sorprende.\n\n*E l’ultimo porti a ciò che si può comprare.*",
        }),
      ),
      {
        id: "button",
        type: "button",
        label: say({
          en: "Read the whole story",
          de: "Weiterlesen",
          fr: "Lire toute l’histoire",
          es: "Leer toda la historia",
          it: "Leggi tutta la storia",
        }),
        url: "{{ shop.url }}",
      },
      divider("line"),
      {
        id: "columns",
        type: "columns",
        columns: [
          [
            subtitle(
              "left-heading",
              say({ en: "By hand", de: "Von Hand", fr: "À la main", es: "A mano", it: "A mano" }),
            ),
            words(
              "left",
              say({
                en: "Say what your hands do that a machine cannot.",
                de: "Sagen Sie, was Ihre Hände tun, das keine Maschine kann.",
                fr: "Dites ce que vos mains font et qu’aucune machine ne sait faire.",
                es: "Di qué hacen tus manos que una máquina no puede.",
                it: "Di’ che cosa fanno le tue mani che una macchina non sa fare.",
              }),
              {
                size: "small",
              },
            ),
          ],
          [
            subtitle(
              "right-heading",
              say({ en: "To last", de: "Für lange", fr: "Pour durer", es: "Para durar", it: "Per durare" }),
            ),
            words(
              "right",
              say({
                en: "Say how long it lasts, and how it is repaired.",
                de: "Sagen Sie, wie lange es hält und wie man es repariert.",
                fr: "Dites combien de temps cela dure et comment on le répare.",
                es: "Di cuánto dura y cómo se repara.",
                it: "Di’ quanto dura e come si ripara.",
              }),
              {
                size: "small",
              },
            ),
          ],
        ],
      },
      footer,
    ],
  }),
}
