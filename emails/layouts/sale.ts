import { footer, logo, note, subtitle, title, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

const DARK = "#1f2937"

export const sale: NewsletterLayout = {
  key: "sale",
  name: { en: "Sale with coupon", de: "Angebot mit Gutschein" },
  content: (say) => ({
    subject: say("A little something: 15% off", "Eine kleine Freude: 15 % für Sie"),
    preheader: say("Until Sunday, on everything.", "Bis Sonntag, auf alles."),
    blocks: [
      logo,
      title(say("15% off, until Sunday", "15 % Rabatt, nur bis Sonntag"), { background: DARK }),
      words(
        "intro",
        say(
          'Thank you for reading our news, {{ contact.firstName | default: "dear reader" }}. Enter this code at the checkout and everything in your cart costs less:',
          "Danke, dass Sie unsere Neuigkeiten lesen. Mit diesem Code an der Kasse wird alles in Ihrem Warenkorb günstiger:",
        ),
      ),
      {
        id: "coupon",
        type: "coupon",
        title: say("15%", "15 %"),
        label: say("Your code", "Ihr Code"),
        code: "HELLO15",
        note: say("Valid until Sunday, once per order.", "Gültig bis Sonntag, einmal je Bestellung."),
      },
      subtitle("best-heading", say("What others love", "Was andere lieben")),
      { id: "best", type: "products", source: "best_sellers", columns: 3, count: 3 },
      {
        id: "button",
        type: "button",
        label: say("Shop now", "Jetzt einkaufen"),
        url: "{{ shop.url }}",
        align: "center",
      },
      note("terms", say("Cannot be combined with other codes.", "Nicht mit anderen Codes kombinierbar.")),
      footer,
    ],
  }),
}
