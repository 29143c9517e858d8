import { openMailroom } from "../support/database"
import { instantOf } from "../../src/core/mailings/local-time"
import { mailingPlanner } from "../../src/runtime/mailing-planner"
import { sendTestMailing } from "../../src/runtime/send-test-mailing"
import { idempotencyKey } from "../../src/core/messages/idempotency-key"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("newsletters", () => {
  let opened: Opened
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  const document = {
    kind: "blocks",
    blocks: [
      { type: "text", text: "Hello {{ contact.firstName }}" },
      { type: "button", label: "Look", url: "https://shop.example/new" },
    ],
  }

  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
    await rows(
      `INSERT INTO mailroom.sender (id, name, from_name, from_email, postal_address, is_default)
       VALUES ('msnd_default', 'Shop', 'Shop', 'news@shop.example', '1 Main Street', true)`,
    )
    // What else readiness asks (a server, a public address, the live shop) is tested with the readiness.
    const { readiness } = opened.mailroom
    const state = await readiness.state()
    readiness.state = async () => ({ ...state, ready: true, marketing_ready: true, findings: [] })
  })
  afterAll(() => opened.close())

  async function aDraft(change = {}) {
    return opened.mailroom.mailings.create(
      { subject: "New in November", preheader: "Look", document, topic_id: "mtop_newsletters", ...change },
      "user_1",
    )
  }
  const planOnce = () => mailingPlanner(opened.mailroom).turn({ ignoreSchedule: true })
  async function planAll() {
    while ((await planOnce()) === "more") continue
  }
  const outcomes = async (id: string) =>
    rows(
      `SELECT to_email, status, reason FROM mailroom.message WHERE source_id = $1 AND NOT is_test ORDER BY to_email`,
      id,
    )

  it("keep what two open tabs write from overwriting each other", async () => {
    const { mailings } = opened.mailroom
    const draft = await aDraft()
    const saved = await mailings.update(draft.id, { subject: "One", revision: draft.revision })
    await expect(mailings.update(draft.id, { subject: "Two", revision: draft.revision })).rejects.toThrow(
      /revision 1 is old, 2 is current/,
    )
    expect(await mailings.get(draft.id)).toMatchObject({ subject: "One", revision: saved.revision })
  })

  it("say what is missing, and do not go", async () => {
    const { mailings, mailingDispatch } = opened.mailroom
    const draft = await mailings.create({}, null)
    expect(await mailingDispatch.checklist(draft.id)).toMatchObject({ can_send: false, recipients: 0 })
    await expect(mailingDispatch.sendNow(draft.id)).rejects.toThrow(
      /The subject is empty.*The mail is empty.*No topic is chosen/,
    )
    await expect(mailings.create({ is_copy_kept: false }, null)).rejects.toThrow("is_copy_kept")
    await expect(mailings.create({ document: { kind: "blocks", blocks: [{ type: "nope" }] } }, null)).rejects.toThrow(
      "document.blocks.0",
    )
    await mailings.remove(draft.id)
    await expect(mailings.get(draft.id)).rejects.toThrow("There is no mailing")
  })

  it("give every subscriber exactly one message or a reason, once", async () => {
    const { mailingDispatch, db, suppression, keyring } = opened.mailroom
    const people = await Promise.all(
      ["a", "b", "c", "d", "e"].map((name) => aContact(opened.mailroom, `${name}@plan.example`)),
    )
    await aContact(opened.mailroom, "other-topic@plan.example", subscribedTo("mtop_promotions"))
    await aContact(opened.mailroom, "left@plan.example", [
      ...subscribedTo("mtop_newsletters"),
      { purpose: "marketing", action: "withdraw" },
    ])
    await aContact(opened.mailroom, "pending@plan.example", [
      { purpose: "marketing", action: "request" },
      { purpose: "topic", topicId: "mtop_newsletters", action: "request" },
    ])
    await suppression.hardBounce(db, {
      emailHash: await keyring.emailHash("b@plan.example"),
      messageId: people[0]!.contactId,
      code: null,
    })
    await rows(
      "UPDATE mailroom.contact SET paused_until = mailroom.now() + interval '1 day' WHERE id = $1",
      people[2]!.contactId,
    )
    await rows(
      "UPDATE mailroom.contact_address SET marketing_since = mailroom.now() - interval '3 years' WHERE id = $1",
      people[3]!.addressId,
    )
    await rows(
      "UPDATE mailroom.contact SET last_interaction_at = mailroom.now() - interval '3 years' WHERE id = $1",
      people[3]!.contactId,
    )
    await suppression.suppress(db, {
      email: "e@plan.example",
      scope: "topic",
      topicId: "mtop_promotions",
      reason: "unsubscribed",
      source: "test",
    })

    const { id } = await aDraft()
    expect((await mailingDispatch.checklist(id)).recipients).toBe(2)
    await mailingDispatch.sendNow(id)
    await planAll()
    const wanted = [
      { to_email: "a@plan.example", status: "queued", reason: null },
      { to_email: "b@plan.example", status: "dropped", reason: "suppressed_hard_bounce" },
      { to_email: "c@plan.example", status: "dropped", reason: "paused_by_contact" },
      { to_email: "d@plan.example", status: "dropped", reason: "inactive_two_years" },
      { to_email: "e@plan.example", status: "queued", reason: null },
    ]
    expect(await outcomes(id)).toEqual(wanted)
    expect(await mailingDispatch.progress(id)).toMatchObject({
      state: "sending",
      audience: 5,
      planned: 5,
      queued: 2,
      dropped: 3,
      share: 0.6,
    })
    const [content] = await rows(
      `SELECT c.context FROM mailroom.message_content c JOIN mailroom.message m ON m.id = c.message_id
       WHERE m.source_id = $1 AND m.to_email = 'a@plan.example'`,
      id,
    )
    expect(content!.context).toEqual({ contact: { firstName: "Ada", lastName: "", email: "a@plan.example" } })

    await rows("UPDATE mailroom.mailing SET state = 'planning', planned_rows = 0 WHERE id = $1", id)
    await planAll()
    expect(await outcomes(id)).toEqual(wanted)
  })

  it("use the key that a message planned by itself would have", async () => {
    const { id } = await aDraft()
    await opened.mailroom.mailingDispatch.sendNow(id)
    await planAll()
    const [message] = await rows(
      "SELECT idempotency_key, contact_id FROM mailroom.message WHERE source_id = $1 LIMIT 1",
      id,
    )
    const [mailing] = await rows("SELECT started_at FROM mailroom.mailing WHERE id = $1", id)
    expect(message!.idempotency_key).toEqual(
      idempotencyKey(`mailing:${id}:${message!.contact_id}`, mailing!.started_at),
    )
  })

  it("are sent when nothing of them waits any more", async () => {
    const { id } = await aDraft()
    await opened.mailroom.mailingDispatch.sendNow(id)
    await planAll()
    expect(await opened.mailroom.mailings.get(id)).toMatchObject({ state: "sending" })
    const [{ lane_id }] = (await rows("SELECT lane_id FROM mailroom.mailing WHERE id = $1", id)) as [
      Record<string, any>,
    ]
    await rows("DELETE FROM mailroom.delivery WHERE lane_id = $1", lane_id)
    await planOnce()
    expect(await opened.mailroom.mailings.get(id)).toMatchObject({ state: "sent", finished_at: expect.any(Date) })
    await expect(opened.mailroom.mailingDispatch.sendNow(id)).rejects.toThrow("This mailing is sent.")
  })

  it("stop their lane when paused, and go on where they were", async () => {
    const { mailingDispatch } = opened.mailroom
    const { id } = await aDraft()
    await mailingDispatch.sendNow(id)
    await mailingDispatch.pause(id)
    await planAll()
    expect(await outcomes(id)).toEqual([])
    await mailingDispatch.resume(id)
    await planAll()
    await mailingDispatch.pause(id)
    const lane = async () => (await rows("SELECT state FROM mailroom.lane WHERE mailing_id = $1", id))[0]!.state
    expect(await lane()).toBe("paused")
    expect((await mailingDispatch.progress(id)).eta_text).toBe("paused")
    expect(await mailingDispatch.resume(id)).toMatchObject({ state: "sending" })
    expect(await lane()).toBe("open")
  })

  it("give everybody a reason when stopped, planned or not", async () => {
    const { mailingDispatch } = opened.mailroom
    const { id } = await aDraft()
    await mailingDispatch.sendNow(id)
    await planAll()
    const planned = (await outcomes(id)).length
    await mailingDispatch.stop(id)
    await planAll()
    const ended = await outcomes(id)
    expect(ended).toHaveLength(planned)
    expect(ended.filter(({ status }) => status === "queued")).toEqual([])
    expect(ended.find(({ to_email }) => to_email === "a@plan.example")).toMatchObject({
      status: "cancelled",
      reason: "mailing_stopped",
    })
    expect(
      await rows(
        "SELECT 1 FROM mailroom.delivery d JOIN mailroom.lane l ON l.id = d.lane_id WHERE l.mailing_id = $1",
        id,
      ),
    ).toEqual([])

    const early = await aDraft()
    await mailingDispatch.sendNow(early.id)
    await planOnce()
    await rows("UPDATE mailroom.mailing SET planned_rows = 0 WHERE id = $1", early.id)
    await rows("DELETE FROM mailroom.delivery")
    await rows("DELETE FROM mailroom.message WHERE source_id = $1", early.id)
    await mailingDispatch.stop(early.id)
    await planAll()
    expect(new Set((await outcomes(early.id)).map(({ reason }) => reason))).toEqual(new Set(["mailing_stopped"]))
    expect((await mailingDispatch.progress(early.id)).audience).toBe((await outcomes(early.id)).length)
  })

  it("wait for their time, and say what is missing when it comes", async () => {
    const { mailings, mailingDispatch } = opened.mailroom
    const { id } = await aDraft()
    await expect(mailingDispatch.schedule(id, new Date(Date.now() - 1000))).rejects.toThrow("lies in the past")
    await mailingDispatch.schedule(id, new Date(Date.now() + 3_600_000))
    await planAll()
    expect(await mailings.get(id)).toMatchObject({ state: "scheduled" })
    await rows("UPDATE mailroom.mailing SET begins_at = mailroom.now(), subject = '' WHERE id = $1", id)
    await planAll()
    expect(await mailings.get(id)).toMatchObject({
      state: "scheduled",
      problem: expect.stringContaining("The subject is empty."),
    })
    await mailings.update(id, { subject: "There now", revision: 1 })
    await planAll()
    expect(await mailings.get(id)).toMatchObject({ state: "sending", problem: null })
  })

  it("come to everybody at the same time on their own clock", async () => {
    const { mailings, mailingDispatch, segments, segmentMembers } = opened.mailroom
    const zones = ["Asia/Tokyo", "Europe/Berlin", null, "America/New_York"]
    const list = await segments.create({ kind: "list", name: "Around the world" }, null)
    for (const [n, zone] of zones.entries()) {
      const { contactId } = await aContact(opened.mailroom, `zone${n}@local.example`)
      await rows("UPDATE mailroom.contact SET time_zone = $2 WHERE id = $1", contactId, zone)
      await segmentMembers.add(list.id, [contactId])
    }
    const { id } = await aDraft({ kind: "targeted", audience: { include: [list.id] } })
    // Ten o'clock on the day after tomorrow by the shop's clock (UTC): nobody has had it yet.
    const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    await mailingDispatch.schedule(id, new Date(`${day}T10:00:00Z`), { isLocal: true })
    expect(await mailings.get(id)).toMatchObject({ state: "scheduled", local_wall: `${day}T10:00` })
    await rows("UPDATE mailroom.mailing SET begins_at = mailroom.now() WHERE id = $1", id)
    await planAll()
    const due = await rows(
      `SELECT m.to_email, d.due_at, d.expires_at - d.due_at = interval '7 days' AS has_time
       FROM mailroom.delivery d JOIN mailroom.message m ON m.id = d.message_id WHERE m.source_id = $1 ORDER BY d.due_at`,
      id,
    )
    const at = (zone: string) => instantOf(`${day}T10:00`, zone, "UTC")
    expect(due).toEqual([
      { to_email: "zone0@local.example", due_at: at("Asia/Tokyo"), has_time: true },
      { to_email: "zone1@local.example", due_at: at("Europe/Berlin"), has_time: true },
      { to_email: "zone2@local.example", due_at: at("UTC"), has_time: true },
      { to_email: "zone3@local.example", due_at: at("America/New_York"), has_time: true },
    ])
    expect(await mailings.get(id)).toMatchObject({ state: "sending" })
  })

  it("forget the local time when they are sent now, or taken back", async () => {
    const { mailingDispatch } = opened.mailroom
    const { id } = await aDraft()
    const tomorrow = new Date(Date.now() + 86_400_000)
    await mailingDispatch.schedule(id, tomorrow, { isLocal: true })
    expect(await mailingDispatch.schedule(id, null)).toMatchObject({ state: "draft", local_wall: null })
    await mailingDispatch.schedule(id, tomorrow, { isLocal: true })
    expect(await mailingDispatch.sendNow(id)).toMatchObject({ state: "planning", local_wall: null })
    await mailingDispatch.stop(id)
  })

  it("do not wait for one that cannot go on, and it goes when it can", async () => {
    const { mailings, mailingDispatch } = opened.mailroom
    const { contactId, addressId } = await aContact(opened.mailroom, "stuck@plan.example")
    const [stuck, fine] = [await aDraft(), await aDraft()]
    await rows("INSERT INTO mailroom.mailing_member VALUES ($1, 1, $2, $3)", stuck.id, contactId, addressId)
    for (const { id } of [stuck, fine]) await mailingDispatch.sendNow(id)
    await planAll()
    expect(await mailings.get(stuck.id)).toMatchObject({
      state: "planning",
      problem: expect.stringContaining("It cannot go on: "),
    })
    expect(await mailings.get(fine.id)).toMatchObject({ state: "sending", problem: null })
    await rows("DELETE FROM mailroom.mailing_member WHERE mailing_id = $1", stuck.id)
    await planAll()
    expect(await mailings.get(stuck.id)).toMatchObject({ state: "sending", problem: null })
  })

  it("end as failed, with the place, when their content cannot be made into a mail", async () => {
    const { mailings, mailingDispatch } = opened.mailroom
    const { id } = await aDraft({ document: { kind: "html", html: "<p>{% for x in %}</p>" } })
    await mailingDispatch.sendNow(id)
    await planAll()
    expect(await mailings.get(id)).toMatchObject({ state: "failed", problem: expect.any(String) })
    expect(await outcomes(id)).toEqual([])
  })

  it("are tried on anybody, without being counted or asking for a subscription", async () => {
    const { id } = await aDraft()
    const { message_id } = await sendTestMailing(opened.mailroom, {
      mailingId: id,
      email: "Owner@shop.example",
      by: "user_1",
    })
    const [message] = await rows("SELECT * FROM mailroom.message WHERE id = $1", message_id)
    expect(message).toMatchObject({ is_test: true, kind: "test", status: "queued", to_email: "Owner@shop.example" })
    expect(await opened.mailroom.mailingDispatch.progress(id)).toMatchObject({
      planned: 0,
      audience: null,
      share: null,
    })
    const whose = await opened.mailroom.preferences.recipientOfMessage(message_id)
    await opened.mailroom.preferences.leave(whose!, "all", { source: "mail", actor: "contact" })
    expect(
      await opened.mailroom.suppression.active(opened.mailroom.db, { emailHash: whose!.emailHash, domain: null }),
    ).toEqual([])
    await expect(sendTestMailing(opened.mailroom, { mailingId: id, email: "nope", by: null })).rejects.toThrow('"nope"')
  })

  it("know of their test whether it went out, shows what they say now, and was opened", async () => {
    const { mailings, mailingDispatch, mailingTests } = opened.mailroom
    const { id, revision } = await aDraft()
    await aContact(opened.mailroom, "reader@tried.example", subscribedTo("mtop_newsletters"))
    const said = async () => (await mailingDispatch.checklist(id)).items.find(({ key }) => key === "test")!
    const sendTest = () => sendTestMailing(opened.mailroom, { mailingId: id, email: "owner@shop.example", by: null })
    await expect(mailingTests.lookedAt(id)).rejects.toThrow("no test of what it says now")
    const { message_id } = await sendTest()
    expect(await said()).toMatchObject({ ok: null, message_id })
    await rows("UPDATE mailroom.message SET status = 'sent' WHERE id = $1", message_id)
    expect(await said()).toMatchObject({ ok: false, can_be_ticked: true })
    await mailingTests.lookedAt(id)
    expect(await said()).toMatchObject({ ok: true })
    await mailingDispatch.schedule(id, new Date(Date.now() + 3_600_000))
    expect(await said()).toMatchObject({ ok: true })
    await mailings.update(id, { revision, subject: "Newer" })
    expect(await said()).toMatchObject({ ok: false, sentence: "The last test is older than the last change." })
    await expect(mailingTests.lookedAt(id)).rejects.toThrow("no test of what it says now")
    const again = await sendTest()
    await rows("UPDATE mailroom.message SET status = 'failed' WHERE id = $1", again.message_id)
    expect(await said()).toMatchObject({ ok: false, severity: "warning", sentence: "The last test did not go out." })
    await mailingDispatch.schedule(id, null)
  })

  it("are listed newest first, page by page, and copied as drafts", async () => {
    const { mailings } = opened.mailroom
    const first = await mailings.list({ limit: 2 })
    const second = await mailings.list({ limit: 2, cursor: first.next_cursor })
    const ids = [...first.mailings, ...second.mailings].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    const copy = await mailings.duplicate(ids[3]!, "user_1")
    expect(copy).toMatchObject({ state: "draft", document: expect.objectContaining({}) })
    expect((await mailings.list({ limit: 1 })).mailings[0]!.id).toBe(copy.id)
    await expect(mailings.list({ cursor: "rubbish" })).rejects.toThrow("cursor")
  })

  it("go out as they were confirmed, or not at all when somebody saved them meanwhile", async () => {
    const { mailings, mailingDispatch } = opened.mailroom
    await aContact(opened.mailroom, "confirmed@plan.example")
    const { id } = await aDraft()
    const { revision } = await mailingDispatch.checklist(id)
    const { revision: newer } = await mailings.update(id, { subject: "Not what was confirmed", revision })
    await expect(mailingDispatch.sendNow(id, revision)).rejects.toThrow(
      `revision ${revision} is old, ${newer} is current`,
    )
    expect(await mailings.get(id)).toMatchObject({ state: "draft" })
    expect(await mailingDispatch.sendNow(id, newer)).toMatchObject({ state: "planning" })
    await mailingDispatch.stop(id)
  })
})

