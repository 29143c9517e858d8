import { seedContacts } from "../../bench/seed-contacts"
import { EVERYBODY, type ContactFilter } from "../../src/core/reports/contact-filter"
import { EMAIL_STATES } from "../../src/core/reports/email-state"
import { openMailroom } from "../support/database"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("the list of contacts", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
    await seedContacts(opened.mailroom.db, 1500)
  }, 60_000)
  afterAll(() => opened.close())

  const sql = (text: string, ...values: unknown[]) => opened.mailroom.db.query<Record<string, any>>({ text, values })
  const page = (filter: Partial<ContactFilter>, limit = 50, cursor?: string | null) =>
    opened.mailroom.contactList.page({ ...EVERYBODY, ...filter }, { limit, cursor })
  const count = async (filter: Partial<ContactFilter>) =>
    (await opened.mailroom.contactList.count({ ...EVERYBODY, ...filter })).count
  const emails = async (filter: Partial<ContactFilter>) => (await page(filter)).contacts.map(({ email }) => email)

  it("pages through everybody once, the newest first", async () => {
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { contacts, next_cursor } = await page({}, 200, cursor)
      seen.push(...contacts.map(({ id }) => id))
      cursor = next_cursor
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(await count({}))
    expect(seen).toEqual([...seen].sort().reverse())
  })

  it("finds any part of name and address, in any order of words, whatever the accents and capitals", async () => {
    await opened.mailroom.profiles.create({
      email: "Zoe.X@Fünf-example.com",
      first_name: "Zoë",
      last_name: "Straßmüller",
    })
    const found = ["zoe.x@xn--fnf-example-thb.com"]
    for (const q of [
      "straßmüll",
      "STRASSMULLER".replace("SS", "ß"),
      "zoe strass".replace("ss", "ß"),
      "müller oe.x",
      "zoë",
    ])
      expect((await emails({ q })).map((one) => one?.toLowerCase())).toEqual(expect.arrayContaining(found))
    expect(await emails({ q: "zoe nobody-has-this" })).toEqual([])
    expect(await emails({ q: "100%" })).toEqual([])
  })

  it("finds a contact by an earlier address, and no more by a name that it had", async () => {
    const { profiles } = opened.mailroom
    const id = await profiles.create({ email: "earlier@example.com", first_name: "Wilhelmina" })
    await profiles.update(id, { email: "later@example.com", first_name: "Mina" })
    expect(await emails({ q: "earlier@" })).toEqual(["later@example.com"])
    expect(await emails({ q: "wilhelmina" })).toEqual([])
  })

  it("forgets what an erasure empties", async () => {
    const { contactId } = await aContact(opened.mailroom, "erase.me@example.com")
    await sql("UPDATE mailroom.contact SET first_name = NULL, erased_at = mailroom.now() WHERE id = $1", contactId)
    await sql("UPDATE mailroom.contact_address SET email = NULL, email_norm = NULL WHERE contact_id = $1", contactId)
    expect(await emails({ q: "erase.me" })).toEqual([])
    expect(await sql("SELECT text FROM mailroom.contact_search WHERE contact_id = $1", contactId)).toEqual([
      { text: "" },
    ])
  })

  it("puts everybody into exactly one e-mail state, the one that is shown", async () => {
    await aContact(opened.mailroom, "faded@example.com")
    await aContact(opened.mailroom, "waits@example.com", [{ purpose: "marketing", action: "request" }])
    await sql(
      `UPDATE mailroom.contact SET fades_at = mailroom.now() - interval '1 day'
       WHERE id = (SELECT contact_id FROM mailroom.contact_address WHERE email_norm = 'faded@example.com')`,
    )
    await sql(
      `INSERT INTO mailroom.suppression (domain, scope, reason, source) VALUES ('libero.it', 'all', 'hard_bounce', 'bounce')`,
    )
    const shown = new Map<string, string>()
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { contacts, next_cursor } = await page({}, 200, cursor)
      for (const { id, state } of contacts) shown.set(id, state)
      cursor = next_cursor
    }
    const states = new Set<string>()
    let sum = 0
    for (const state of EMAIL_STATES) {
      const { contacts } = await page({ state }, 200)
      for (const { id } of contacts) expect([id, shown.get(id)]).toEqual([id, state])
      sum += await count({ state })
      if (contacts.length > 0) states.add(state)
    }
    expect(sum).toBe(shown.size)
    expect([...states].sort()).toEqual(
      ["active", "bounced", "complained", "erased", "inactive", "never_asked", "pending", "unsubscribed"].sort(),
    )
  })

  it("filters by topic, tag, country and field, alone and together", async () => {
    const rows = async (where: string) =>
      Number(
        (
          await sql(
            `SELECT count(*) AS n FROM mailroom.contact c JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
             WHERE ${where}`,
          )
        )[0]!.n,
      )
    const inTopic = `EXISTS (SELECT FROM mailroom.subscription s WHERE s.address_id = a.id AND s.topic_id = 'mtop_promotions')`
    const cases: [Partial<ContactFilter>, string][] = [
      [{ topicId: "mtop_promotions" }, inTopic],
      [{ tag: "vip" }, `'vip' = ANY(c.tags)`],
      [{ country: "IT" }, `c.country = 'IT'`],
      [{ field: { key: "shoe_size", value: 38 } }, `c.fields->>'shoe_size' = '38'`],
      [
        { topicId: "mtop_promotions", tag: "newsletter", country: "DE", q: "gmail" },
        `${inTopic} AND 'newsletter' = ANY(c.tags) AND c.country = 'DE' AND a.email LIKE '%gmail%'`,
      ],
    ]
    for (const [filter, where] of cases) {
      const n = await rows(where)
      expect(n).toBeGreaterThan(0)
      expect(await count(filter)).toBe(n)
    }
  })

  it("says which tags and countries there are", async () => {
    await opened.mailroom.profiles.create({ email: "tagged@example.com", tags: ["brand new"], country: "IS" })
    const { tags, countries } = await opened.mailroom.contactList.choices()
    expect(tags).toEqual(expect.arrayContaining(["brand new", "newsletter", "vip"]))
    expect(countries).toEqual(expect.arrayContaining(["DE", "IS"]))
    expect(countries).toEqual([...countries].sort())
  })

  it("refuses a cursor that it did not give", async () => {
    await expect(page({}, 50, "nonsense")).rejects.toThrow("cursor")
  })

  it("searches by the trigram index, and without it finds the same", async () => {
    expect(await sql("SELECT mailroom.ensure_search_index() AS problem")).toEqual([{ problem: "" }])
    const before = await emails({ q: "hopper" })
    await sql("DROP INDEX mailroom.contact_search_text")
    expect(await emails({ q: "hopper" })).toEqual(before)
    await sql("SELECT mailroom.ensure_search_index()")
    expect((await sql("SELECT to_regclass('mailroom.contact_search_text') IS NOT NULL AS is_there"))[0]).toEqual({
      is_there: true,
    })
  })
})

