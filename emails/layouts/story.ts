import { divider, footer, logo, subtitle, title, words } from "../templates/parts"
import type { NewsletterLayout } from "./layout"

export const story: NewsletterLayout = {
  key: "story",
  name: { en: "Story", de: "Geschichte" },
  content: (say) => ({
    subject: say("How it is made", "Wie es entsteht"),
    preheader: say("A visit to the workshop.", "Ein Besuch in der Werkstatt."),
    blocks: [
      logo,
      title(say("How it is made", "Wie es entsteht")),
      { id: "picture", type: "picture", url: "", alt: "", link: null },
      words(
        "story",
        say(
          "Every product has a story. Tell one: where the idea came from, who makes it, what is difficult about it. Readers remember a person and a place better than a list of features.\n\nKeep it to three short paragraphs. The second is the place for the detail that surprises.\n\n*And let the last one lead to what can be bought.*",
          "Jedes Produkt hat eine Geschichte. Erzählen Sie eine: woher die Idee kam, wer es macht, was daran schwierig ist. An einen Menschen und einen Ort erinnert man sich besser als an eine Liste von Eigenschaften.\n\nDrei kurze Absätze genügen. In den zweiten gehört die Einzelheit, die überrascht.\n\n*Und der letzte führt zu dem, was man kaufen kann.*",
        ),
      ),
      { id: "button", type: "button", label: say("Read the whole story", "Weiterlesen"), url: "{{ shop.url }}" },
      divider("line"),
      {
        id: "columns",
        type: "columns",
        columns: [
          [
            subtitle("left-heading", say("By hand", "Von Hand")),
            words(
              "left",
              say(
                "Say what your hands do that a machine cannot.",
                "Sagen Sie, was Ihre Hände tun, das keine Maschine kann.",
              ),
              {
                size: "small",
              },
            ),
          ],
          [
            subtitle("right-heading", say("To last", "Für lange")),
            words(
              "right",
              say(
                "Say how long it lasts, and how it is repaired.",
                "Sagen Sie, wie lange es hält und wie man es repariert.",
              ),
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