// MAILROOM_PLAN=1000000 measures more.
const N = Number(process.env.MAILROOM_PLAN ?? 20_000)

describe("a large newsletter", () => {
  it("is planned by a few large statements, each person once", async () => {
    const opened = await openMailroom({ runtime: "manual" })
    const rows = (sql: string, ...values: unknown[]) =>
      opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
    await rows(`INSERT INTO mailroom.sender (id, name, from_name, from_email, postal_address, is_default)
                VALUES ('msnd_default', 'Shop', 'Shop', 'news@shop.example', '1 Main Street', true)`)
    await rows(
      `WITH c AS (INSERT INTO mailroom.contact (source, first_name) SELECT 'import', 'N' || n FROM generate_series(1, $1::int) n RETURNING id),
      a AS (INSERT INTO mailroom.contact_address (contact_id, email, email_norm, domain, email_hash, marketing, marketing_since)
        SELECT id, id || '@many.example', id || '@many.example', 'many.example', sha256(id::text::bytea), 'subscribed', mailroom.now() FROM c RETURNING id)
      INSERT INTO mailroom.subscription (address_id, topic_id, state, since) SELECT id, 'mtop_newsletters', 'subscribed', mailroom.now() FROM a`,
      N,
    )
    await rows("ANALYZE mailroom.subscription")
    const { id } = await opened.mailroom.mailings.create(
      {
        subject: "Hi {{ contact.firstName }}",
        document: { kind: "text", text: "Hello" },
        topic_id: "mtop_newsletters",
      },
      null,
    )
    await rows(
      "UPDATE mailroom.mailing SET state = 'planning', started_at = date_trunc('milliseconds', mailroom.now()) WHERE id = $1",
      id,
    )
    const began = performance.now()
    const planner = mailingPlanner(opened.mailroom)
    let turns = 0
    for (; (await opened.mailroom.mailings.get(id)).state === "planning"; turns++)
      await planner.turn({ ignoreSchedule: true })
    const seconds = (performance.now() - began) / 1000
    const [counts] = await rows(
      `SELECT count(*)::int AS messages, count(DISTINCT contact_id)::int AS people, (SELECT count(*)::int FROM mailroom.delivery) AS deliveries,
         (SELECT count(*)::int FROM mailroom.message_content WHERE context->'contact'->>'firstName' LIKE 'N%') AS contents
       FROM mailroom.message WHERE source_id = $1`,
      id,
    )
    expect(counts).toEqual({ messages: N, people: N, deliveries: N, contents: N })
    // A million people are some hundred statements, not a million; how long they take is the machine's affair.
    expect(turns).toBeLessThanOrEqual(N / 1000 + 3)
    process.stdout.write(`planned ${N} recipients in ${seconds.toFixed(1)} s\n`)
    await opened.close()
  }, 180_000)
})
