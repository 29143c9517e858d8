import { writeCursor } from "../../src/core/reports/cursor"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import { selectOutbox } from "../../src/modules/mailroom/sql/outbox"
import { openMailroom } from "../support/database"
import { aMessage, markSent } from "../support/messages"

let mailroom: Mailroom
let close: () => Promise<void>
beforeEach(async () => {
  const opened = await openMailroom()
  ;({ mailroom, close } = opened)
})
afterEach(() => close())

const nobody = (email: string) => ({ email, contactId: null, addressId: null })
const mails = async (query: Parameters<Mailroom["outbox"]["list"]>[0]) => (await mailroom.outbox.list(query)).messages
const addresses = async (query: Parameters<Mailroom["outbox"]["list"]>[0]) => (await mails(query)).map(({ to }) => to)
const fold = (id: string, column: string) =>
  mailroom.db.query({
    text: `INSERT INTO mailroom.message_fold (message_id, ${column}) VALUES ($1, mailroom.now())`,
    values: [id],
  })
const count = (kind: string, n: number, sourceId = "mlg_test") =>
  mailroom.db.query({
    text: `INSERT INTO mailroom.counter (source_id, variant, hour, kind, n) VALUES ($1, 0, date_trunc('hour', mailroom.now()), $2, $3)`,
    values: [sourceId, kind, n],
  })

describe("the outbox (F36)", () => {
  it("pages by key without losing or repeating a mail, in both orders", async () => {
    for (let n = 0; n < 7; n += 1) await aMessage(mailroom, nobody(`p${n}@example.com`))
    for (const order of ["newest", "oldest"] as const) {
      const seen: (string | null)[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<Mailroom["outbox"]["list"]>> = await mailroom.outbox.list({
          limit: 3,
          cursor,
          order,
        })
        seen.push(...page.messages.map(({ to }) => to))
        cursor = page.next_cursor
      } while (cursor)
      expect(new Set(seen).size).toBe(7)
      expect(seen).toHaveLength(7)
    }
    await expect(mails({ cursor: "garbage" })).rejects.toThrow('cursor is "garbage"')
  })

  it("finds by the beginning of an address, and takes % and _ as they are", async () => {
    await aMessage(mailroom, nobody("ada@example.com"))
    await aMessage(mailroom, nobody("a_a@example.com"))
    expect(await addresses({ q: "ADA@" })).toEqual(["ada@example.com"])
    expect(await addresses({ q: "a_a" })).toEqual(["a_a@example.com"])
    expect(await addresses({ q: "%" })).toEqual([])
  })

  it("finds a person by an address that the mail did not go to", async () => {
    const [ada] = await mailroom.db.transaction((tx) =>
      mailroom.contacts.ensureByEmail(tx, [{ email: "ada@example.com", source: "test" }]),
    )
    if (!ada?.ok) throw new Error("Ada was refused")
    await aMessage(mailroom, { email: "old@example.com", contactId: ada.contactId, addressId: ada.addressId })
    expect(await addresses({ q: "ada@example.com" })).toEqual(["old@example.com"])
  })

  it("filters by state, type, star, source and what it is about", async () => {
    const opened = await aMessage(mailroom, nobody("opened@example.com"))
    const unseen = await aMessage(mailroom, nobody("unseen@example.com"), { kind: "store_email", sourceId: "mauto_x" })
    const plain = await aMessage(mailroom, nobody("plain@example.com"), { about: { kind: "order", id: "order_1" } })
    await aMessage(mailroom, nobody("refused@example.com"), { refused: "not_subscribed" })
    for (const id of [opened, unseen, plain]) await markSent(mailroom, id)
    await fold(opened, "first_open_human_at")
    await mailroom.db.query({
      text: `UPDATE mailroom.message SET pixel = 'none', is_tracked = false WHERE id = $1`,
      values: [plain],
    })
    expect(await addresses({ star: "green" })).toEqual(["opened@example.com"])
    expect(await addresses({ star: "grey" })).toEqual(["unseen@example.com"])
    expect(await addresses({ star: "red" })).toEqual(["plain@example.com"])
    expect(await addresses({ statuses: ["dropped"] })).toEqual(["refused@example.com"])
    expect(await addresses({ kinds: ["store_email"] })).toEqual(["unseen@example.com"])
    expect(await addresses({ sourceId: "mauto_x" })).toEqual(["unseen@example.com"])
    expect(await addresses({ about: "order_1" })).toEqual(["plain@example.com"])
    const [refused] = await mails({ statuses: ["dropped"] })
    expect(refused).toMatchObject({
      reason: "not_subscribed",
      reason_text: "The person never subscribed to marketing mail.",
    })
  })

  it("uses its indexes, so that a page of a million costs what a page of ten does", async () => {
    const base = {
      statuses: null,
      kinds: null,
      star: null,
      sourceId: null,
      contactId: null,
      about: null,
      q: null,
      after: null,
    }
    await mailroom.db.query({
      text: `INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, to_email, subject_kind, subject_id,
               mail_domain, status, planned_at)
             SELECT mailroom.uuidv7(), decode(md5(n::text), 'hex'), 'tx', 'automation', 'store_email', 'mauto_' || n % 7,
               'p' || n || '@example.com', 'order', 'order_' || n, 'x', 'sent', mailroom.now() FROM generate_series(1, 20000) n`,
      values: [],
    })
    for (const table of ["message", "message_fold", "mailing", "automation"])
      await mailroom.db.query({ text: `ANALYZE mailroom.${table}`, values: [] })
    const planOf = async (filter: object) => {
      const { text, values } = selectOutbox({ ...base, order: "newest", limit: 50, ...filter })
      return JSON.stringify(await mailroom.db.query({ text: `EXPLAIN ${text}`, values }))
    }
    expect(await planOf({})).toContain("message_pkey")
    expect(await planOf({ sourceId: "mlg_1" })).toContain("message_source")
    expect(await planOf({ about: "order_1" })).toContain("message_subject")
    expect(await planOf({ q: "ada@" })).toMatch(/message_to.*to_email ~>=~/)
  })
})

