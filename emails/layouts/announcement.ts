import { footer, logo, note, title, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

export const announcement: NewsletterLayout = {
  key: "announcement",
  name: { en: "Announcement", de: "Ankündigung" },
  content: (say) => ({
    subject: say({
      en: "Something new is here",
      de: "Es gibt etwas Neues",
      fr: "Il y a du nouveau",
      es: "Tenemos una novedad",
      it: "C’è una novità",
    }),
    preheader: say({
      en: "Be among the first to see it.",
      de: "Sehen Sie es als Erste.",
      fr: "Soyez parmi les premiers à la découvrir.",
      es: "Descúbrela antes que nadie.",
      it: "Scoprila tra i primi.",
    }),
    blocks: [
      logo,
      { id: "picture", type: "picture", url: "", alt: "", link: "{{ shop.url }}" },
      title(
        say({
          en: "Something new is here",
          de: "Es gibt etwas Neues",
          fr: "Il y a du nouveau",
          es: "Tenemos una novedad",
          it: "C’è una novità",
        }),
      ),
      words(
        "intro",
        say({
          en: 'Hello {{ contact.firstName | default: "there" }},\n\nwe have worked on this for a long time, and today it is ready: **say here what it is** and why it was worth the wait.\n\nTwo or three sentences are enough. What is new, for whom it is, and from when it can be had.',
          de: "Guten Tag {{ contact.firstName }},\n\nlange haben wir daran gearbeitet, heute ist es so weit: **sagen Sie hier, was es ist** und warum sich das Warten gelohnt hat.\n\nZwei, drei Sätze genügen. Was ist neu, für wen ist es gedacht und ab wann ist es zu haben?",
          fr: "Bonjour {{ contact.firstName }},\n\nnous y avons travaillé longtemps, et c’est prêt aujourd’hui : **dites ici de quoi il s’agit** et pourquoi l’attente en valait la peine.\n\nDeux ou trois phrases suffisent. Qu’y a-t-il de nouveau, pour qui, et à partir de quand ?",
          es: "Hola, {{ contact.firstName }}:\n\nllevamos mucho tiempo trabajando en ello y hoy está listo: **di aquí qué es** y por qué ha merecido la pena esperar.\n\nBastan dos o tres frases. Qué hay de nuevo, para quién es y a partir de cuándo se puede tener.",
          it: "Ciao {{ contact.firstName }},\n\nci abbiamo lavorato a lungo e oggi è pronto: **di’ qui che cos’è** e perché è valsa la pena aspettare.\n\nBastano due o tre frasi. Che cosa c’è di nuovo, per chi è e da quando si può avere.",
        }),
      ),
      {
        id: "button",
        type: "button",
        label: say({
          en: "Have a look",
          de: "Jetzt ansehen",
          fr: "Découvrir",
          es: "Echar un vistazo",
          it: "Dai un’occhiata",
        }),
        url: "{{ shop.url }}",
        align: "center",
      },
      note(
        "note",
        say({
          en: "Questions? Just reply to this e-mail.",
          de: "Fragen? Antworten Sie einfach auf diese E-Mail.",
          fr: "Une question ? Répondez simplement à cet e-mail.",
          es: "¿Tienes alguna duda? Responde a este correo.",
          it: "Domande? Rispondi a questa e-mail.",
        }),
      ),
      footer,
    ],
  }),
}
