import { LOCALES } from "../../src/core/templates/contexts"
import { contentSchema, type BlocksDocument, type MailContent } from "../../src/core/templates/document"
import { builtinContent } from "../../src/rendering/builtin-content"
import { lintAsked, previewContent, sendTestOfContent } from "../../src/runtime/preview-content"
import { publishMailing } from "../../src/runtime/mailing-content"
import { publishTemplate } from "../../src/runtime/publish-template"
import { syncTemplates } from "../../src/runtime/sync-templates"
import { openMailroom } from "../support/database"

type Opened = Awaited<ReturnType<typeof openMailroom>>

const RECEIPT = "mtpl_order_receipt"

/** The content with other words in one text block. */
function withWords(content: MailContent, block: string, text: string): MailContent {
  const document = content.document as BlocksDocument
  const words = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] }
  const blocks = document.blocks.map((one) => (one.id === block ? { ...one, content: words } : one))
  return contentSchema.parse({ ...content, document: { ...document, blocks } })
}

describe("a built-in that the owner edits", () => {
  let opened: Opened
  const drafts = () => opened.mailroom.templateDrafts
  // One shop for all: compiling every template in every language takes two seconds.
  beforeAll(async () => {
    opened = await openMailroom()
    const brand = { shopName: "Fjord", primaryColor: "#0f766e" }
    await opened.mailroom.senders.create({
      name: "Shop",
      from_name: "Fjord",
      from_email: "a@shop.example",
      brand,
      is_default: true,
    })
    await syncTemplates(opened.mailroom)
  })
  afterEach(() => drafts().reset(RECEIPT))
  afterAll(() => opened.close())

  const edit = async (text: string) => {
    const { content, revision } = await drafts().get(RECEIPT)
    const saved = await drafts().save(RECEIPT, { revision, content: withWords(content, "intro", text), by: "user_1" })
    return publishTemplate(opened.mailroom, { id: RECEIPT, revision: saved.revision, by: "user_1" })
  }
  const liveHtml = async (locale = "en") => {
    const { templates } = opened.mailroom
    return (await templates.compiled((await templates.liveVersion("order_receipt"))!, locale)).html
  }

  it("is opened with every language, and nothing goes out before it is published", async () => {
    const { content, revision, is_edited, locales } = await drafts().get(RECEIPT)
    expect(locales.sort()).toEqual([...LOCALES].sort())
    expect(is_edited).toBe(false)
    const before = await liveHtml()
    await drafts().save(RECEIPT, { revision, content: withWords(content, "intro", "Ours."), by: "user_1" })
    expect(await liveHtml()).toBe(before)
    expect(await drafts().get(RECEIPT)).toMatchObject({ has_draft: true, is_edited: false })
  })

  it("goes out as edited, in the other languages with Mailroom's words", async () => {
    expect(await edit("Ours, and only ours.")).toMatchObject({ is_edited: true, has_draft: false })
    expect(await liveHtml()).toContain("Ours, and only ours.")
    expect(await liveHtml("de")).not.toContain("Ours, and only ours.")
    const [latest, before] = await drafts().versions(RECEIPT)
    expect(latest).toMatchObject({ is_live: true, is_builtin: false, created_by: "user_1" })
    expect(latest!.number).toBe(before!.number + 1)
  })

  it("cannot be saved over what another tab has saved", async () => {
    const { content, revision } = await drafts().get(RECEIPT)
    await drafts().save(RECEIPT, { revision, content, by: null })
    await expect(drafts().save(RECEIPT, { revision, content, by: null })).rejects.toThrow("changed meanwhile")
    await expect(publishTemplate(opened.mailroom, { id: RECEIPT, revision, by: null })).rejects.toThrow(
      "changed meanwhile",
    )
  })

  it("is kept by an update of Mailroom, which says what it changed", async () => {
    await edit("Ours.")
    // Another release: other words in the heading and the introduction.
    const shipped = withWords(
      withWords(builtinContent("order_receipt"), "intro", "Theirs, newer."),
      "heading",
      "Hooray",
    )
    const compiled = { subject: "s", preheader: "", html: "<p>", plain: "t", links: [], variables: [] }
    const { templates } = opened.mailroom
    const contentOf = (key: string) => (key === "order_receipt" ? shipped : builtinContent(key as "welcome"))
    const published = await templates.syncBuiltins(async () => compiled, { contentOf })
    expect(published).not.toContain("order_receipt")
    expect(await liveHtml()).toContain("Ours.")
    expect(await drafts().get(RECEIPT)).toMatchObject({ has_changes: true })
    const changes = await drafts().changes(RECEIPT)
    expect(changes.map(({ block, field, kind }) => [block, field, kind])).toEqual([
      ["heading", "content", "changed"],
      ["intro", "content", "changed"],
    ])
    expect(JSON.stringify(changes[1]!.after)).toContain("Theirs, newer.")
    expect(JSON.stringify(changes[1]!.mine)).toContain("Ours.")
    expect(await drafts().seeChanges(RECEIPT)).toMatchObject({ has_changes: false, is_edited: true })
    expect(await drafts().changes(RECEIPT)).toEqual([])
    await syncTemplates(opened.mailroom)
  })

  it("is again as Mailroom ships it after a reset", async () => {
    const before = await liveHtml()
    await edit("Ours.")
    expect(await drafts().reset(RECEIPT)).toMatchObject({ is_edited: false, has_draft: false })
    expect(await liveHtml()).toBe(before)
  })

  it("follows a new logo with the owner's words", async () => {
    await edit("Ours.")
    const { senders } = opened.mailroom
    const sender = (await senders.resolve({}))!
    await senders.update(sender.id, { brand: { ...sender.brand, primaryColor: "#aa0000" } })
    await syncTemplates(opened.mailroom)
    const html = await liveHtml()
    expect(html).toContain("#aa0000")
    expect(html).toContain("Ours.")
    const { length } = await drafts().versions(RECEIPT)
    await syncTemplates(opened.mailroom)
    expect(await drafts().versions(RECEIPT)).toHaveLength(length)
  })

  it("may not advertise when it is a service mail", async () => {
    const { content, revision } = await drafts().get(RECEIPT)
    const document = content.document as BlocksDocument
    const blocks = [...document.blocks, { id: "more", type: "products", source: "best_sellers" }]
    const draft = contentSchema.parse({ ...content, document: { ...document, blocks } })
    const saved = await drafts().save(RECEIPT, { revision, content: draft, by: null })
    await expect(publishTemplate(opened.mailroom, { id: RECEIPT, revision: saved.revision, by: null })).rejects.toThrow(
      "advertising",
    )
  })
})

