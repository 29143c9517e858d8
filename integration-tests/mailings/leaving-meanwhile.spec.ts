import { openMailroom } from "../support/database"
import { mailingPlanner } from "../../src/runtime/mailing-planner"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("people who leave while a mailing is planned", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
    // As the first start does: read inside of sixty transactions at once, the keys would wait for a connection of their own.
    await opened.mailroom.keyring.signingKeys()
  })
  afterAll(() => opened.close())

  it("get no mail, whether they leave before, during or after their own decision", async () => {
    const { mailroom } = opened
    const rows = (sql: string, ...values: unknown[]) => mailroom.db.query<Record<string, string>>({ text: sql, values })
    await rows(`INSERT INTO mailroom.sender (id, name, from_name, from_email, postal_address, is_default)
                VALUES ('msnd_default', 'Shop', 'Shop', 'news@shop.example', '1 Main Street', true)`)
    const people = await Promise.all(Array.from({ length: 60 }, (_, n) => aContact(mailroom, `race${n}@example.com`)))
    const { id } = await mailroom.mailings.create(
      { subject: "Hello", document: { kind: "text", text: "Hello" }, topic_id: "mtop_newsletters" },
      null,
    )
    await rows(
      `UPDATE mailroom.mailing SET state = 'planning', started_at = date_trunc('milliseconds', mailroom.now()) WHERE id = $1`,
      id,
    )
    const leave = async (n: number) =>
      mailroom.preferences.leave((await mailroom.preferences.recipientOfAddress(people[n]!.addressId))!, "all", {
        source: "mail",
        method: "one_click",
        actor: "contact",
      })
    const planner = mailingPlanner(mailroom)
    await planner.turn({ ignoreSchedule: true })
    const leavers = people.map((_, n) => n).filter((n) => n % 2 === 0)
    const [planned] = await Promise.all([
      planner.turn({ ignoreSchedule: true }),
      ...leavers.slice(0, 20).map((n) => leave(n)),
    ])
    expect(planned).toBe("more")
    await Promise.all(leavers.slice(20).map((n) => leave(n)))
    while ((await planner.turn({ ignoreSchedule: true })) === "more") continue

    const outcomes = await rows(
      `SELECT m.status, m.reason, a.marketing, d.message_id IS NOT NULL AS waits FROM mailroom.message m
       JOIN mailroom.contact_address a ON a.id = m.address_id LEFT JOIN mailroom.delivery d ON d.message_id = m.id
       WHERE m.source_id = $1`,
      id,
    )
    expect(outcomes).toHaveLength(60)
    // One who left in the very moment of the decision may still wait: the gate asks again before the hand-over.
    const gone = outcomes.filter(({ marketing }) => marketing === "unsubscribed")
    expect(gone).toHaveLength(30)
    for (const { reason, waits } of gone) expect(waits ? null : "unsubscribed").toBe(reason)
    expect(outcomes.filter(({ marketing }) => marketing === "subscribed").every(({ waits }) => waits)).toBe(true)
  })
})
