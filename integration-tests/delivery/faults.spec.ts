import { openDelivery, type Delivery } from "../support/delivery"
import type { SinkBehaviour } from "../support/smtp-sink"

describe("a mail server that misbehaves", () => {
  let delivery: Delivery
  const open = async (behaviour: SinkBehaviour = {}) => (delivery = await openDelivery({ behaviour }))
  afterEach(() => delivery.close())

  const suppressions = () => delivery.rows(`SELECT scope, reason FROM mailroom.suppression`)

  it("421 at connect: everything waits behind the breaker, no attempt is lost", async () => {
    await open({ connect: () => "421 4.3.2 too busy" })
    const ids = await delivery.plan({}, {}, {})
    const dispatcher = delivery.dispatcher()
    await delivery.drain(dispatcher)
    for (const id of ids)
      expect(await delivery.message(id)).toMatchObject({ status: "queued", attempts: 0, is_waiting: true })
    const connections = delivery.sink.connections
    delivery.sink.behave({})
    await delivery.drain(dispatcher)
    expect(delivery.sink.connections).toBe(connections)
    await delivery.drain(delivery.dispatcher())
    expect(delivery.sink.mails).toHaveLength(3)
  })

  it("450 at RCPT TO: comes back later, with the server's words", async () => {
    let isGreylisting = true
    await open({ rcpt: () => (isGreylisting ? "450 4.2.0 <jo@example.com> greylisted" : undefined) })
    const [id] = await delivery.plan({ to: { email: "jo@example.com" } })
    await delivery.drain()
    expect(await delivery.message(id!)).toMatchObject({
      status: "queued",
      attempts: 1,
      last_code: 450,
      last_enhanced: "4.2.0",
      last_response: "450 4.2.0 <[address]> greylisted",
      is_waiting: true,
    })
    isGreylisting = false
    await delivery.drain()
    expect(delivery.sink.mails).toHaveLength(0)
    await delivery.later("due")
    await delivery.drain()
    expect(await delivery.message(id!)).toMatchObject({ status: "sent", attempts: 2 })
    expect(await delivery.events(id!)).toEqual(["deferred", "sent"])
  })

  it("550 at RCPT TO: failed for good, and Medusa's bus is told so", async () => {
    await open({ rcpt: () => "550 5.1.1 no such user" })
    const told: unknown[] = []
    delivery.mailroom.bus.emit = async (name, data) => void told.push([name, data.id])
    const [id] = await delivery.plan({ to: { email: "gone@example.com" } })
    await delivery.drain()
    expect(await delivery.message(id!)).toMatchObject({ status: "failed", last_code: 550 })
    expect(told).toEqual([["mailroom.message.failed", id]])
  })

  it("450 for the person while a copy is taken: the copy is not sent again with the next try", async () => {
    await open({ rcpt: (to) => (to === "jo@example.com" ? "450 4.2.0 greylisted" : undefined) })
    const [id] = await delivery.plan({
      to: { email: "jo@example.com" },
      cc: ["buyer@supplier.example"],
      bcc: ["archive@shop.example"],
    })
    await delivery.drain()
    delivery.sink.behave({})
    await delivery.later("due")
    await delivery.drain()
    expect(await delivery.message(id!)).toMatchObject({ status: "sent" })
    expect(delivery.sink.mails.map(({ to }) => to)).toEqual([
      ["buyer@supplier.example", "archive@shop.example"],
      ["jo@example.com"],
    ])
  })

  it("451 after DATA: surely not delivered, so it is sent again with the same Message-ID and Date", async () => {
    await open({ dot: (_mail, n) => (n === 1 ? "451 4.3.0 try again" : undefined) })
    const seen: string[] = []
    const [id] = await delivery.plan({})
    const remember = delivery.sink
    const headers = (raw: Buffer) => /^(Date|Message-ID): .*$/gim[Symbol.match](raw.toString())!.join()
    remember.behave({
      dot: (mail, n) => {
        seen.push(headers(mail.raw))
        return n === 1 && seen.length === 1 ? "451 4.3.0 try again" : undefined
      },
    })
    await delivery.drain()
    await delivery.later("due")
    await delivery.drain()
    expect(await delivery.message(id!)).toMatchObject({ status: "sent" })
    expect(seen).toHaveLength(2)
    expect(seen[1]).toBe(seen[0])
  })

  it("550 5.1.1: failed, a hard bounce, and nothing goes to that address any more", async () => {
    await open({ rcpt: () => "550 5.1.1 no such user" })
    const [first] = await delivery.plan({ to: { email: "gone@example.com" } })
    await delivery.drain()
    expect(await delivery.message(first!)).toMatchObject({
      status: "failed",
      reason: "refused_recipient",
      is_waiting: false,
    })
    expect(await delivery.events(first!)).toEqual(["bounce"])
    expect(await suppressions()).toEqual([{ scope: "all", reason: "hard_bounce" }])
    delivery.sink.behave({})
    const [second] = await delivery.plan({ to: { email: "Gone@Example.com" } })
    await delivery.drain()
    expect(await delivery.message(second!)).toMatchObject({ status: "dropped", reason: "suppressed_hard_bounce" })
    expect(delivery.sink.mails).toHaveLength(0)
  })

  it("550 5.7.26: refused by policy, and nobody is suppressed for the shop's own fault", async () => {
    await open({ dot: () => "550 5.7.26 unauthenticated" })
    const [id] = await delivery.plan({})
    await delivery.drain()
    expect(await delivery.message(id!)).toMatchObject({ status: "failed", reason: "refused_policy" })
    expect(await suppressions()).toEqual([])
  })

  it("552 5.2.2: a soft bounce that counts, and does not suppress by itself", async () => {
    await open({ rcpt: () => "552 5.2.2 mailbox full" })
    await delivery.plan({})
    await delivery.drain()
    expect(await delivery.rows(`SELECT count(*)::int AS n FROM mailroom.soft_bounce`)).toEqual([{ n: 1 }])
    expect(await suppressions()).toEqual([])
  })

  it("drops before 354: surely not delivered, sent again", async () => {
    let drops = 1
    await open({ data: () => (drops-- > 0 ? "drop" : undefined) })
    const [id] = await delivery.plan({})
    const dispatcher = delivery.dispatcher()
    await delivery.drain(dispatcher)
    await delivery.later("due")
    await delivery.drain(delivery.dispatcher())
    expect(await delivery.message(id!)).toMatchObject({ status: "sent" })
    expect(delivery.sink.mails).toHaveLength(1)
  })

  it.each([
    ["accepts and breaks off", { afterAccept: () => "drop" as const }, 1],
    ["breaks off after the dot without accepting", { dot: () => "drop" as const }, 0],
  ])("%s: marketing is in doubt and never sent again", async (_what, behaviour, accepted) => {
    await open(behaviour)
    const lane = await newsletterLane()
    const [id] = await delivery.plan({ ...lane, isTest: true })
    await delivery.drain()
    expect(await delivery.message(id!)).toMatchObject({
      status: "in_doubt",
      reason: "no_answer_after_hand_over",
      is_waiting: false,
    })
    delivery.sink.behave({})
    await delivery.later("due")
    await delivery.drain(delivery.dispatcher())
    expect(delivery.sink.mails).toHaveLength(accepted)
  })

  it("breaks off after the dot of each: a few of a mailing are in doubt, the rest waits until it is well", async () => {
    await open({ dot: () => "drop" })
    const lane = await newsletterLane()
    await delivery.plan(...Array.from({ length: 60 }, () => ({ ...lane, isTest: true })))
    await delivery.drain()
    const inDoubt = await delivery.rows(`SELECT id FROM mailroom.message WHERE status = 'in_doubt'`)
    expect(inDoubt.length).toBeGreaterThan(0)
    // One for each of the four connections, and what began before the first of them was heard of; not all sixty.
    expect(inDoubt.length).toBeLessThan(20)
    delivery.sink.behave({})
    await delivery.later("due")
    await delivery.drain(delivery.dispatcher())
    expect(delivery.sink.mails).toHaveLength(60 - inDoubt.length)
  })

  it("breaks off after the dot: a receipt is sent once more, later, with the same Message-ID", async () => {
    await open({ afterAccept: () => "drop" })
    const [id] = await delivery.plan({})
    await delivery.drain()
    expect(await delivery.message(id!)).toMatchObject({ status: "in_doubt", is_waiting: true })
    delivery.sink.behave({})
    await delivery.drain(delivery.dispatcher())
    expect(delivery.sink.mails).toHaveLength(1)
    await delivery.later("due")
    await delivery.drain(delivery.dispatcher())
    expect(await delivery.message(id!)).toMatchObject({ status: "sent", is_waiting: false })
    expect(delivery.sink.mails.map(({ messageId }) => messageId)).toEqual([
      `<${id}@shop.example>`,
      `<${id}@shop.example>`,
    ])
    expect(await delivery.events(id!)).toEqual(["in_doubt", "sent"])
  })

  it("breaks off after the dot: a receipt stays in doubt when it may not be sent once more", async () => {
    await open({ afterAccept: () => "drop" })
    const [id] = await delivery.plan({ to: { email: "jo@example.com" } })
    await delivery.drain()
    delivery.sink.behave({})
    await delivery.rows(
      `INSERT INTO mailroom.suppression (scope, domain, reason, source) VALUES ('all', 'example.com', 'manual', 'test')`,
    )
    await delivery.later("due")
    await delivery.drain(delivery.dispatcher())
    expect(await delivery.message(id!)).toMatchObject({
      status: "in_doubt",
      reason: "no_answer_after_hand_over",
      is_waiting: false,
    })
  })

  it("535 at login: everything waits, the merchant is told", async () => {
    delivery = await openDelivery({
      behaviour: { auth: () => "535 5.7.8 bad credentials", extensions: ["AUTH PLAIN"] },
    })
    const errors: string[] = []
    delivery.mailroom.log.error = (message) => void errors.push(message)
    delivery.mailroom.options.smtpUrl = `smtp://user:wrong@127.0.0.1:${delivery.sink.port}?tls=never`
    const [id] = await delivery.plan({})
    await delivery.drain()
    expect(await delivery.message(id!)).toMatchObject({ status: "queued", attempts: 0, is_waiting: true })
    expect(errors.join()).toContain("credentials")
  })

  it("is not asked for a notice of which no file can be made: it waits, the others go", async () => {
    await open()
    const context = { subject: "Hello", greeting: "Hi", file: { kind: "csv", name: "lines.csv", lines: null } }
    const [broken, whole] = await delivery.plan(
      { kind: "custom_action", to: { email: "one@supplier.example" }, context },
      { kind: "custom_action", to: { email: "two@supplier.example" } },
    )
    await delivery.drain()
    expect(await delivery.message(broken!)).toMatchObject({ status: "queued", attempts: 0, is_waiting: true })
    expect(await delivery.message(whole!)).toMatchObject({ status: "sent" })
  })

  it("refuses one of 200: the others arrive on the same connections", async () => {
    await open({ rcpt: (to) => (to.startsWith("bad") ? "550 5.7.1 no" : undefined) })
    const ids = await delivery.plan(
      ...Array.from({ length: 200 }, (_, n) => ({ to: { email: `${n === 77 ? "bad" : "ok"}${n}@example.com` } })),
    )
    await delivery.drain()
    expect(delivery.sink.mails).toHaveLength(199)
    expect(await delivery.message(ids[77]!)).toMatchObject({ status: "failed", reason: "refused_policy" })
    expect(delivery.sink.connections).toBeLessThanOrEqual(8)
  })

  it("pauses a mailing when a fifth of it is refused by policy", async () => {
    await open({ dot: () => "550 5.7.1 spam" })
    const lane = await newsletterLane()
    await delivery.plan(...Array.from({ length: 60 }, () => ({ ...lane, isTest: true })))
    await delivery.drain()
    const [state] = await delivery.rows(`SELECT state FROM mailroom.lane WHERE id = $1`, [lane.lane.id])
    expect(state).toEqual({ state: "paused" })
    const [rest] = await delivery.rows<{ n: number }>(`SELECT count(*)::int AS n FROM mailroom.delivery`)
    expect(rest!.n).toBeGreaterThan(20)
  })

  async function newsletterLane() {
    const [lane] = await delivery.rows<{ id: number }>(
      `INSERT INTO mailroom.lane (name, transport, weight, mailing_id) VALUES ('mailing', 'marketing', 10, 'mmlg_1') RETURNING id`,
    )
    return { class: "marketing" as const, origin: "mailing" as const, lane: { id: lane!.id }, sourceId: "mmlg_1" }
  }
})
