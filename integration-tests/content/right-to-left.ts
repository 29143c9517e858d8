import { contentSchema, type MailContent } from "../../src/core/templates/document"

const words = (text: string) => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] })

/** A newsletter in Arabic with every kind of block that has two sides. */
export const arabicLetter: MailContent = contentSchema.parse({
  subject: "وصل حديثًا",
  preheader: "مختارات جديدة من أجلكم",
  document: {
    version: 2,
    kind: "blocks",
    locale: "ar",
    blocks: [
      { id: "logo", type: "logo" },
      { id: "heading", type: "heading", content: words("وصل حديثًا إلى متجرنا") },
      { id: "text", type: "text", content: words("مرحبًا، اخترنا لكم هذا الأسبوع قطعًا جديدة: 3 مصابيح و2 كرسي.") },
      {
        id: "list",
        type: "text",
        content: {
          type: "doc",
          content: [
            {
              type: "bulletList",
              content: ["مصنوعة يدويًا", "توصيل سريع"].map((text) => ({
                type: "listItem",
                content: words(text).content,
              })),
            },
          ],
        },
      },
      { id: "button", type: "button", label: "تسوّق الآن", url: "https://shop.example.com/new" },
      { id: "products", type: "products", source: "newest", columns: 3, count: 3 },
      {
        id: "columns",
        type: "columns",
        columns: [
          [{ id: "right", type: "text", content: words("العمود الأول، على اليمين.") }],
          [{ id: "left", type: "text", content: words("العمود الثاني، على اليسار.") }],
        ],
      },
      { id: "cart", type: "order", lines: "order" },
      { id: "footer", type: "footer", reason: "تصلكم هذه الرسالة لأنكم اشتركتم في نشرتنا." },
    ],
  },
})
