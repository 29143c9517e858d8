import type { NewMessage } from "../../src/core/messages/new-message"
import { openMailroom } from "../support/database"
import { aMessage } from "../support/new-message"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("planning messages", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  const plan = (messages: NewMessage[]) =>
    opened.mailroom.db.transaction((tx) => opened.mailroom.messages.plan(tx, messages))
  const rows = <Row>(text: string, values: unknown[] = []) => opened.mailroom.db.query<Row>({ text, values })

  it("stores ledger, content and delivery at once, and answers with the ids in the caller's order", async () => {
    const messages = [aMessage({ context: { n: 1 } }), aMessage({ context: { n: 2 } })]
    const { planned, repeated } = await plan(messages)
    expect(repeated).toBe(0)
    expect(planned.map(({ key }) => key)).toEqual(messages.map(({ idempotencyKey }) => idempotencyKey))
    const stored = await rows(
      `SELECT m.status, c.context, d.stage, l.name AS lane FROM mailroom.message m
       JOIN mailroom.message_content c ON c.message_id = m.id AND c.planned_at = m.planned_at
       JOIN mailroom.delivery d ON d.message_id = m.id JOIN mailroom.lane l ON l.id = d.lane_id
       WHERE m.id = ANY($1) ORDER BY array_position($1, m.id)`,
      [planned.map(({ id }) => id)],
    )
    expect(stored).toEqual([
      { status: "queued", context: { n: 1 }, stage: "queued", lane: "receipts" },
      { status: "queued", context: { n: 2 }, stage: "queued", lane: "receipts" },
    ])
  })

  it("keeps one message per reason: repeated, in one call and in two at once", async () => {
    const message = aMessage()
    const answers = await Promise.all([plan([message, message]), plan([message])])
    expect(answers.flatMap(({ planned }) => planned)).toHaveLength(1)
    expect(answers.reduce((sum, { repeated }) => sum + repeated, 0)).toBe(2)
  })

  it("writes nothing when the caller's transaction fails", async () => {
    const message = aMessage()
    const failing = opened.mailroom.db.transaction(async (tx) => {
      await opened.mailroom.messages.plan(tx, [message])
      throw new Error("the enrolment could not be stored")
    })
    await expect(failing).rejects.toThrow("enrolment")
    expect((await plan([message])).planned).toHaveLength(1)
  })

  it.each([
    ["a decision against it", { refused: "unsubscribed" as const }, "dropped", "unsubscribed"],
    [
      "an address with a line break",
      { to: { email: "a@example.com\r\nBcc: b@example.com" } },
      "dropped",
      "address_invalid",
    ],
    ["an address of 320 characters", { to: { email: `${"a".repeat(308)}@example.com` } }, "dropped", "address_invalid"],
    ["no address", { to: { email: "" } }, "dropped", "no_address"],
    ["the merchant's word missing", { refused: "merchants_word" as const }, "held", "merchants_word"],
  ])("stores the reason and queues nothing: %s", async (_name, overrides, status, reason) => {
    const { planned } = await plan([aMessage(overrides)])
    const [row] = await rows(
      `SELECT m.status, m.reason, d.message_id FROM mailroom.message m LEFT JOIN mailroom.delivery d ON d.message_id = m.id
       WHERE m.id = $1`,
      [planned[0]!.id],
    )
    expect(row).toEqual({ status, reason, message_id: null })
  })

  it("seals the context of a secret mail and keeps neither copy nor tracking", async () => {
    const { planned } = await plan([
      aMessage({
        isSecret: true,
        isTracked: true,
        isCopyKept: true,
        context: { reset: { url: "https://shop/reset?t=1" } },
      }),
    ])
    const [row] = await rows<{ sealed_context: Buffer; context: unknown; is_tracked: boolean; is_copy_kept: boolean }>(
      `SELECT c.sealed_context, c.context, m.is_tracked, m.is_copy_kept FROM mailroom.message m
       JOIN mailroom.message_content c ON c.message_id = m.id WHERE m.id = $1`,
      [planned[0]!.id],
    )
    expect(row).toMatchObject({ context: null, is_tracked: false, is_copy_kept: false })
    expect(row!.sealed_context.includes("reset?t=1")).toBe(false)
    expect(JSON.parse(await opened.mailroom.keyring.unseal(row!.sealed_context)).reset.url).toBe(
      "https://shop/reset?t=1",
    )
  })

  it("keeps no secret of a mail that nobody will ever send", async () => {
    const { planned } = await plan([aMessage({ isSecret: true, to: { email: "no address" } })])
    const [row] = await rows(`SELECT sealed_context FROM mailroom.message_content WHERE message_id = $1`, [
      planned[0]!.id,
    ])
    expect(row).toEqual({ sealed_context: null })
  })

  it("does not let one unstorable character stop the whole batch", async () => {
    const { planned } = await plan([aMessage({ context: { name: "a\u0000b\ud800" } }), aMessage()])
    expect(planned).toHaveLength(2)
  })

  it("refuses a lane that nobody serves", async () => {
    await expect(plan([aMessage({ lane: { id: 9999 } })])).rejects.toThrow("lane_id")
  })
})