describe("the page of a message", () => {
  it("tells why it went, what the server said and what came back", async () => {
    const id = await aMessage(mailroom, nobody("ada@example.com"))
    await markSent(mailroom, id)
    await mailroom.db.query({
      text: `UPDATE mailroom.message SET last_code = 250, last_response = '250 2.0.0 queued as ABC', queue_id = 'ABC' WHERE id = $1`,
      values: [id],
    })
    await mailroom.db.query({
      text: `INSERT INTO mailroom.message_event (message_id, kind, at, classification, link_index)
             VALUES ($1, 'sent', mailroom.now(), NULL, NULL), ($1, 'click', mailroom.now(), 'human', 1)`,
      values: [id],
    })
    const message = await mailroom.outbox.message(id)
    expect(message).toMatchObject({
      status: "sent",
      server: { code: 250, queue_id: "ABC" },
      queue: null,
      body: { state: "rebuilt" },
      can: { resend: true, cancel: false },
    })
    expect(message.links[1]).toMatchObject({ url: "https://shop.example/b", clicks_human: 1, clicks_machine: 0 })
    expect(message.events.map(({ sentence }) => sentence)).toContain("The person clicked https://shop.example/b.")
  })

  it("says what it waits for", async () => {
    const id = await aMessage(mailroom, nobody("ada@example.com"))
    const { findings } = await mailroom.readiness.state()
    const { why, can } = await mailroom.outbox.message(id, findings)
    expect(why.join(" ")).toContain("No SMTP server is configured")
    expect(can).toMatchObject({ resend: false, cancel: true })
  })
})

