import { openMailroom } from "../support/database"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("contacts", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  const ensure = (...people: Parameters<Opened["mailroom"]["contacts"]["ensureByEmail"]>[1]) =>
    opened.mailroom.db.transaction((tx) => opened.mailroom.contacts.ensureByEmail(tx, people))
  const contactOf = async (email: string) => {
    const { db, contacts } = opened.mailroom
    const known = await contacts.byEmail(db, email)
    const [row] = await db.query<Record<string, unknown>>({
      text: "SELECT * FROM mailroom.contact WHERE id = $1",
      values: [known!.contactId],
    })
    return { ...row!, ...known! } as Record<string, unknown> & typeof known
  }

  it("are one per address however it is spelt, in one batch and over several", async () => {
    const [a, b, wrong] = await ensure(
      { email: "Grace@Example.com", source: "order" },
      { email: " grace@example.COM", source: "form", firstName: "Grace" },
      { email: "not an address", source: "form" },
    )
    const [c] = await ensure({ email: "grace@example.com", source: "customer" })
    expect(a).toMatchObject({ ok: true })
    expect(new Set([a, b, c].map((one) => one!.ok && one!.contactId)).size).toBe(1)
    expect(wrong).toEqual({ ok: false, problem: "not_one_mailbox" })
    expect(await contactOf("grace@example.com")).toMatchObject({
      first_name: "Grace",
      marketing: "never_asked",
    })
  })

  it("are one when eight processes meet the same address at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => ensure({ email: "race@example.com", source: "order" })),
    )
    expect(new Set(all.map(([one]) => one!.ok && one!.contactId)).size).toBe(1)
  })

  it("keep what was chosen by hand, take the customer record's name, and let orders only fill gaps", async () => {
    await ensure({ email: "joan@example.com", source: "order", firstName: "J.", locale: "en" })
    await ensure({ email: "joan@example.com", source: "order", firstName: "Johanna", lastName: "Clarke" })
    expect(await contactOf("joan@example.com")).toMatchObject({ first_name: "J.", last_name: "Clarke" })
    await ensure({ email: "joan@example.com", source: "customer", firstName: "Joan", overwrites: true })
    const { contactId } = (await contactOf("joan@example.com"))!
    await opened.mailroom.contacts.chooseLocale(opened.mailroom.db, contactId, "de")
    await ensure({ email: "joan@example.com", source: "customer", locale: "fr", overwrites: true })
    expect(await contactOf("joan@example.com")).toMatchObject({ first_name: "Joan", locale: "de" })
  })

  it("join an account made later with the same address, and keep two accounts of one address together", async () => {
    await aContact(opened.mailroom, "later@example.com")
    await ensure({ email: "later@example.com", source: "customer", customer: { id: "cus_later", hasAccount: true } })
    await ensure({ email: "Later@example.com", source: "customer", customer: { id: "cus_guest", hasAccount: false } })
    const { db, contacts } = opened.mailroom
    const [one, two] = [await contacts.byCustomer(db, "cus_later"), await contacts.byCustomer(db, "cus_guest")]
    expect(one).toMatchObject({ emailNorm: "later@example.com", marketing: "subscribed" })
    expect(two!.contactId).toBe(one!.contactId)
  })

  it("keep their history when a customer changes the address, which starts without marketing consent", async () => {
    const before = await aContact(opened.mailroom, "old@example.com")
    await ensure({ email: "old@example.com", source: "customer", customer: { id: "cus_moved", hasAccount: true } })
    await ensure({ email: "new@example.com", source: "customer", customer: { id: "cus_moved", hasAccount: true } })
    const { db, contacts } = opened.mailroom
    const now = await contacts.byCustomer(db, "cus_moved")
    expect(now).toMatchObject({ contactId: before.contactId, emailNorm: "new@example.com", marketing: "never_asked" })
    expect(await contacts.byEmail(db, "old@example.com")).toMatchObject({
      contactId: before.contactId,
      marketing: "subscribed",
    })
  })

  it("takes names with line breaks and NUL without breaking a head line or the database", async () => {
    await ensure({ email: "crlf@example.com", source: "order", firstName: "Eve\r\nBcc: all@example.com\u0000" })
    expect(await contactOf("crlf@example.com")).toMatchObject({ first_name: "Eve Bcc: all@example.com" })
  })
})

