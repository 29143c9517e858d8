import { mailingPlanner } from "../../src/runtime/mailing-planner"
import { openDelivery, type Delivery } from "../support/delivery"

const PEOPLE = 20_000
const EACH = 40

/** Who stops a mailing that is under way must get nothing that was not in the server's hands already. */
describe("a mailing of 20,000, and people who stop it for themselves meanwhile", () => {
  let delivery: Delivery
  const accepted = new Map<string, number>()
  beforeAll(async () => {
    delivery = await openDelivery({
      behaviour: { afterAccept: (mail) => void accepted.set(mail.to[0]!, performance.now()) },
      settings: { transport: { connections: 40 } },
    })
    await delivery.mailroom.keyring.signingKeys()
  })
  afterAll(() => delivery.close())

  /** In one statement: who they are does not matter here, only that there are so many. */
  async function everybodySubscribes(): Promise<void> {
    await delivery.rows(
      `WITH n AS (SELECT mailroom.uuidv7() AS contact_id, mailroom.uuidv7() AS address_id, 'race' || i || '@example.com' AS email
           FROM generate_series(0, $1::int - 1) i),
         a AS (INSERT INTO mailroom.contact_address (id, contact_id, email, email_norm, domain, email_hash, marketing)
           SELECT address_id, contact_id, email, email, 'example.com', decode(md5(email), 'hex'), 'subscribed' FROM n),
         s AS (INSERT INTO mailroom.subscription (address_id, topic_id, state, since)
           SELECT address_id, 'mtop_newsletters', 'subscribed', mailroom.now() FROM n)
       INSERT INTO mailroom.contact (id, source, last_interaction_at) SELECT contact_id, 'spec', mailroom.now() FROM n`,
      [PEOPLE],
    )
  }

  async function planned(): Promise<string> {
    const { mailroom } = delivery
    const { id } = await mailroom.mailings.create(
      { subject: "Hello", document: { kind: "text", text: "Hello" }, topic_id: "mtop_newsletters" },
      null,
    )
    await delivery.rows(
      `UPDATE mailroom.mailing SET state = 'planning', started_at = date_trunc('milliseconds', mailroom.now()) WHERE id = $1`,
      [id],
    )
    const planner = mailingPlanner(mailroom)
    const waits = async () =>
      (await delivery.rows<{ n: number }>("SELECT count(*)::int AS n FROM mailroom.delivery"))[0]!.n
    while ((await waits()) < PEOPLE) await planner.turn({ ignoreSchedule: true })
    await delivery.rows(
      "ANALYZE mailroom.delivery, mailroom.message, mailroom.contact, mailroom.contact_address, mailroom.subscription",
    )
    return id
  }

  it("get nothing after that, beyond what was handed over before", async () => {
    const { mailroom } = delivery
    await everybodySubscribes()
    const mailingId = await planned()
    const people = new Map(
      (
        await delivery.rows<{ email: string; contact_id: string; address_id: string; email_hash: Buffer; id: string }>(
          "SELECT to_email AS email, contact_id, address_id, email_hash, id FROM mailroom.message WHERE source_id = $1",
          [mailingId],
        )
      ).map((row) => [row.email, row]),
    )
    const stopBy = {
      leaving: async (one: { address_id: string }) =>
        mailroom.preferences.leave((await mailroom.preferences.recipientOfAddress(one.address_id))!, "all", {
          source: "mail",
          method: "one_click",
          actor: "contact",
        }),
      complaint: (one: { email_hash: Buffer; id: string }) =>
        mailroom.db.transaction((tx) =>
          mailroom.suppression.complaint(tx, { emailHash: one.email_hash, messageId: one.id, source: "arf" }),
        ),
      erasure: (one: { contact_id: string; email: string }) =>
        mailroom.erasures.erase(one.contact_id, { confirm: one.email, by: null }),
    }
    // Spread over the whole mailing, in the order in which it goes out.
    const order = (
      await delivery.rows<{ email: string }>(
        "SELECT m.to_email AS email FROM mailroom.delivery d JOIN mailroom.message m ON m.id = d.message_id ORDER BY d.due_at, d.message_id",
      )
    ).map(({ email }) => email)
    const stopping = Array.from({ length: EACH * 3 }, (_, n) => order[Math.floor(((n + 0.5) * PEOPLE) / (EACH * 3))]!)
    const stopped: { email: string; id: string; committedAt: number; wasHanded: boolean; kind: string }[] = []

    const sending = delivery.drain(delivery.dispatcher())
    for (const [n, email] of stopping.entries()) {
      // In step with the mailing: each stops when about his part of it is out, so that many meet their own mail on its way.
      await delivery.sink.received(Math.max(0, Math.floor((n * PEOPLE) / stopping.length) - 60))
      const one = people.get(email)!
      const kind = (["leaving", "complaint", "erasure"] as const)[n % 3]!
      await stopBy[kind](one)
      const committedAt = performance.now()
      const [row] = await delivery.rows<{ handed_at: Date | null; status: string }>(
        "SELECT d.handed_at, m.status FROM mailroom.message m LEFT JOIN mailroom.delivery d ON d.message_id = m.id WHERE m.id = $1",
        [one.id],
      )
      stopped.push({
        email,
        id: one.id,
        committedAt,
        wasHanded: row!.handed_at !== null || row!.status === "sent",
        kind,
      })
    }
    await sending

    const late = stopped.filter(({ email, committedAt }) => (accepted.get(email) ?? 0) > committedAt)
    expect(late.filter(({ wasHanded }) => !wasHanded)).toEqual([])
    const rows = await delivery.rows<{ id: string; status: string; reason: string | null }>(
      "SELECT id, status, reason FROM mailroom.message WHERE source_id = $1",
      [mailingId],
    )
    const outcome = new Map(rows.map((row) => [row.id, row]))
    // Whoever was stopped in time has a reason and no mail; everybody else has exactly one.
    for (const { id, email } of stopped) {
      const { status, reason } = outcome.get(id)!
      expect([email, status === "sent"]).toEqual([email, accepted.has(email)])
      if (status !== "sent")
        expect([
          "unsubscribed",
          "suppressed_complaint",
          "suppressed_erasure",
          "contact_erased",
          "erased",
          "no_address",
        ]).toContain(reason)
    }
    expect(delivery.sink.mails.length).toBe(accepted.size)
    expect(rows.filter(({ status }) => status === "sent")).toHaveLength(accepted.size)
    expect(accepted.size).toBeGreaterThanOrEqual(PEOPLE - stopped.length)
    // The race took place: some were in time, and not all.
    expect(stopped.some(({ email }) => !accepted.has(email))).toBe(true)
  }, 180_000)
})