describe("resending and cancelling", () => {
  it("two clicks at once send one mail", async () => {
    const id = await aMessage(mailroom, nobody("ada@example.com"))
    await markSent(mailroom, id)
    const ids = await Promise.all([1, 2].map(() => mailroom.resends.resend(id, { by: null })))
    expect(new Set(ids).size).toBe(1)
    const [again] = await mails({ statuses: ["queued"] })
    expect(again).toMatchObject({ id: ids[0], to: "ada@example.com" })
  })

  it("refuses what has not gone, and what cannot be taken back any more", async () => {
    const id = await aMessage(mailroom, nobody("ada@example.com"))
    await expect(mailroom.resends.resend(id, { by: null })).rejects.toThrow("It has not gone out yet.")
    await markSent(mailroom, id)
    await expect(mailroom.resends.cancel(id)).rejects.toThrow("it is sent already")
  })

  it("does not add a third mail to a receipt in doubt that goes out once more by itself", async () => {
    const id = await aMessage(mailroom, nobody("ada@example.com"), { class: "tx" })
    const doubt = { text: `UPDATE mailroom.message SET status = 'in_doubt' WHERE id = $1`, values: [id] }
    await mailroom.db.query(doubt)
    await expect(mailroom.resends.resend(id, { by: null })).rejects.toThrow("once more by itself")
    await mailroom.db.query({ text: `DELETE FROM mailroom.delivery WHERE message_id = $1`, values: [id] })
    expect(await mailroom.resends.resend(id, { by: null })).not.toBe(id)
  })

  it("lets go what was held for the merchant's word", async () => {
    const id = await aMessage(mailroom, nobody("ada@example.com"), { class: "tx", refused: "merchants_word" })
    expect(await mailroom.resends.resend(id, { by: null })).toBe(id)
    expect(await mailroom.outbox.message(id)).toMatchObject({
      status: "queued",
      reason: null,
      queue: { lane: "receipts" },
    })
  })
})

describe("letting go what was held", () => {
  it("two clicks at once send one mail", async () => {
    const id = await aMessage(mailroom, nobody("ada@example.com"), { class: "tx", refused: "merchants_word" })
    expect(await Promise.all([1, 2].map(() => mailroom.resends.resend(id, { by: null })))).toEqual([id, id])
    expect(await mails({})).toHaveLength(1)
  })
})

describe("the figures of the Overview", () => {
  it("count what waits, per lane, and what went wrong", async () => {
    await aMessage(mailroom, nobody("a@example.com"))
    await aMessage(mailroom, nobody("b@example.com"), { dueAt: new Date(Date.now() + 3_600_000) })
    await aMessage(mailroom, nobody("c@example.com"), { refused: "merchants_word" })
    const { outbox, heartbeat } = await mailroom.outbox.health()
    expect(outbox).toMatchObject({ queued: 2, due: 1, in_flight: 0, held: 1, in_doubt: 0, failed_24h: 0 })
    expect(outbox.lanes.find(({ name }) => name === "automations")).toMatchObject({ queued: 2, due: 1 })
    expect(heartbeat).toMatchObject({ age_seconds: null, is_late: true })
  })
})

