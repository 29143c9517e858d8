import { openMailroom } from "../support/database"
import { aMessage, markSent, rowOf } from "../support/messages"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("leaving and coming back", () => {
  let opened: Opened
  let heard: { name: string; data: Record<string, unknown> }[]
  beforeAll(async () => {
    opened = await openMailroom()
    opened.mailroom.bus = { emit: async (name, data) => void heard.push({ name, data }) }
  })
  beforeEach(() => {
    heard = []
  })
  afterAll(() => opened.close())

  const byLink = { source: "mail", method: "one_click", actor: "contact", ip: "192.0.2.9", userAgent: "Thunderbird" }
  const both = subscribedTo("mtop_newsletters", "mtop_promotions")
  let n = 0
  const email = () => `reader${n++}@example.com`

  async function aReader(change = {}) {
    const person = await aContact(opened.mailroom, email(), both)
    const messageId = await aMessage(opened.mailroom, person, change)
    await markSent(opened.mailroom, messageId)
    const whose = (await opened.mailroom.preferences.recipientOfMessage(messageId))!
    return { person, messageId, whose }
  }
  const stateOf = async (addressId: string) => opened.mailroom.consent.stateOf(opened.mailroom.db, addressId)
  const holding = async (whose: { emailHash: Buffer }) =>
    opened.mailroom.suppression.active(opened.mailroom.db, { emailHash: whose.emailHash, domain: "example.com" })

  it("leaves the mail's topic only, writes the proof, and suppresses", async () => {
    const { person, whose, messageId } = await aReader()
    await opened.mailroom.preferences.leave(whose, "mail", { ...byLink, messageId })
    const state = await stateOf(person.addressId)
    expect(state.marketing.state).toBe("subscribed")
    expect(state.topics).toMatchObject({
      mtop_newsletters: { state: "unsubscribed" },
      mtop_promotions: { state: "subscribed" },
    })
    expect(await holding(whose)).toMatchObject([
      { scope: "topic", topic_id: "mtop_newsletters", reason: "unsubscribed" },
    ])
    const [proof] = (await opened.mailroom.consent.history(opened.mailroom.db, person.contactId)).slice(-1)
    expect(proof).toMatchObject({ action: "withdraw", method: "one_click", message_id: messageId, ip: "192.0.2.0" })
    expect(heard).toEqual([
      {
        name: "mailroom.contact.unsubscribed",
        data: expect.objectContaining({ contact_id: person.contactId, topic_id: "mtop_newsletters" }),
      },
    ])
  })

  it("cancels what waits of that scope in the same breath, and never a receipt", async () => {
    const { person, whose } = await aReader()
    const [news, offers, reminder, receipt] = await Promise.all([
      aMessage(opened.mailroom, person),
      aMessage(opened.mailroom, person, { topicId: "mtop_promotions" }),
      aMessage(opened.mailroom, person, { topicId: null }),
      aMessage(opened.mailroom, person, { class: "tx", kind: "store_email", lane: "receipts", topicId: null }),
    ])
    await opened.mailroom.preferences.leave(whose, "mail", byLink)
    const status = async (id: string) => (await rowOf(opened.mailroom, "message", id))!.status
    expect(await Promise.all([news, offers, reminder, receipt].map(status))).toEqual([
      "cancelled",
      "queued",
      "queued",
      "queued",
    ])
    await opened.mailroom.preferences.leave(whose, "all", byLink)
    expect(await Promise.all([news, offers, reminder, receipt].map(status))).toEqual([
      "cancelled",
      "cancelled",
      "cancelled",
      "queued",
    ])
    expect(await rowOf(opened.mailroom, "message", news)).toMatchObject({ reason: "unsubscribed" })
    const waiting = await opened.mailroom.db.query({
      text: "SELECT message_id FROM mailroom.delivery WHERE message_id = ANY($1)",
      values: [[news, offers, reminder, receipt]],
    })
    expect(waiting).toEqual([{ message_id: receipt }])
  })

  it("takes back even what a dispatcher has claimed, and leaves alone what the server already has", async () => {
    const { person, whose } = await aReader()
    const claimed = await aMessage(opened.mailroom, person)
    const handed = await aMessage(opened.mailroom, person)
    const set = (id: string, what: string) =>
      opened.mailroom.db.query({
        text: `UPDATE mailroom.delivery SET stage = 'claimed', ${what} WHERE message_id = $1`,
        values: [id],
      })
    await set(claimed, "lease_token = gen_random_uuid()")
    await set(handed, "handed_at = mailroom.now()")
    await opened.mailroom.preferences.leave(whose, "all", byLink)
    expect(await rowOf(opened.mailroom, "message", claimed)).toMatchObject({ status: "cancelled" })
    expect(await rowOf(opened.mailroom, "message", handed)).toMatchObject({ status: "queued" })
  })

  it("done twice says no once", async () => {
    const { person, whose, messageId } = await aReader()
    await Promise.all([1, 2, 3].map(() => opened.mailroom.preferences.leave(whose, "mail", byLink)))
    const log = await opened.mailroom.consent.history(opened.mailroom.db, person.contactId)
    expect(log.filter(({ action }) => action === "withdraw")).toHaveLength(1)
    expect(heard).toHaveLength(1)
    const [counted] = await opened.mailroom.db.query<{ n: string }>({
      text: "SELECT count(*) AS n FROM mailroom.message_event WHERE message_id = $1 AND kind = 'unsubscribed'",
      values: [messageId],
    })
    expect(Number(counted!.n)).toBe(1)
    expect(await rowOf(opened.mailroom, "message_fold", messageId)).toMatchObject({ unsubscribed_at: expect.any(Date) })
  })

  it("leaves all marketing by a mail without a topic", async () => {
    const { person, whose } = await aReader({ topicId: null })
    await opened.mailroom.preferences.leave(whose, "mail", byLink)
    expect((await stateOf(person.addressId)).marketing.state).toBe("unsubscribed")
    expect(await holding(whose)).toMatchObject([{ scope: "marketing" }])
  })

  it("is taken back exactly: what was subscribed before is again, and nothing holds it any more", async () => {
    const { person, whose } = await aReader()
    expect((await opened.mailroom.preferences.read(whose)).canUndo).toBe(false)
    await opened.mailroom.preferences.leave(whose, "all", byLink)
    expect((await opened.mailroom.preferences.read(whose)).canUndo).toBe(true)
    await opened.mailroom.preferences.undo(whose, { ...byLink, method: "page" })
    const state = await stateOf(person.addressId)
    expect(state.marketing).toMatchObject({ state: "subscribed", basis: "express_doi" })
    expect(Object.values(state.topics).map((topic) => topic.state)).toEqual(["subscribed", "subscribed"])
    expect(await holding(whose)).toEqual([])
    expect((await opened.mailroom.preferences.read(whose)).canUndo).toBe(false)
  })

  it("does not let an undo lift a complaint", async () => {
    const { whose, messageId } = await aReader()
    const { db, suppression, preferences } = opened.mailroom
    await db.transaction((tx) => suppression.complaint(tx, { emailHash: whose.emailHash, messageId, source: "arf" }))
    await preferences.leave(whose, "all", byLink)
    await preferences.undo(whose, byLink)
    expect(await holding(whose)).toMatchObject([{ reason: "complaint", scope: "marketing" }])
  })

  it("joins only what the page offers: a form that names an internal, archived or invented topic gains nothing", async () => {
    const { person, whose } = await aReader()
    const { topics, preferences } = opened.mailroom
    const internal = await topics.create({ name: "Staff only", visibility: "internal" })
    const archived = await topics.create({ name: "Long ago" })
    await topics.update(archived.id, { isArchived: true })
    const named = ["mtop_general", internal.id, archived.id, "mtop_invented"]
    await preferences.change(whose, { topics: { shown: named, chosen: named } }, { ...byLink, method: "page" })
    const joined = Object.keys((await stateOf(person.addressId)).topics)
    expect(joined.sort()).toEqual(["mtop_general", "mtop_newsletters", "mtop_promotions"])
  })

  it("changes topics, tracking and a pause by one form, writing down only what differs", async () => {
    const { person, whose } = await aReader()
    const page = { ...byLink, method: "page" }
    await opened.mailroom.preferences.change(
      whose,
      {
        topics: {
          shown: ["mtop_newsletters", "mtop_promotions", "mtop_general"],
          chosen: ["mtop_general", "mtop_promotions"],
        },
        tracking: true,
        pauseDays: 30,
      },
      page,
    )
    const state = await stateOf(person.addressId)
    expect(state.topics).toMatchObject({
      mtop_newsletters: { state: "unsubscribed" },
      mtop_promotions: { state: "subscribed" },
      mtop_general: { state: "subscribed" },
    })
    expect(state.tracking.state).toBe("granted")
    expect(state.pausedUntil!.getTime()).toBeGreaterThan(Date.now() + 29 * 24 * 3600 * 1000)
    const before = await opened.mailroom.consent.history(opened.mailroom.db, person.contactId)
    await opened.mailroom.preferences.change(
      whose,
      { topics: { shown: ["mtop_general"], chosen: ["mtop_general"] }, tracking: true },
      page,
    )
    expect(await opened.mailroom.consent.history(opened.mailroom.db, person.contactId)).toHaveLength(before.length)
    expect(await opened.mailroom.consent.verify(opened.mailroom.db, person.contactId)).toEqual([])
  })
})

