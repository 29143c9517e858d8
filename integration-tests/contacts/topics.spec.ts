import { openMailroom } from "../support/database"
import { aTemplateVersion } from "../support/messages"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("topics", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  it("are there at the first start, and stand in the owner's order", async () => {
    const { topics } = opened.mailroom
    const slugs = async () => (await topics.list()).map(({ slug }) => slug)
    expect(await slugs()).toEqual(["newsletters", "promotions", "general"])
    await topics.order(["mtop_general", "mtop_newsletters"])
    expect(await slugs()).toEqual(["general", "newsletters", "promotions"])
    await expect(topics.order(["mtop_x"])).rejects.toThrow('no topic "mtop_x"')
  })

  it("speak the readers' languages", async () => {
    const { topics } = opened.mailroom
    const made = await topics.create({
      name: "Recipes",
      translations: { de: { name: " Rezepte ", description: "" }, fr: { name: "" } },
    })
    expect(made.translations).toEqual({ de: { name: "Rezepte" } })
    await expect(topics.update(made.id, { translations: { xx: { name: "?" } } })).rejects.toThrow('translation "xx"')
    await expect(topics.update(made.id, { visibility: "internal", is_default_on: true })).rejects.toThrow("internal")
  })

  it("go for good only while nobody used them; else the mailings are named", async () => {
    const { topics, mailings } = opened.mailroom
    const unused = await topics.create({ name: "Mistake" })
    await topics.remove(unused.id)
    await expect(topics.get(unused.id)).rejects.toThrow("There is no topic")
    const used = await topics.create({ name: "Used" })
    await mailings.create({ name: "May letter", topic_id: used.id }, null)
    expect((await topics.get(used.id)).mailings).toBe(1)
    await expect(topics.remove(used.id)).rejects.toThrow('used by "May letter"')
    const joined = await topics.create({ name: "Joined" })
    await aContact(opened.mailroom, "joined@example.com", subscribedTo(joined.id))
    await expect(topics.remove(joined.id)).rejects.toThrow("Archive it instead")
    await topics.update(joined.id, { isArchived: true })
    expect((await topics.get(joined.id)).archived_at).not.toBeNull()
  })
})

describe("the customer's own communications", () => {
  let opened: Opened
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  beforeAll(async () => {
    opened = await openMailroom({ settings: { general: { baseUrl: "https://mail.shop.example" } } })
    const versionId = await aTemplateVersion(opened.mailroom)
    await rows(
      `INSERT INTO mailroom.template (id, builtin_key, name, class, live_version_id)
       VALUES ('mtpl_confirm', 'confirm_subscription', 'Confirm', 'tx', $1)`,
      versionId,
    )
  })
  afterAll(() => opened.close())

  let n = 0
  async function aCustomer(said = subscribedTo("mtop_newsletters", "mtop_promotions")) {
    const email = `customer${n++}@example.com`
    const customerId = `cus_${n}`
    await aContact(opened.mailroom, email, said)
    await opened.mailroom.db.transaction((tx) =>
      opened.mailroom.contacts.ensureByEmail(tx, [
        { email, source: "customer", customer: { id: customerId, hasAccount: true } },
      ]),
    )
    const asking = { customerId, locale: "de", circumstances: { ip: null, userAgent: null } }
    return { email, asking }
  }
  const confirmed = [
    { purpose: "marketing", action: "confirm", basis: "express_doi" } as const,
    { purpose: "topic", topicId: "mtop_newsletters", action: "confirm", basis: "express_doi" } as const,
  ]
  const statesOf = ({ topics }: { topics: { slug: string; state: string }[] }) =>
    Object.fromEntries(topics.map(({ slug, state }) => [slug, state]))

  it("are read in the customer's language, with a signed link to the page", async () => {
    const { asking, email } = await aCustomer()
    const read = await opened.mailroom.communications.read(asking)
    expect(read).toMatchObject({ email, marketing: "subscribed", can_undo: false, is_stopped: false })
    expect(read.topics.map(({ name }) => name)).toContain("Angebote")
    expect(read.preferences_url).toMatch(/^https:\/\/mail\.shop\.example\/mailroom\/p\//)
  })

  it("leave everything, and take it back: at once where the mailbox was proven", async () => {
    const { asking } = await aCustomer([...confirmed])
    const { communications } = opened.mailroom
    const left = await communications.change(asking, { marketing: false })
    expect(left).toMatchObject({ marketing: "unsubscribed", can_undo: true })
    const back = await communications.change(asking, { undo: true })
    expect(back).toMatchObject({ marketing: "subscribed", can_undo: false })
    expect(statesOf(back)).toMatchObject({ newsletters: "subscribed" })
  })

  it("ask by mail where nobody ever confirmed: an account can be made with anybody's address", async () => {
    const { asking, email } = await aCustomer()
    const { communications } = opened.mailroom
    await communications.change(asking, { marketing: false })
    const back = await communications.change(asking, { marketing: true })
    expect(statesOf(back)).toMatchObject({ newsletters: "pending", promotions: "pending" })
    expect(await rows(`SELECT 1 FROM mailroom.message WHERE to_email = $1`, email)).toHaveLength(1)
  })

  it("let only a new confirmation lift a complaint", async () => {
    const { asking, email } = await aCustomer([...confirmed])
    const { communications, suppression, keyring, db } = opened.mailroom
    const emailHash = await keyring.emailHash(email)
    await suppression.complaint(db, { emailHash, messageId: null, source: "arf" })
    const asked = await communications.change(asking, { topics: ["newsletters", "general"] })
    expect(asked.is_stopped).toBe(true)
    expect(statesOf(asked)).toMatchObject({ general: "pending" })
  })

  it("choose topics, tracking, a pause and a language", async () => {
    const { asking } = await aCustomer([...confirmed])
    const { communications } = opened.mailroom
    const changed = await communications.change(asking, {
      topics: ["mtop_general"],
      tracking: true,
      pauseDays: 30,
      locale: "fr",
    })
    expect(statesOf(changed)).toMatchObject({ newsletters: "unsubscribed", general: "subscribed" })
    expect(changed).toMatchObject({ tracking: "granted", locale: "fr", paused_until: expect.any(String) })
    expect(await communications.change(asking, { pauseDays: 0 })).toMatchObject({ paused_until: null })
    await expect(communications.change(asking, { topics: ["spam"] })).rejects.toThrow('no topic "spam"')
    await expect(communications.change(asking, { locale: "xx" })).rejects.toThrow("choose one of")
  })
})
