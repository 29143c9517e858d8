import type { AbTest } from "../../src/core/mailings/ab-test"
import { mailingPlanner } from "../../src/runtime/mailing-planner"
import { openMailroom } from "../support/database"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("an A/B test", () => {
  let opened: Opened
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  const document = { kind: "blocks", blocks: [{ type: "text", text: "Hello {{ contact.firstName }}" }] }
  const ab: AbTest = {
    variants: [{}, { subject: "B" }],
    share: 20,
    criterion: "open",
    wait_hours: 4,
    // Twelve people show nothing: by hand that is a warning, and the specs of the core know the figures.
    decide: "manual",
    fallback: 1,
  }

  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
    await rows(
      `INSERT INTO mailroom.sender (id, name, from_name, from_email, postal_address, is_default)
       VALUES ('msnd_default', 'Shop', 'Shop', 'news@shop.example', '1 Main Street', true),
         ('msnd_other', 'Other', 'Other', 'other@second.example', '2 Main Street', false)`,
    )
    const { readiness } = opened.mailroom
    const state = await readiness.state()
    readiness.state = async () => ({ ...state, ready: true, marketing_ready: true, findings: [] })
    for (let n = 0; n < 60; n++) await aContact(opened.mailroom, `p${n}@ab.example`)
  })
  afterAll(() => opened.close())

  async function started(change: Record<string, unknown> = {}) {
    const { id } = await opened.mailroom.mailings.create(
      { subject: "A", document, topic_id: "mtop_newsletters", ab, ...change },
      null,
    )
    await opened.mailroom.mailingDispatch.sendNow(id)
    await planAll()
    return id
  }
  const planAll = async () => {
    while ((await mailingPlanner(opened.mailroom).turn({ ignoreSchedule: true })) === "more") continue
  }
  const byVariant = (id: string) =>
    rows(
      `SELECT m.variant, m.status, m.reason, k.subject, count(*)::int AS n FROM mailroom.message m
       JOIN LATERAL (SELECT subject FROM mailroom.compiled_template WHERE version_id = m.template_version_id AND locale = 'en') k ON true
       WHERE m.source_id = $1 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3`,
      id,
    )
  /** As the dispatcher leaves it: everything that waits has gone. */
  async function sendOut(id: string) {
    await rows(
      `WITH gone AS (DELETE FROM mailroom.delivery d USING mailroom.lane l WHERE l.id = d.lane_id AND l.mailing_id = $1 RETURNING d.message_id)
       UPDATE mailroom.message SET status = 'sent', settled_at = mailroom.now() WHERE id IN (SELECT message_id FROM gone)`,
      id,
    )
  }
  const count = (id: string, variant: number, kinds: Record<string, number>) =>
    rows(
      `INSERT INTO mailroom.counter (source_id, variant, hour, kind, n)
       SELECT $1, $2, date_trunc('hour', mailroom.now()), key, value::bigint FROM jsonb_each_text($3::jsonb)`,
      id,
      variant,
      JSON.stringify(kinds),
    )
  const waitIsOver = (id: string) =>
    rows("UPDATE mailroom.mailing SET test_sent_at = test_sent_at - interval '5 hours' WHERE id = $1", id)

  it("goes to its share first, equally many of each variant, and the rest waits for the one that is chosen", async () => {
    const { mailings, mailingVariants } = opened.mailroom
    const id = await started()
    expect(await byVariant(id)).toEqual([
      { variant: 1, status: "queued", reason: null, subject: "A", n: 6 },
      { variant: 2, status: "queued", reason: null, subject: "B", n: 6 },
    ])
    expect(await mailingVariants.shown(id)).toMatchObject({ phase: "sending", rest: { people: 48, sent: 0 } })
    await sendOut(id)
    await planAll()
    expect(await mailingVariants.shown(id)).toMatchObject({ phase: "waiting", verdict: null, result: null })
    expect(await mailings.get(id)).toMatchObject({ state: "sending" })

    await expect(mailingVariants.choose(id, 3, "user_1")).rejects.toThrow('"variant" must be a number from 1 to 2')
    await mailingVariants.choose(id, 2, "user_1")
    await planAll()
    expect(await byVariant(id)).toEqual([
      { variant: 0, status: "queued", reason: null, subject: "B", n: 48 },
      { variant: 1, status: "sent", reason: null, subject: "A", n: 6 },
      { variant: 2, status: "sent", reason: null, subject: "B", n: 6 },
    ])
    expect(await mailings.get(id)).toMatchObject({
      subject: "B",
      ab_result: { chosen: 2, by: "user_1", verdict: null },
    })
    await expect(mailingVariants.choose(id, 1, "user_2")).rejects.toThrow("Variant B was chosen already")
    expect(await mailings.duplicate(id, null)).toMatchObject({ subject: "B", ab: null })
    await sendOut(id)
    await planAll()
    expect(await mailings.get(id)).toMatchObject({ state: "sent" })
    const people = await rows("SELECT DISTINCT contact_id FROM mailroom.message WHERE source_id = $1", id)
    expect(people).toHaveLength(60)
  })

  it("does not wait for ever: the rest is told that nobody chose, and the mailing is over", async () => {
    const { mailings, mailingVariants } = opened.mailroom
    const id = await started()
    await sendOut(id)
    await planAll()
    const shown = await mailingVariants.shown(id)
    expect(Date.parse(shown!.choose_by!) - Date.parse(shown!.decides_at!)).toBe(14 * 86_400_000)
    await rows("UPDATE mailroom.mailing SET test_sent_at = test_sent_at - interval '14 days 3 hours' WHERE id = $1", id)
    await planAll()
    expect(await mailings.get(id)).toMatchObject({ state: "sending" })
    await rows("UPDATE mailroom.mailing SET test_sent_at = test_sent_at - interval '2 hours' WHERE id = $1", id)
    await planAll()
    expect(await mailings.get(id)).toMatchObject({ state: "sent" })
    expect(await byVariant(id)).toMatchObject([
      { variant: 0, status: "expired", reason: "too_late", n: 48 },
      { variant: 1, status: "sent", n: 6 },
      { variant: 2, status: "sent", n: 6 },
    ])
    expect(await mailingVariants.shown(id)).toMatchObject({ phase: "undecided", result: null })
    await expect(mailingVariants.choose(id, 1, "user_1")).rejects.toThrow("no variant can be chosen")
  })

  async function decidedBy(counters: [Record<string, number>, Record<string, number>], change: Partial<AbTest> = {}) {
    const id = await started()
    await rows(
      `UPDATE mailroom.mailing SET ab = ab || $2::jsonb WHERE id = $1`,
      id,
      JSON.stringify({ decide: "automatic", ...change }),
    )
    await sendOut(id)
    await planAll()
    await count(id, 1, counters[0])
    await count(id, 2, counters[1])
    await planAll()
    expect((await opened.mailroom.mailings.get(id)).ab_result).toBeNull()
    await waitIsOver(id)
    await planAll()
    return id
  }

  it("is decided by itself, once, when the waiting time is over", async () => {
    const id = await decidedBy([
      { tracked: 1000, open_human: 200 },
      { tracked: 1000, open_human: 280 },
    ])
    expect(await opened.mailroom.mailingVariants.shown(id)).toMatchObject({
      phase: "decided",
      verdict: { kind: "winner", variant: 2 },
      result: { chosen: 2, by: null },
      variants: [
        { letter: "A", people: 1000, hits: 200, open: 200, click: 0 },
        { letter: "B", people: 1000, hits: 280 },
      ],
    })
    expect((await byVariant(id))[0]).toMatchObject({ variant: 0, subject: "B", n: 48 })
  })

  it("sends the one that was named beforehand when the difference may be chance", async () => {
    const figures: [Record<string, number>, Record<string, number>] = [
      { tracked: 1000, open_human: 200 },
      { tracked: 1000, open_human: 205 },
    ]
    const id = await decidedBy(figures)
    expect((await opened.mailroom.mailings.get(id)).ab_result).toMatchObject({
      chosen: 1,
      verdict: { kind: "may_be_chance", ahead: 2 },
    })
    expect((await byVariant(id))[0]).toMatchObject({ variant: 0, subject: "A", n: 48 })
  })

  it("counts orders since the mail left, whoever clicked, and what they are worth without refunds", async () => {
    const id = await started()
    await rows(`UPDATE mailroom.mailing SET ab = ab || '{"criterion": "revenue"}' WHERE id = $1`, id)
    await sendOut(id)
    const bought = await rows(
      `INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, refunded_total, placed_at)
       SELECT 'ab_' || row_number() OVER (), contact_id, 'eur', 119, 100, 59.5, mailroom.now() FROM mailroom.message
       WHERE source_id = $1 AND variant = 2 ORDER BY contact_id LIMIT 2 RETURNING order_id`,
      id,
    )
    expect(bought).toHaveLength(2)
    const shown = await opened.mailroom.mailingVariants.shown(id)
    expect(shown).toMatchObject({ currency: "eur" })
    expect(shown!.variants.map(({ people, hits, revenue }) => ({ people, hits, revenue }))).toEqual([
      { people: 6, hits: 0, revenue: 0 },
      { people: 6, hits: 2, revenue: 100 },
    ])
    await rows("DELETE FROM mailroom.purchase_order WHERE order_id LIKE 'ab\\_%'")
  })

  it("holds people out who could have got it, and says so of each", async () => {
    const id = await started({ ab: null, control_share: 10 })
    const outcomes = await byVariant(id)
    expect(outcomes).toEqual([
      { variant: 0, status: "dropped", reason: "control_group", subject: "A", n: 6 },
      { variant: 0, status: "queued", reason: null, subject: "A", n: 54 },
    ])
    expect(await opened.mailroom.mailings.get(id)).toMatchObject({ state: "sending", control_share: 10 })
  })

  it("draws by the hash of person and mailing, and not by their order: another mailing draws others", async () => {
    const heldOut = async (id: string) =>
      (
        await rows(
          "SELECT contact_id FROM mailroom.message WHERE source_id = $1 AND reason = 'control_group' ORDER BY 1",
          id,
        )
      ).map(({ contact_id }) => contact_id)
    const [one, other] = [
      await heldOut(await started({ ab: null, control_share: 50 })),
      await heldOut(await started({ ab: null, control_share: 50 })),
    ]
    expect(one).toHaveLength(30)
    expect(one).not.toEqual(other)
    const first = await rows("SELECT id FROM mailroom.contact ORDER BY id LIMIT 30")
    expect(one).not.toEqual(first.map(({ id }) => id))
  })

  it("keeps the variants' senders and times", async () => {
    const variants = [{}, { sender_id: "msnd_other", time: "18:00" }]
    const id = await started({ ab: { ...ab, variants } })
    const [one, other] = await rows(
      `SELECT m.sender_id, m.mail_domain, d.due_at > m.planned_at AS is_later FROM mailroom.message m
       JOIN mailroom.delivery d ON d.message_id = m.id WHERE m.source_id = $1 GROUP BY 1, 2, 3 ORDER BY 1`,
      id,
    )
    expect(one).toEqual({ sender_id: "msnd_default", mail_domain: "shop.example", is_later: false })
    expect(other).toEqual({ sender_id: "msnd_other", mail_domain: "second.example", is_later: true })
  })

  it("goes on after a pause where it waited, and a stop in the waiting time gives the rest its reason", async () => {
    const { mailingDispatch, mailings, mailingVariants } = opened.mailroom
    const id = await started()
    await sendOut(id)
    await mailingDispatch.pause(id)
    await mailingDispatch.resume(id)
    await planAll()
    expect(await mailings.get(id)).toMatchObject({ state: "sending" })
    expect(await mailingVariants.shown(id)).toMatchObject({ phase: "waiting" })
    await mailingDispatch.stop(id)
    await planAll()
    expect(await byVariant(id)).toContainEqual({
      variant: 0,
      status: "cancelled",
      reason: "mailing_stopped",
      subject: "A",
      n: 48,
    })
    await expect(mailingVariants.choose(id, 1, "user_1")).rejects.toThrow("This mailing is stopped")
  })

  it("does not start while it cannot show anything, and says why", async () => {
    const { mailings, mailingDispatch } = opened.mailroom
    const draft = await mailings.create(
      { subject: "A", document, topic_id: "mtop_newsletters", ab: { ...ab, decide: "automatic" } },
      null,
    )
    await expect(mailingDispatch.sendNow(draft.id)).rejects.toThrow(
      /Too few for the A\/B test: each variant would reach 0/,
    )
    const same = await mailings.update(draft.id, { revision: draft.revision, ab: { ...ab, variants: [{}, {}] } })
    await expect(mailingDispatch.sendNow(same.id)).rejects.toThrow("Variants A and B are the same.")
    await expect(mailings.update(draft.id, { revision: same.revision, ab: { ...ab, fallback: 5 } })).rejects.toThrow(
      '"ab.fallback"',
    )
    await expect(mailings.create({ control_share: 80 }, null)).rejects.toThrow('"control_share"')
  })
})