describe("the consent log", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })

  it("folds into the address and its subscriptions in the same transaction", async () => {
    const person = await aContact(
      opened.mailroom,
      "ada@example.com",
      subscribedTo("mtop_newsletters", "mtop_promotions"),
    )
    const [address] = await rows("SELECT * FROM mailroom.contact_address WHERE id = $1", person.addressId)
    expect(address).toMatchObject({ marketing: "subscribed", marketing_basis: "express_doi", tracking: "unknown" })
    expect(
      await rows(
        "SELECT topic_id, state FROM mailroom.subscription WHERE address_id = $1 ORDER BY 1",
        person.addressId,
      ),
    ).toEqual([
      { topic_id: "mtop_newsletters", state: "subscribed" },
      { topic_id: "mtop_promotions", state: "subscribed" },
    ])
    expect(await opened.mailroom.consent.verify(opened.mailroom.db, person.contactId)).toEqual([])
  })

  it("answers what was agreed on an earlier day", async () => {
    const { db, consent } = opened.mailroom
    const person = await aContact(opened.mailroom, "past@example.com", [])
    const on = (day: number) => new Date(Date.UTC(2026, 2, day))
    const say = (day: number, action: "grant" | "withdraw") =>
      db.transaction((tx) =>
        consent.append(tx, [{ addressId: person.addressId, said: [{ purpose: "marketing", action }] }], {
          source: "import",
          actor: "system",
          at: on(day),
        }),
      )
    await say(5, "withdraw")
    await say(1, "grant")
    expect((await consent.stateOf(db, person.addressId, on(3))).marketing.state).toBe("subscribed")
    expect((await consent.stateOf(db, person.addressId)).marketing.state).toBe("unsubscribed")
  })

  it("is one unbroken chain when ten write at once", async () => {
    const { db, consent } = opened.mailroom
    const person = await aContact(opened.mailroom, "busy@example.com", [])
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        db.transaction((tx) =>
          consent.append(
            tx,
            [
              {
                addressId: person.addressId,
                said: [{ purpose: "topic", topicId: "mtop_general", action: n % 2 ? "grant" : "request" }],
              },
            ],
            { source: "form", actor: "contact", ip: "192.0.2.77" },
          ),
        ),
      ),
    )
    const log = await rows("SELECT seq FROM mailroom.consent_log WHERE contact_id = $1 ORDER BY seq", person.contactId)
    expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await consent.verify(db, person.contactId)).toEqual([])
    expect((await consent.history(db, person.contactId))[0]).toMatchObject({
      ip: "192.0.2.0",
      email: "busy@example.com",
    })
  })

  it("still verifies after the personal parts are emptied, and names a part that was swapped", async () => {
    const { db, consent } = opened.mailroom
    const person = await aContact(opened.mailroom, "gone@example.com")
    await rows(
      `UPDATE mailroom.consent_personal SET email = 'other@example.com'
       WHERE log_id = (SELECT id FROM mailroom.consent_log WHERE contact_id = $1 AND seq = 2)`,
      person.contactId,
    )
    expect(await consent.verify(db, person.contactId)).toEqual([2])
    await rows(
      `UPDATE mailroom.consent_personal SET email = NULL, salt = NULL
       WHERE log_id IN (SELECT id FROM mailroom.consent_log WHERE contact_id = $1)`,
      person.contactId,
    )
    expect(await consent.verify(db, person.contactId)).toEqual([])
  })

  it("writes many people by a few statements", async () => {
    const { db, contacts, consent } = opened.mailroom
    const people = await db.transaction((tx) =>
      contacts.ensureByEmail(
        tx,
        Array.from({ length: 2000 }, (_, n) => ({ email: `many${n}@example.com`, source: "import" })),
      ),
    )
    const utterances = people.flatMap((one) =>
      one.ok ? [{ addressId: one.addressId, said: subscribedTo("mtop_newsletters") }] : [],
    )
    const changed = await db.transaction((tx) => consent.append(tx, utterances, { source: "import", actor: "user_1" }))
    expect(changed).toHaveLength(2000)
    expect(changed.every(({ after }) => after.topics.mtop_newsletters?.state === "subscribed")).toBe(true)
  })

  it("keeps the same words as one version, and other words as the next", async () => {
    const { db, consent } = opened.mailroom
    const say = (text: string) => consent.wordingId(db, { kind: "signup", locale: "en", text })
    const [one, again, two] = [
      await say("Yes, mail me."),
      await say("Yes, mail me."),
      await say("Yes, please mail me."),
    ]
    expect(again).toBe(one)
    expect(two).not.toBe(one)
  })
})