describe("suppression", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  const hash = (n: number) => Buffer.alloc(32, n)
  const active = (n: number) =>
    opened.mailroom.suppression.active(opened.mailroom.db, { emailHash: hash(n), domain: null })

  it("is written once, keeps the first evidence, and can be lifted with a reason", async () => {
    const { db, suppression } = opened.mailroom
    const bounce = { emailHash: hash(1), messageId: "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", code: "5.1.1" }
    const first = await suppression.hardBounce(db, bounce)
    expect(await suppression.hardBounce(db, { ...bounce, code: "5.1.2" })).toEqual(first)
    expect(await active(1)).toMatchObject([{ scope: "all", reason: "hard_bounce" }])
    expect(await suppression.lift(db, { id: first.id, by: "user_1", reason: "typo corrected" })).toBe(true)
    expect(await suppression.lift(db, { id: first.id, by: "user_1", reason: "again" })).toBe(false)
    expect(await active(1)).toEqual([])
  })

  it("comes of five soft bounces over fourteen days, and a sign of life starts the count again", async () => {
    const { db, suppression } = opened.mailroom
    const bounceOn = async (day: number) => {
      const messageId = `0193a1b2-c3d4-7e5f-8a9b-0000000000${String(day).padStart(2, "0")}`
      const worker = await db.transaction(async (tx) => {
        await tx.query({ text: `SELECT set_config('mailroom.clock_offset', $1, true)`, values: [`${day} days`] })
        return suppression.softBounce(tx, { emailHash: hash(2), messageId })
      })
      return worker
    }
    for (const day of [1, 4, 8]) expect(await bounceOn(day)).toBe(false)
    await suppression.signOfLife(db, [hash(2)])
    for (const day of [9, 12, 15, 19]) expect(await bounceOn(day)).toBe(false)
    expect(await bounceOn(24)).toBe(true)
    expect(await active(2)).toMatchObject([{ reason: "soft_bounces" }])
  })

  it("holds a whole domain", async () => {
    const { db, suppression } = opened.mailroom
    await suppression.suppress(db, {
      domain: "Dead.example",
      scope: "all",
      reason: "manual",
      source: "admin",
      by: "user_1",
    })
    expect(await suppression.active(db, { emailHash: hash(9), domain: "dead.example" })).toMatchObject([
      { domain: "dead.example" },
    ])
  })
})
