import { footer, logo, title, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

export const newArrivals: NewsletterLayout = {
  key: "new_arrivals",
  name: { en: "New arrivals", de: "Neuheiten" },
  content: (say) => ({
    subject: say({
      en: "Just in: what is new this week",
      de: "Frisch eingetroffen: die Neuheiten der Woche",
      fr: "Vient d’arriver : les nouveautés de la semaine",
      es: "Recién llegado: las novedades de la semana",
      it: "Appena arrivate: le novità della settimana",
    }),
    preheader: say({
      en: "Hand-picked for you, ready to ship.",
      de: "Für Sie ausgesucht und sofort lieferbar.",
      fr: "Choisies pour vous, prêtes à partir.",
      es: "Elegidas para ti y listas para enviar.",
      it: "Scelte per te e pronte da spedire.",
    }),
    blocks: [
      logo,
      title(
        say({
          en: "Just in",
          de: "Frisch eingetroffen",
          fr: "Vient d’arriver",
          es: "Recién llegado",
          it: "Appena arrivati",
        }),
      ),
      words(
        "intro",
        say({
          en: "New on our shelves this week. Small batches sell out fast, so have a look while everything is still there.",
          de: "Neu in unseren Regalen. Kleine Auflagen sind schnell vergriffen: Am besten schauen Sie, solange alles da ist.",
          fr: "Nouveau dans nos rayons cette semaine. Les petites séries partent vite : jetez un œil tant que tout est encore là.",
          es: "Nuevo en nuestras estanterías esta semana. Las series pequeñas se agotan pronto: échales un vistazo mientras aún está todo.",
          it: "Nuovi sui nostri scaffali questa settimana. Le piccole serie finiscono in fretta: dai un’occhiata finché c’è tutto.",
        }),
      ),
      {
        id: "products",
        type: "products",
        source: "newest",
        columns: 2,
        count: 4,
        isButtonShown: true,
        buttonLabel: say({ en: "View", de: "Ansehen", fr: "Voir", es: "Ver", it: "Vedi" }),
      },
      {
        id: "button",
        type: "button",
        label: say({
          en: "See everything new",
          de: "Alle Neuheiten",
          fr: "Voir toutes les nouveautés",
          es: "Ver todas las novedades",
          it: "Vedi tutte le novità",
        }),
        url: "{{ shop.url }}",
        align: "center",
      },
      footer,
    ],
  }),
}