describe("the mailing reports (F39)", () => {
  const aDispatch = (change = "") =>
    mailroom.db.query({
      text: `INSERT INTO mailroom.mailing (id, kind, subject, state, started_at, planned_rows)
             VALUES ('mlg_test', 'newsletter', 'New lamps', 'sent', '2026-11-20 10:00:00+00', 3) ${change}`,
      values: [],
    })

  it("one line per dispatch, named by subject and date, with the figures of its counters", async () => {
    await aDispatch()
    for (const [kind, n] of [
      ["sent", 100],
      ["tracked", 40],
      ["open_human", 10],
      ["bounce_block", 3],
      ["unsubscribed", 1],
    ] as const)
      await count(kind, n)
    const { reports } = await mailroom.reports.list({ kinds: ["newsletter"] })
    expect(reports).toMatchObject([
      {
        source_id: "mlg_test",
        name: "New lamps – 2026-11-20 10:00",
        created_at: "2026-11-20T10:00:00.000Z",
        sent: 100,
        open: 10,
        open_rate: 0.1,
        open_rate_tracked: 0.25,
        unsubscribed: 1,
        blocked: 3,
        blocked_spam: null,
        unknown: { blocked_spam: "no_feedback" },
      },
    ])
  })

  it("drills down to the recipients, by what became of them", async () => {
    await aDispatch()
    const [opened, sent] = [
      await aMessage(mailroom, nobody("opened@example.com")),
      await aMessage(mailroom, nobody("sent@example.com")),
    ]
    await aMessage(mailroom, nobody("=cmd@example.com"), { refused: "unsubscribed" })
    await aMessage(mailroom, nobody("me@example.com"), { isTest: true })
    for (const id of [opened, sent]) await markSent(mailroom, id)
    await fold(opened, "first_open_human_at")
    const who = async (status?: string) =>
      (await mailroom.reports.recipients("mlg_test", { status })).recipients.map(({ email }) => email)
    expect(await who()).toEqual(expect.arrayContaining(["opened@example.com", "sent@example.com", "=cmd@example.com"]))
    expect(await who("open")).toEqual(["opened@example.com"])
    expect(await who("sent")).toEqual(["sent@example.com"])
    expect(await who("dropped")).toEqual(["=cmd@example.com"])
    const report = await mailroom.reports.breakdown("mlg_test")
    expect(report.statuses).toMatchObject({ sent: 2, dropped: 1 })
    const foreign = writeCursor(["1' OR true"])
    await expect(mailroom.reports.recipients("mlg_test", { cursor: foreign })).rejects.toThrow("cursor is")
    let csv = ""
    for await (const part of mailroom.reports.recipientsCsv("mlg_test", {})) csv += part
    expect(csv.trim().split("\r\n")).toHaveLength(4)
    expect(csv).toContain("'=cmd@example.com")
  })

  it("pages dispatches by their start", async () => {
    for (let n = 0; n < 5; n += 1)
      await mailroom.db.query({
        text: `INSERT INTO mailroom.mailing (id, kind, subject, state, started_at) VALUES ($1, 'newsletter', $1, 'sent', now())`,
        values: [`mlg_${n}`],
      })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<Mailroom["reports"]["list"]>> = await mailroom.reports.list({ limit: 2, cursor })
      seen.push(...page.reports.map(({ source_id: id }) => id))
      cursor = page.next_cursor
    } while (cursor)
    expect(seen.filter((id) => id.startsWith("mlg_")).sort()).toEqual(["mlg_0", "mlg_1", "mlg_2", "mlg_3", "mlg_4"])
    for (const foreign of [writeCursor(["2026-11-21T10:00:00.000Z", "mlg_\0"]), writeCursor(["tomorrow", "mlg_1"])])
      await expect(mailroom.reports.list({ cursor: foreign })).rejects.toThrow("cursor is")
  })
})

describe("a contact's page (F41, F45)", () => {
  it("shows state, mails and activities as the mission names them", async () => {
    const [ada] = await mailroom.db.transaction((tx) =>
      mailroom.contacts.ensureByEmail(tx, [{ email: "ada@example.com", source: "test", firstName: "Ada" }]),
    )
    if (!ada?.ok) throw new Error("Ada was refused")
    const id = await aMessage(mailroom, ada)
    await markSent(mailroom, id)
    await mailroom.db.query({
      text: `INSERT INTO mailroom.message_event (message_id, kind, at, classification)
             VALUES ($1, 'sent', mailroom.now() - interval '1 hour', NULL), ($1, 'open', mailroom.now(), 'human'),
               ($1, 'open', mailroom.now(), 'machine')`,
      values: [id],
    })
    const page = await mailroom.people.page(ada.contactId)
    expect(page).toMatchObject({ name: "Ada", state: "never_asked", mails: [{ id }] })
    expect(page.activities).toMatchObject([
      { types: ["System", "Email Open"], action_feature: "Tracking", message_id: id },
      { types: ["Email", "Output Action"], feature: "Serial Mail & Tracking", message_id: id },
    ])
  })
})
