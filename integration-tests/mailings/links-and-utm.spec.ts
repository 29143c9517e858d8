import { publishMailing } from "../../src/runtime/mailing-content"
import { previewContent } from "../../src/runtime/preview-content"
import { contentSchema } from "../../src/core/templates/document"
import { openMailroom } from "../support/database"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("what a mailing is about, and what its links say", () => {
  let opened: Opened
  const rows = (text: string, values: unknown[] = []) => opened.mailroom.db.query({ text, values })
  const grid = (...productIds: string[]) => ({
    version: 2,
    kind: "blocks",
    blocks: [{ id: "p1", type: "products", source: "picked", productIds }],
  })

  beforeAll(async () => {
    opened = await openMailroom({ settings: { general: { storefrontUrl: "https://shop.example" } } })
    await rows(
      `INSERT INTO mailroom.sender (id, name, from_name, from_email, postal_address, is_default)
       VALUES ('msnd_default', 'Shop', 'Shop', 'news@shop.example', '1 Main Street', true)`,
    )
    await rows(
      `INSERT INTO mailroom.product (product_id, title, status) VALUES
       ('prod_1', 'Lamp', 'published'), ('prod_2', 'Mug', 'published'), ('prod_3', 'Rug', 'published')`,
    )
    await rows(
      `INSERT INTO mailroom.purchase_order (order_id, display_id, currency, total, net_total, placed_at)
       VALUES ('order_1', 1001, 'eur', 10, 8, mailroom.now())`,
    )
  })
  afterAll(() => opened.close())

  it("links the products of its blocks by themselves, and others and orders by hand", async () => {
    const { mailings, mailingLinks } = opened.mailroom
    const draft = await mailings.create({ subject: "Lamps", document: grid("prod_1", "prod_2") }, null)
    await mailingLinks.add(draft.id, "product", "prod_3")
    await mailingLinks.add(draft.id, "order", "order_1")
    await mailings.update(draft.id, { document: grid("prod_2"), revision: draft.revision })
    expect(await mailingLinks.list(draft.id)).toEqual([
      { kind: "product", ref_id: "prod_2", is_by_hand: false, label: "Mug" },
      { kind: "product", ref_id: "prod_3", is_by_hand: true, label: "Rug" },
      { kind: "order", ref_id: "order_1", is_by_hand: true, label: "#1001" },
    ])
    expect(await mailingLinks.mailingsOf("product", "prod_2")).toMatchObject([{ id: draft.id, subject: "Lamps" }])
    expect(await mailingLinks.mailingsOf("product", "prod_1")).toEqual([])
    expect(await mailingLinks.mailingsOf("order", "order_1")).toMatchObject([{ id: draft.id }])
    await expect(mailingLinks.add(draft.id, "order", "order_9")).rejects.toThrow('no order "order_9"')
    await expect(mailingLinks.remove(draft.id, "product", "prod_2")).rejects.toThrow("goes with the block")
    const copy = await mailings.duplicate(draft.id, null)
    expect((await mailingLinks.list(copy.id)).map(({ ref_id }) => ref_id)).toEqual(["prod_2", "prod_3", "order_1"])
    await mailingLinks.remove(draft.id, "product", "prod_3")
    expect(await mailingLinks.list(draft.id)).toHaveLength(2)
  })

  const html =
    `<a href="https://shop.example/sale?utm_source=own#top">Sale</a> <a href="mailto:care@shop.example">Write</a>` +
    `<a href="https://shop.example/{{ contact.email }}">Yours</a><a href="{{ unsubscribeUrl }}">Unsubscribe</a>`

  it("puts UTM parameters on its web links once, at publication, and on no others", async () => {
    const { mailings, settings } = opened.mailroom
    await settings.write({ utm: { isOn: true, source: "news" } }, null)
    const draft = await mailings.create({ subject: "Big sale", document: { kind: "html", html } }, null)
    const { compiled } = await publishMailing(opened.mailroom, await mailings.row(draft.id))
    expect(compiled.en!.links).toEqual([
      "https://shop.example/sale?utm_source=own&utm_medium=email&utm_campaign=big-sale#top",
    ])
    expect(compiled.en!.plain).toContain("utm_campaign=big-sale#top")
    expect(compiled.en!.plain).toContain("mailto:care@shop.example")
    const shown = await previewContent(opened.mailroom, {
      for: "newsletter",
      content: contentSchema.parse({ subject: "Big sale", document: draft.document }),
      mailing_id: draft.id,
    })
    expect(shown.html).toMatch(
      /shop\.example\/[^"]*example\.com\?utm_source=news&amp;utm_medium=email&amp;utm_campaign=big-sale/,
    )
    expect(shown.html).not.toMatch(/unsubscribe[^"]*utm_/)
  })

  it("leaves them as they are where the mailing says so", async () => {
    const { mailings } = opened.mailroom
    const off = { is_on: false, source: "", medium: "", campaign: "", content: "" }
    const { id } = await mailings.create({ subject: "Big sale", document: { kind: "html", html }, utm: off }, null)
    const { compiled } = await publishMailing(opened.mailroom, await mailings.row(id))
    expect(compiled.en!.links).toEqual(["https://shop.example/sale?utm_source=own#top"])
  })
})
