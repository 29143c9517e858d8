import { openMailroom } from "../support/database"
import { mailingPlanner } from "../../src/runtime/mailing-planner"
import type { MailingInput } from "../../src/modules/mailroom/services/mailings"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("the audience of a mailing", () => {
  let opened: Opened
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })

  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
    await rows(`INSERT INTO mailroom.sender (id, name, from_name, from_email, postal_address, is_default)
                VALUES ('msnd_default', 'Shop', 'Shop', 'news@shop.example', '1 Main Street', true)`)
    // What else readiness asks (a server, a public address, the live shop) is tested with the readiness.
    const { readiness } = opened.mailroom
    const state = await readiness.state()
    readiness.state = async () => ({ ...state, ready: true, marketing_ready: true, findings: [] })
  })
  afterAll(() => opened.close())

  const aDraft = (change: MailingInput) =>
    opened.mailroom.mailings.create({ subject: "Hello", document: { kind: "text", text: "Hello" }, ...change }, null)
  const aList = async (name: string, ids: string[]) => {
    const { id } = await opened.mailroom.segments.create({ kind: "list", name }, null)
    await opened.mailroom.segmentMembers.add(id, ids)
    return id
  }
  async function planAll() {
    const planner = mailingPlanner(opened.mailroom)
    while ((await planner.turn({ ignoreSchedule: true })) === "more") continue
  }
  const outcomes = async (id: string) =>
    Object.fromEntries(
      (await rows(`SELECT to_email, status, reason FROM mailroom.message WHERE source_id = $1`, id)).map((row) => [
        row.to_email,
        row.reason ?? row.status,
      ]),
    )

  it("is everybody of the segments and lists once, without those left out; what is counted is what is planned", async () => {
    const { mailings, mailingDispatch, segments } = opened.mailroom
    const person = (name: string, said = subscribedTo("mtop_newsletters")) =>
      aContact(opened.mailroom, `${name}@segment.example`, said)
    const [both, listed, german, left, never] = [
      await person("both"),
      await person("listed"),
      await person("german"),
      await person("left"),
      await person("never", []),
    ]
    await rows(
      `UPDATE mailroom.contact SET country = 'DE' WHERE id = ANY($1::uuid[])`,
      [both, german, left].map(({ contactId }) => contactId),
    )
    const germans = await segments.create(
      {
        kind: "rule",
        name: "Germans",
        rule: { version: 1, match: "all", rules: [{ kind: "profile", field: "country", op: "is", values: ["DE"] }] },
      } as Parameters<typeof segments.create>[0],
      null,
    )
    const list = await aList("List", [both.contactId, listed.contactId, never.contactId])
    const out = await aList("Out", [left.contactId])
    const draft = await aDraft({ kind: "targeted", audience: { include: [germans.id, list], exclude: [out] } })

    const counted = await mailings.audience(draft.id)
    expect(counted).toEqual({
      members: 4,
      recipients: 3,
      seen: 0,
      takes_too_long: false,
      left_out: [
        {
          reason: "not_subscribed",
          n: 1,
          people: [{ contact_id: never.contactId, email: "never@segment.example", name: "Ada" }],
        },
      ],
    })
    await mailingDispatch.sendNow(draft.id)
    await planAll()
    expect(await outcomes(draft.id)).toEqual({
      "both@segment.example": "queued",
      "listed@segment.example": "queued",
      "german@segment.example": "queued",
      "never@segment.example": "not_subscribed",
    })
    expect(await mailings.get(draft.id)).toMatchObject({ kind: "targeted", audience: { include: [germans.id, list] } })
  })

  it("is the topic's subscribers without those left out, and a targeted mail with a topic asks for it", async () => {
    const { mailings } = opened.mailroom
    const [one, two] = [
      await aContact(opened.mailroom, "one@topic.example", subscribedTo("mtop_promotions")),
      await aContact(opened.mailroom, "two@topic.example", subscribedTo("mtop_promotions")),
    ]
    const other = await aContact(opened.mailroom, "other@topic.example", subscribedTo("mtop_general"))
    const out = await aList("Not these", [two.contactId])
    const newsletter = await aDraft({ topic_id: "mtop_promotions", audience: { exclude: [out] } })
    expect(await mailings.audience(newsletter.id)).toMatchObject({ members: 1, recipients: 1, left_out: [] })

    const list = await aList("These", [one.contactId, other.contactId])
    const targeted = await aDraft({ kind: "targeted", topic_id: "mtop_promotions", audience: { include: [list] } })
    expect(await mailings.audience(targeted.id)).toMatchObject({
      members: 2,
      recipients: 1,
      left_out: [{ reason: "topic_not_subscribed", n: 1 }],
    })
  })

  it("takes of each person the address that may be written to", async () => {
    const { contactId } = await aContact(opened.mailroom, "old@two.example", [])
    await rows(
      `INSERT INTO mailroom.contact_address (contact_id, email, email_norm, domain, email_hash, is_primary, marketing, marketing_since)
       VALUES ($1, 'new@two.example', 'new@two.example', 'two.example', sha256('new'), false, 'subscribed', mailroom.now())`,
      contactId,
    )
    const draft = await aDraft({ kind: "serial", audience: { people: [contactId] } })
    expect(await opened.mailroom.mailings.audience(draft.id)).toMatchObject({ members: 1, recipients: 1 })
    await opened.mailroom.mailingDispatch.sendNow(draft.id)
    await planAll()
    expect(await outcomes(draft.id)).toEqual({ "new@two.example": "queued" })
  })

  it("counts each reason as the planner decides it", async () => {
    const { mailings, mailingDispatch, suppression, db, keyring } = opened.mailroom
    const names = ["fine", "bounced", "domain", "pending", "left", "paused", "silent", "gone"]
    const people: Awaited<ReturnType<typeof aContact>>[] = []
    for (const name of names) {
      const said = name === "pending" ? [{ purpose: "marketing" as const, action: "request" as const }] : undefined
      people.push(await aContact(opened.mailroom, `${name}@${name === "domain" ? "dead" : "why"}.example`, said))
    }
    const idOf = (name: string) => people[names.indexOf(name)]!
    await suppression.hardBounce(db, {
      emailHash: await keyring.emailHash("bounced@why.example"),
      messageId: idOf("fine").contactId,
      code: null,
    })
    await rows(
      `INSERT INTO mailroom.suppression (domain, scope, reason, source) VALUES ('dead.example', 'all', 'hard_bounce', 'test')`,
    )
    await rows(`UPDATE mailroom.contact_address SET marketing = 'unsubscribed' WHERE id = $1`, idOf("left").addressId)
    await rows(
      `UPDATE mailroom.contact SET paused_until = mailroom.now() + interval '1 day' WHERE id = $1`,
      idOf("paused").contactId,
    )
    await rows(
      `UPDATE mailroom.contact_address SET marketing_since = mailroom.now() - interval '3 years' WHERE id = $1`,
      idOf("silent").addressId,
    )
    await rows(
      `UPDATE mailroom.contact SET last_interaction_at = NULL, last_transaction_at = NULL WHERE id = $1`,
      idOf("silent").contactId,
    )
    await rows(`UPDATE mailroom.contact_address SET email = NULL WHERE id = $1`, idOf("gone").addressId)
    const draft = await aDraft({
      kind: "serial",
      audience: { people: people.map(({ contactId }) => contactId) },
    })
    const { left_out } = await mailings.audience(draft.id)
    await mailingDispatch.sendNow(draft.id)
    await planAll()
    const planned = await rows(
      `SELECT reason, count(*)::int AS n FROM mailroom.message WHERE source_id = $1 AND reason IS NOT NULL GROUP BY reason`,
      draft.id,
    )
    const sorted = (list: { reason?: string; n?: number }[]) => list.map(({ reason, n }) => `${reason} ${n}`).sort()
    expect(sorted(left_out)).toEqual(sorted(planned))
    expect(sorted(left_out)).toEqual([
      "inactive_two_years 1",
      "no_address 1",
      "paused_by_contact 1",
      "subscription_pending 1",
      "suppressed_domain 1",
      "suppressed_hard_bounce 1",
      "unsubscribed 1",
    ])
  })

  it("keeps its segments from being deleted until it has started or is gone", async () => {
    const { mailings, mailingDispatch, segments } = opened.mailroom
    const { contactId } = await aContact(opened.mailroom, "kept@use.example")
    const list = await aList("Kept", [contactId])
    const draft = await aDraft({ kind: "targeted", name: "Spring", audience: { include: [list] } })
    await expect(segments.remove(list)).rejects.toThrow('"Kept" is used by "Spring"')
    const newsletter = await mailings.update(draft.id, { kind: "newsletter", revision: draft.revision })
    expect(newsletter.audience.include).toEqual([list])
    expect((await segments.get(list)).used_by).toEqual([])
    await mailings.update(draft.id, { kind: "targeted", revision: newsletter.revision })
    const copy = await mailings.duplicate(draft.id, null)
    await mailings.remove(copy.id)
    await mailingDispatch.sendNow(draft.id)
    await planAll()
    await segments.remove(list)
    expect(await outcomes(draft.id)).toEqual({ "kept@use.example": "queued" })
    await expect(aDraft({ kind: "targeted", audience: { include: [list] } })).rejects.toThrow("There is no segment")
  })

  it("is frozen when it starts: who comes onto a list afterwards gets nothing", async () => {
    const { mailingDispatch, segmentMembers } = opened.mailroom
    const [early, late] = [
      await aContact(opened.mailroom, "early@frozen.example"),
      await aContact(opened.mailroom, "late@frozen.example"),
    ]
    const list = await aList("Frozen", [early.contactId])
    const { id } = await aDraft({ kind: "targeted", audience: { include: [list] } })
    await mailingDispatch.sendNow(id)
    await mailingPlanner(opened.mailroom).turn({ ignoreSchedule: true })
    await segmentMembers.add(list, [late.contactId])
    await planAll()
    expect(await outcomes(id)).toEqual({ "early@frozen.example": "queued" })
  })

  it("says what is missing, and does not go", async () => {
    const { mailings, mailingDispatch } = opened.mailroom
    const targeted = await aDraft({ kind: "targeted" })
    expect(await mailings.audience(targeted.id)).toMatchObject({ members: 0, recipients: 0 })
    await expect(mailingDispatch.sendNow(targeted.id)).rejects.toThrow("Nobody is chosen. Choose segments or lists")
    const list = await aList("Twice", [])
    const both = await aDraft({ kind: "targeted", audience: { include: [list], exclude: [list] } })
    await expect(mailingDispatch.sendNow(both.id)).rejects.toThrow('"Twice" is both taken and left out.')
    await expect(mailingDispatch.sendNow((await aDraft({ kind: "serial" })).id)).rejects.toThrow("Nobody is picked.")
  })
})