describe("an own template", () => {
  it("is made, renamed, published and put away", async () => {
    const { mailroom, close } = await openMailroom()
    const content = contentSchema.parse({ subject: "Hi", document: { kind: "text", text: "Hello" } })
    const made = await mailroom.templateDrafts.create({ name: " Spring ", content, by: "user_1" })
    expect(made).toMatchObject({ name: "Spring", for: "automation", class: "marketing", live: null, has_draft: true })
    const named = await mailroom.templateDrafts.save(made.id, { revision: made.revision, name: "Summer", by: "user_1" })
    const live = await publishTemplate(mailroom, { id: made.id, revision: named.revision, by: "user_1" })
    expect(live).toMatchObject({
      name: "Summer",
      live: { number: 1, created_by: "user_1" },
      content: { subject: "Hi" },
    })
    await mailroom.templateDrafts.remove(made.id)
    await expect(mailroom.templateDrafts.get(made.id)).rejects.toThrow("no template")
    await expect(mailroom.templateDrafts.remove(RECEIPT)).rejects.toThrow()
    await close()
  })
})

describe("content on its way to a mail", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  const newsletter = (document: unknown, subject = "News") => contentSchema.parse({ subject, document })
  const words = (text: string) => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] })

  it("is previewed in any language, and says what falls back", async () => {
    const content = newsletter({
      version: 2,
      kind: "blocks",
      locale: "en",
      blocks: [
        { id: "a", type: "text", content: words("Hello") },
        { id: "b", type: "text", content: words("World") },
      ],
      translations: { de: { subject: "Neues", blocks: { a: { content: words("Hallo") } } } },
    })
    const asked = { for: "newsletter" as const, content }
    const german = await previewContent(opened.mailroom, { ...asked, locale: "de-AT" })
    expect(german.subject).toBe("Neues")
    expect(german.html).toMatch(/Hallo[^]*World/)
    expect(german.fallbacks).toEqual([{ block: "b", field: "content", from: "en" }])
    expect((await previewContent(opened.mailroom, { ...asked, locale: "en-GB" })).fallbacks).toEqual([])
    // Nobody wrote a word of Arabic: it stays an English page.
    const arabic = await previewContent(opened.mailroom, { ...asked, locale: "ar" })
    expect(arabic.direction).toBe("ltr")
    expect(arabic.html).toContain('<html dir="ltr" lang="en">')
    const subject = { ar: { subject: "جديد", blocks: {} } }
    const begun = contentSchema.parse({ ...content, document: { ...content.document, translations: subject } })
    const half = await previewContent(opened.mailroom, { ...asked, content: begun, locale: "ar" })
    expect(half.direction).toBe("rtl")
    expect(half.html).toMatch(/<html dir="rtl"[^]*<div dir="ltr"/)
  })

  it.each<[string, unknown, string, string | null]>([
    [
      "a variable that there is not",
      { id: "x", type: "text", content: words("{{ contact.fristName }}") },
      "unknown_variable",
      "x",
    ],
    [
      "an address that could run code",
      { id: "x", type: "button", label: "Go", url: "javascript:alert(1)" },
      "bad_link",
      "x",
    ],
    ["an address without a host", { id: "x", type: "button", label: "Go", url: "https://shop" }, "bad_link", "x"],
    ["a button without an address", { id: "x", type: "button", label: "Go" }, "empty_link", "x"],
    [
      "a picture without words for it",
      { id: "x", type: "picture", url: "https://s.example/a.png" },
      "missing_alt",
      "x",
    ],
    [
      "grey on white",
      {
        id: "x",
        type: "text",
        content: {
          type: "doc",
          content: [
            {
              type: "paragraph",
              content: [{ type: "text", text: "hi", marks: [{ type: "textStyle", attrs: { color: "#cccccc" } }] }],
            },
          ],
        },
      },
      "low_contrast",
      "x",
    ],
    [
      "a condition of another mail",
      { id: "x", type: "divider", condition: { fact: "order_is_shipped" } },
      "unknown_fact",
      "x",
    ],
    ["products that nobody has picked", { id: "x", type: "products" }, "no_products", "x"],
    [
      "Liquid that does not end",
      { id: "x", type: "text", content: words("{% if contact.firstName %}") },
      "broken_liquid",
      null,
    ],
    ["more than Gmail shows", { id: "x", type: "html", html: "<p>12345</p>".repeat(8_300) }, "too_large", null],
  ])("is told about %s", async (_, block, key, place) => {
    const content = newsletter({
      version: 2,
      kind: "blocks",
      blocks: [block, { id: "t", type: "text", content: words("x") }],
    })
    const { findings } = await lintAsked(opened.mailroom, { for: "newsletter", content })
    expect(findings.map((finding) => [finding.key, finding.block])).toContainEqual([key, place])
  })

  it("is told about advertising in a service mail, and not about a gift card's own code", async () => {
    const blocks = [{ id: "x", type: "coupon", code: "SAVE10" }]
    const content = newsletter({ version: 2, kind: "blocks", blocks })
    const { findings } = await lintAsked(opened.mailroom, { for: "shipment", content })
    expect(findings).toContainEqual(
      expect.objectContaining({ key: "promotional_block", severity: "error", block: "x" }),
    )
    const card = await lintAsked(opened.mailroom, { for: "gift_card", content: builtinContent("gift_card") })
    expect(card.findings).toEqual([])
  })

  it("is told about own HTML without a way out", async () => {
    const content = newsletter({ version: 2, kind: "html", html: "<p>Hi</p>" })
    const { findings } = await lintAsked(opened.mailroom, { for: "newsletter", content })
    expect(findings.map(({ key }) => key)).toEqual(["no_unsubscribe"])
  })

  it("finds nothing wrong with what Mailroom ships", async () => {
    for (const key of ["order_receipt", "shipment", "cart_reminder", "welcome", "refund"] as const)
      expect(await lintAsked(opened.mailroom, { for: key, content: builtinContent(key) })).toMatchObject({
        findings: [],
      })
  })

  it("gives every language's readers what one of them asks for", async () => {
    const { mailroom } = opened
    const document = {
      version: 2,
      kind: "blocks",
      locale: "en",
      blocks: [{ id: "a", type: "text", content: words("Hello") }],
      translations: { de: { blocks: { a: { content: words("Hallo {{ contact.firstName }}") } } } },
    }
    const { id } = await mailroom.mailings.create({ subject: "News", document }, null)
    const { compiled } = await publishMailing(mailroom, await mailroom.mailings.row(id))
    expect(compiled.en!.html).not.toContain("contact.firstName")
    expect(compiled.en!.variables).toContain("contact.firstName")
  })

  it("refuses a test of what cannot be a mail, with the place", async () => {
    const content = newsletter({ version: 2, kind: "html", html: "<p>\n<script>1</script>" })
    await expect(
      sendTestOfContent(opened.mailroom, { for: "newsletter", content, email: "a@example.com", by: null }),
    ).rejects.toThrow("Line 2: <script>")
  })
})
