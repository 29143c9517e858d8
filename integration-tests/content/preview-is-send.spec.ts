import PostalMime from "postal-mime"
import { contentSchema } from "../../src/core/templates/document"
import type { ContentFor } from "../../src/core/templates/tag-catalogue"
import { builtinContent } from "../../src/rendering/builtin-content"
import { newsletterLayouts } from "../../src/rendering/newsletter-layouts"
import { publishMailing } from "../../src/runtime/mailing-content"
import { lintAsked, previewContent, sendTestOfContent, type ContentAsked } from "../../src/runtime/preview-content"
import { Dispatcher } from "../../src/runtime/dispatcher"
import { rebuildMail } from "../../src/runtime/rebuild-mail"
import { openDelivery, type Delivery } from "../support/delivery"
import { aContact } from "../support/people"
import { aLine, anOrder, aProduct, aShop, type MemoryShop } from "../support/shop"

/** Ids and their signatures are the only thing in which two mails of the same content differ. */
const withoutTokens = (text: string) => text.replace(/\/mailroom\/([uvpco])\/[\w.-]+/g, "/mailroom/$1/token")

const product = (id: string, title: string) =>
  aProduct({ id, title, handle: title.toLowerCase(), categoryIds: ["pcat_shoes"] })

describe("what the preview shows", () => {
  let delivery: Delivery
  let shop: MemoryShop
  beforeAll(async () => {
    delivery = await openDelivery({ settings: { general: { storefrontUrl: "https://store.example" } } })
    shop = aShop()
    delivery.mailroom.shop = shop
    shop.regions_.push(
      { id: "reg_eu", currency: "EUR", countryCodes: ["DE", "AT"], isDefault: true, isTaxed: false },
      { id: "reg_us", currency: "USD", countryCodes: ["US"], isDefault: false, isTaxed: false },
    )
    for (const one of [product("prod_1", "Boots"), product("prod_2", "Socks"), product("prod_3", "Laces")]) {
      shop.products_.set(one.id, one)
      await delivery.mailroom.db.transaction((tx) => delivery.mailroom.readModel.products(tx, [one]))
    }
    shop.prices_.set("prod_1/reg_eu/", "120").set("prod_1/reg_us/", "140").set("prod_1/reg_eu/cusgroup_vip", "99.5")
    shop.prices_.set("prod_2/reg_eu/", "9.9")
  })
  afterAll(() => delivery.close())

  const arrived = async () => PostalMime.parse(delivery.sink.mails.at(-1)!.raw)

  async function compare(asked: ContentAsked) {
    const { mailroom } = delivery
    const preview = await previewContent(mailroom, asked)
    await sendTestOfContent(mailroom, { ...asked, email: "owner@example.com", by: null })
    await delivery.drain(delivery.dispatcher({ compiled: undefined }))
    const mail = await arrived()
    expect(mail.subject).toBe(preview.subject)
    expect(withoutTokens(mail.html!).trimEnd()).toBe(withoutTokens(preview.html).trimEnd())
    expect(withoutTokens(mail.text!).trimEnd()).toBe(withoutTokens(preview.text).trimEnd())
    return { preview, mail }
  }

  it.each(newsletterLayouts("en").map(({ key }) => key))(
    "of the layout %s arrives byte for byte, also in German",
    async (key) => {
      for (const locale of ["en", "de"] as const) {
        const { content } = newsletterLayouts(locale).find((one) => one.key === key)!
        await compare({ for: "newsletter", content, name: "Spring", locale })
      }
    },
  )

  it("of a receipt with a real order arrives byte for byte, in the order's language", async () => {
    const order = anOrder({ locale: "de-AT", lines: [aLine({ title: "Stiefel & Co <b>" })] })
    shop.orders_.set(order.context.id, order)
    const asked = {
      for: "order_receipt" as ContentFor,
      content: builtinContent("order_receipt"),
      order_id: order.context.id,
    }
    const { preview } = await compare(asked)
    expect(preview.about).toMatchObject({ kind: "order", id: order.context.id })
    expect(preview.locale).toBe("de-AT")
    expect(preview.html).toContain("Stiefel &amp; Co &lt;b&gt;")
    expect(preview.html).toContain("Vielen Dank")
  })

  it("of a contact arrives with their name and their price", async () => {
    const person = await aContact(delivery.mailroom, "ada@example.com")
    await delivery.rows(`UPDATE mailroom.contact SET country = 'US', locale = 'en' WHERE id = $1`, [person.contactId])
    const content = contentSchema.parse({
      subject: "For {{ contact.firstName }}",
      document: { version: 2, kind: "blocks", blocks: [{ id: "p", type: "products", productIds: ["prod_1"] }] },
    })
    const { preview } = await compare({ for: "newsletter", content, contact_id: person.contactId })
    expect(preview.subject).toBe("For Ada")
    expect(preview.html).toContain("$140.00")
  })

  it("leaves out a picked product that cannot be bought, in mail and preview alike, and the author is told", async () => {
    const picked = (...productIds: string[]) =>
      contentSchema.parse({
        subject: "Boots",
        document: { version: 2, kind: "blocks", blocks: [{ id: "p", type: "products", productIds, count: 3 }] },
      })
    const missing = async (content: ReturnType<typeof picked>) =>
      (await lintAsked(delivery.mailroom, { for: "newsletter", content })).findings
    // Deleted since it was picked; and published without a price.
    const content = picked("prod_1", "prod_deleted", "prod_3")
    const { preview } = await compare({ for: "newsletter", content })
    expect(preview.text).toContain("Boots")
    expect(preview.text).not.toMatch(/Laces|undefined/)
    expect(await missing(content)).toEqual([
      expect.objectContaining({
        key: "products_missing",
        severity: "warning",
        block: "p",
        values: { count: 2, all: 3 },
      }),
    ])
    expect(await missing(picked("prod_1"))).toEqual([])
    // With nothing left there is no empty grid either.
    const { preview: empty } = await compare({ for: "newsletter", content: picked("prod_deleted") })
    expect(empty.html).not.toMatch(/<table[^>]*>\s*<tbody>\s*<tr>\s*<\/tr>/)
  })
})