describe("a database user who may not make the extension of the search", () => {
  it("gets a list that searches without the index, a warning that says what to do, and the index once it can be made", async () => {
    const { mailroom, close } = await openMailroom()
    const sql = (text: string) => mailroom.db.query<Record<string, unknown>>({ text, values: [] })
    await sql("DROP EXTENSION pg_trgm CASCADE")
    await sql(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mailroom_without_create') THEN CREATE ROLE mailroom_without_create; END IF;
    END $$`)
    await sql("GRANT USAGE ON SCHEMA mailroom TO mailroom_without_create")
    await sql("GRANT ALL ON ALL TABLES IN SCHEMA mailroom TO mailroom_without_create")
    const problem = await mailroom.db.transaction(async (tx) => {
      await tx.query({ text: "SET LOCAL ROLE mailroom_without_create", values: [] })
      const [row] = await tx.query<{ problem: string }>({
        text: "SELECT mailroom.ensure_search_index() AS problem",
        values: [],
      })
      return row!.problem
    })
    expect(problem).toContain("permission denied")
    await aContact(mailroom, "still.found@example.com")
    const { contacts } = await mailroom.contactList.page({ ...EVERYBODY, q: "ill.foun" }, { limit: 10 })
    expect(contacts.map(({ email }) => email)).toEqual(["still.found@example.com"])
    const keys = async () => (await mailroom.readiness.state()).findings.map(({ key }) => key)
    expect(await keys()).toContain("search_index_missing")
    expect(await mailroom.contactList.ensureSearchIndex()).toBeNull()
    expect(await sql("SELECT to_regclass('mailroom.contact_search_text') IS NOT NULL AS is_there")).toEqual([
      { is_there: true },
    ])
    await close()
  })
})
