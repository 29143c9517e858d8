import { footer, logo, note, subtitle, title, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

const DARK = "#1f2937"

export const sale: NewsletterLayout = {
  key: "sale",
  name: { en: "Sale with coupon", de: "Angebot mit Gutschein" },
  content: (say) => ({
    subject: say({
      en: "A little something: 15% off",
      de: "Eine kleine Freude: 15 % für Sie",
      fr: "Un petit quelque chose : −15 %",
      es: "Un detalle para ti: un 15 % menos",
      it: "Un piccolo pensiero: −15%",
    }),
    preheader: say({
      en: "Until Sunday, on everything.",
      de: "Bis Sonntag, auf alles.",
      fr: "Jusqu’à dimanche, sur tout.",
      es: "Hasta el domingo, en todo.",
      it: "Fino a domenica, su tutto.",
    }),
    blocks: [
      logo,
      title(
        say({
          en: "15% off, until Sunday",
          de: "15 % Rabatt, nur bis Sonntag",
          fr: "−15 %, jusqu’à dimanche",
          es: "Un 15 % menos, hasta el domingo",
          it: "15% di sconto, fino a domenica",
        }),
        { background: DARK },
      ),
      words(
        "intro",
        say({
          en: 'Thank you for reading our news, {{ contact.firstName | default: "dear reader" }}. Enter this code at the checkout and everything in your cart costs less:',
          de: "Danke, dass Sie unsere Neuigkeiten lesen. Mit diesem Code an der Kasse wird alles in Ihrem Warenkorb günstiger:",
          fr: "Merci de lire nos nouvelles. Saisissez ce code au moment de payer et tout ce qui est dans votre panier coûtera moins :",
          es: "Gracias por leer nuestras noticias. Introduce este código al pagar y todo lo que haya en tu carrito te costará menos:",
          it: "Grazie perché leggi le nostre novità. Inserisci questo codice alla cassa e tutto nel tuo carrello costerà meno:",
        }),
      ),
      {
        id: "coupon",
        type: "coupon",
        title: say({ en: "15%", de: "15 %", fr: "15 %", es: "15 %", it: "15%" }),
        label: say({ en: "Your code", de: "Ihr Code", fr: "Votre code", es: "Tu código", it: "Il tuo codice" }),
        code: "HELLO15",
        note: say({
          en: "Valid until Sunday, once per order.",
          de: "Gültig bis Sonntag, einmal je Bestellung.",
          fr: "Valable jusqu’à dimanche, une fois par commande.",
          es: "Válido hasta el domingo, una vez por pedido.",
          it: "Valido fino a domenica, una volta per ordine.",
        }),
      },
      subtitle(
        "best-heading",
        say({
          en: "What others love",
          de: "Was andere lieben",
          fr: "Ce que les autres aiment",
          es: "Lo que más gusta",
          it: "Quello che piace agli altri",
        }),
      ),
      { id: "best", type: "products", source: "best_sellers", columns: 3, count: 3 },
      {
        id: "button",
        type: "button",
        label: say({
          en: "Shop now",
          de: "Jetzt einkaufen",
          fr: "Acheter maintenant",
          es: "Comprar ahora",
          it: "Acquista ora",
        }),
        url: "{{ shop.url }}",
        align: "center",
      },
      note(
        "terms",
        say({
          en: "Cannot be combined with other codes.",
          de: "Nicht mit anderen Codes kombinierbar.",
          fr: "Non cumulable avec d’autres codes.",
          es: "No se puede combinar con otros códigos.",
          it: "Non cumulabile con altri codici.",
        }),
      ),
      footer,
    ],
  }),
}