describe("the price in a newsletter", () => {
  let delivery: Delivery
  let shop: MemoryShop
  let asked: string[] = []
  beforeAll(async () => {
    delivery = await openDelivery({ settings: { general: { storefrontUrl: "https://store.example" } } })
    shop = aShop()
    delivery.mailroom.shop = shop
    shop.regions_.push(
      { id: "reg_eu", currency: "EUR", countryCodes: ["DE"], isDefault: true, isTaxed: false },
      { id: "reg_us", currency: "USD", countryCodes: ["US"], isDefault: false, isTaxed: false },
    )
    for (const one of [product("prod_1", "Boots"), product("prod_2", "Socks")]) shop.products_.set(one.id, one)
    shop.prices_.set("prod_1/reg_eu/", "120").set("prod_1/reg_us/", "140").set("prod_1/reg_eu/cusgroup_vip", "99.5")
    shop.prices_.set("prod_2/reg_eu/", "9.9")
    const { offers } = shop
    shop.offers = (question) => {
      asked.push(JSON.stringify(question.who))
      return offers(question)
    }
  })
  beforeEach(() => {
    asked = []
  })
  afterAll(() => delivery.close())

  async function send(people: { email: string; country: string; groups?: string[] }[]): Promise<Map<string, string>> {
    const { mailroom } = delivery
    const block = { id: "grid-1", type: "products", productIds: ["prod_1", "prod_2"], columns: 2 }
    const mailing = await mailroom.mailings.create(
      { subject: "New", document: { version: 2, kind: "blocks", blocks: [block] }, topic_id: "mtop_newsletters" },
      null,
    )
    const content = await publishMailing(mailroom, await mailroom.mailings.row(mailing.id))
    const versionId = await mailroom.db.transaction((tx) => content.store(tx))
    const before = delivery.sink.mails.length
    for (const { email, country, groups = [] } of people) {
      const { contactId, addressId } = await aContact(mailroom, email)
      await delivery.rows(`UPDATE mailroom.contact SET country = $2 WHERE id = $1`, [contactId, country])
      if (groups.length > 0)
        await delivery.rows(
          `INSERT INTO mailroom.contact_customer (customer_id, contact_id, group_ids) VALUES ($1, $2, $3)`,
          [`cus_${email}`, contactId, groups],
        )
      await delivery.plan({
        class: "marketing",
        origin: "mailing",
        sourceId: mailing.id,
        topicId: "mtop_newsletters",
        to: { email },
        contactId,
        addressId,
        templateVersionId: versionId,
        locale: "en",
        context: {},
        isCopyKept: true,
      })
    }
    await delivery.drain(delivery.dispatcher({ compiled: undefined }))
    const mails = await Promise.all(delivery.sink.mails.slice(before).map(({ raw }) => PostalMime.parse(raw)))
    return new Map(mails.map((mail) => [mail.to![0]!.address!, mail.html!]))
  }

  it("is that of the region and of the customer group; what has no price there is left out", async () => {
    const mails = await send([
      { email: "eu@example.com", country: "DE" },
      { email: "us@example.com", country: "US" },
      { email: "vip@example.com", country: "DE", groups: ["cusgroup_vip"] },
      { email: "eu2@example.com", country: "DE" },
    ])
    expect(mails.get("eu@example.com")).toMatch(/Boots[^]*€120\.00[^]*Socks[^]*€9\.90/)
    expect(mails.get("us@example.com")).toMatch(/Boots[^]*\$140\.00/)
    expect(mails.get("us@example.com")).not.toMatch(/Socks|\$0/)
    expect(mails.get("vip@example.com")).toContain("€99.50")
    expect(mails.get("eu2@example.com")).toContain("€120.00")
    // Once per kind of person, however many there are.
    expect(asked).toHaveLength(3)
  })

  it("stays what it was when the mail is made again later", async () => {
    await send([{ email: "later@example.com", country: "DE" }])
    shop.prices_.set("prod_1/reg_eu/", "500")
    const [row] = await delivery.rows<{ id: string }>(
      `SELECT id FROM mailroom.message WHERE to_email = 'later@example.com'`,
    )
    const rebuilt = await rebuildMail(delivery.mailroom, row!.id)
    if (rebuilt.kind !== "rebuilt") throw new Error("gone")
    const mail = await PostalMime.parse(delivery.sink.mails.at(-1)!.raw)
    expect(rebuilt.content.html.trimEnd()).toBe(mail.html!.trimEnd())
    expect(mail.html).toContain("€120.00")
  })

  it("is waited for when the shop cannot be asked", async () => {
    const { regions } = shop
    shop.regions = async () => {
      throw new Error("away")
    }
    // Another Mailroom object: what this process has read already is not asked for again.
    const before = delivery.sink.mails.length
    const fresh = Object.assign({}, delivery.mailroom)
    const dispatcher = new Dispatcher(fresh)
    const { mailroom } = delivery
    const block = { id: "p", type: "products", productIds: ["prod_1"] }
    const mailing = await mailroom.mailings.create(
      { subject: "New", document: { version: 2, kind: "blocks", blocks: [block] }, topic_id: "mtop_newsletters" },
      null,
    )
    const content = await publishMailing(mailroom, await mailroom.mailings.row(mailing.id))
    const templateVersionId = await mailroom.db.transaction((tx) => content.store(tx))
    const [id] = await delivery.plan({ class: "tx", templateVersionId, locale: "en", context: {} })
    while ((await dispatcher.turn()) === "more");
    await dispatcher.stop()
    expect(delivery.sink.mails).toHaveLength(before)
    expect(await delivery.message(id!)).toMatchObject({ status: "queued", is_waiting: true })
    shop.regions = regions
    await delivery.later("due")
    await delivery.drain(delivery.dispatcher({ compiled: undefined }))
    expect(await delivery.message(id!)).toMatchObject({ status: "sent" })
  })
})
