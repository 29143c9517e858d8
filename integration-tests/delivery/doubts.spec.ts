import { randomUUID } from "node:crypto"
import { openDelivery, type Delivery } from "../support/delivery"

const LATER = new Date("2099-01-01T00:00:00Z")

describe("mails in doubt", () => {
  let delivery: Delivery
  beforeEach(async () => {
    delivery = await openDelivery({ settings: { tracking: { opens: "all" } } })
  })
  afterEach(() => delivery.close())

  const marketing = { class: "marketing" as const, lane: "automations" as const }
  const ofMailing = { ...marketing, origin: "mailing" as const, kind: "newsletter" as const, sourceId: "mlg_1" }
  const ofAutomation = { ...marketing, kind: "automation" as const, sourceId: "mauto_1" }

  /** A worker that was killed when it had handed them over. */
  async function inDoubt(...mails: Parameters<Delivery["plan"]>): Promise<string[]> {
    const ids = await delivery.plan(...mails)
    await delivery.rows(
      `UPDATE mailroom.delivery SET stage = 'claimed', lease_owner = 'gone', lease_token = $1, handed_at = mailroom.now(),
         lease_expires_at = mailroom.now() WHERE message_id = ANY($2::uuid[])`,
      [randomUUID(), ids],
    )
    await delivery.sweep()
    return ids
  }
  const statuses = (ids: string[]) => Promise.all(ids.map(async (id) => (await delivery.message(id)).status))
  const counters = (sourceId: string) =>
    delivery.rows(
      `SELECT kind, sum(n)::int AS n FROM mailroom.counter WHERE source_id = $1 GROUP BY 1 HAVING sum(n) <> 0 ORDER BY 1`,
      [sourceId],
    )
  const settle = (source_id: string, type: string, verdict: "arrived" | "send_again", as_of = LATER) =>
    delivery.mailroom.doubts.settle({ source_id, type, as_of }, verdict, "user_1")

  it("are settled as sent by one word, of one mailing and of what was seen", async () => {
    const ids = await inDoubt(ofMailing, ofMailing, ofMailing, ofAutomation)
    const { doubts, as_of } = await delivery.mailroom.doubts.list(null)
    expect(doubts.map(({ source_id, count, is_mailing }) => [source_id, count, is_mailing]).sort()).toEqual([
      ["mauto_1", 1, false],
      ["mlg_1", 3, true],
    ])
    expect(await settle("mlg_1", "newsletter", "arrived", new Date("2020-01-01"))).toMatchObject({ settled: 0 })
    expect(await settle("mlg_1", "newsletter", "arrived", new Date(as_of))).toEqual({
      settled: 3,
      not_possible: 0,
      has_more: false,
    })
    expect(await statuses(ids)).toEqual(["sent", "sent", "sent", "in_doubt"])
    expect(await counters("mlg_1")).toEqual([{ kind: "sent", n: 3 }])
    expect(await delivery.events(ids[0]!)).toEqual(["in_doubt", "sent"])
    const { events } = await delivery.mailroom.outbox.message(ids[0]!)
    expect(events.map(({ sentence }) => sentence)).toContain("It was in doubt; somebody found out that it arrived.")
    expect((await delivery.mailroom.doubts.list(null)).doubts.map(({ source_id }) => source_id)).toEqual(["mauto_1"])
  })

  it("go out once more by one word, each once; those of a mailing by a mailing to the missed", async () => {
    const ids = await inDoubt(ofAutomation, ofAutomation)
    await inDoubt(ofMailing)
    expect(await settle("mauto_1", "automation", "send_again")).toMatchObject({ settled: 2, has_more: false })
    expect(await settle("mauto_1", "automation", "send_again")).toMatchObject({ settled: 0 })
    await delivery.drain()
    const again = await delivery.rows<{ resend_of: string; status: string }>(
      `SELECT resend_of, status FROM mailroom.message WHERE resend_of IS NOT NULL`,
    )
    expect(again.map(({ resend_of }) => resend_of).sort()).toEqual([...ids].sort())
    await expect(settle("mlg_1", "newsletter", "send_again")).rejects.toThrow("repeated from its page")
  })

  it("are believed to have arrived when their pixel is loaded, and then do not go out once more", async () => {
    const tracked = { isTracked: true, isCopyKept: true }
    const [newsletter, receipt] = await inDoubt({ ...ofMailing, ...tracked }, { ...tracked, sourceId: "mauto_2" })
    expect(await statuses([newsletter!, receipt!])).toEqual(["in_doubt", "in_doubt"])
    for (const messageId of [newsletter!, receipt!])
      await delivery.mailroom.tracking.record({ token: { type: "o", messageId }, userAgent: "Mozilla/5.0" })
    await delivery.mailroom.tracking.drain()
    expect(await statuses([newsletter!, receipt!])).toEqual(["sent", "sent"])
    await delivery.later("due")
    await delivery.drain()
    expect(delivery.sink.mails).toHaveLength(0)
    expect(await counters("mlg_1")).toContainEqual({ kind: "sent", n: 1 })
    expect(await counters("mauto_2")).toContainEqual({ kind: "sent", n: 1 })
    const kinds = [...(await counters("mlg_1")), ...(await counters("mauto_2"))].map(({ kind }) => kind)
    expect(kinds).not.toContain("in_doubt")
  })
})
