import PostalMime from "postal-mime"
import { openDelivery, TEST_TEMPLATE, type Delivery } from "../support/delivery"

describe("sending a message", () => {
  let delivery: Delivery
  beforeEach(async () => {
    delivery = await openDelivery()
  })
  afterEach(() => delivery.close())

  it("brings it to the server, and everything that is known of it into the ledger", async () => {
    const [id] = await delivery.plan({ to: { email: "jo@example.com", name: "Jo" }, sourceId: "mauto_receipt" })
    await delivery.drain()
    const [mail] = delivery.sink.mails
    expect(mail).toMatchObject({
      from: "hello@shop.example",
      to: ["jo@example.com"],
      messageId: `<${id}@shop.example>`,
    })
    expect(await delivery.message(id!)).toMatchObject({
      status: "sent",
      attempts: 1,
      last_code: 250,
      queue_id: "SINK1234",
      pixel: "none",
      subject: "Hello",
      is_waiting: false,
    })
    expect(await delivery.events(id!)).toEqual(["sent"])
    const counters = await delivery.rows("SELECT source_id, kind, n FROM mailroom.counter")
    expect(counters).toEqual([{ source_id: "mauto_receipt", kind: "sent", n: "1" }])
  })

  it("delivers emoji, right-to-left text and an international domain as they were written", async () => {
    const subject = "🎁 מבצע אביב — Grüße"
    await delivery.plan({
      to: { email: "jo@münchen.example", name: "Jörg 🎈" },
      context: { subject, greeting: "שלום, Jörg" },
    })
    await delivery.drain()
    const [mail] = delivery.sink.mails
    expect(mail!.to).toEqual(["jo@xn--mnchen-3ya.example"])
    const parsed = await PostalMime.parse(mail!.raw)
    expect(parsed.subject).toBe(subject)
    expect(parsed.to?.[0]).toMatchObject({ name: "Jörg 🎈", address: "jo@xn--mnchen-3ya.example" })
    expect(parsed.html).toContain("שלום, Jörg")
  })

  it("sends copies in the same transaction and shows no blind one", async () => {
    await delivery.plan({ to: { email: "a@example.com" }, cc: ["b@example.com"], bcc: ["c@example.com"] })
    await delivery.drain()
    const [mail] = delivery.sink.mails
    expect(mail!.to).toEqual(["a@example.com", "b@example.com", "c@example.com"])
    expect(mail!.raw.toString()).not.toContain("c@example.com")
  })

  it("tells Medusa's bus after the commit", async () => {
    const told: unknown[] = []
    delivery.mailroom.bus.emit = async (name, data) => void told.push([name, data.id])
    const [id] = await delivery.plan({})
    await delivery.drain()
    expect(told).toEqual([["mailroom.message.sent", id]])
  })

  it("wipes the sealed context of a secret mail once it is sent", async () => {
    const [id] = await delivery.plan({ isSecret: true, context: { subject: "Reset", greeting: "token-123" } })
    await delivery.drain()
    expect(delivery.sink.mails[0]!.raw.toString()).toContain("token-123")
    const [content] = await delivery.rows(
      `SELECT context, sealed_context FROM mailroom.message_content WHERE message_id = $1`,
      [id],
    )
    expect(content).toEqual({ context: null, sealed_context: null })
  })

  it("lets what is too late expire, with its reason", async () => {
    const [id] = await delivery.plan({ expiresAt: new Date("2020-01-01") })
    await delivery.drain()
    expect(await delivery.message(id!)).toMatchObject({ status: "expired", reason: "too_late", is_waiting: false })
    expect(delivery.sink.mails).toHaveLength(0)
  })

  it("stores why a mail could not be made, and goes on with the others", async () => {
    const broken = await delivery.plan({ templateVersionId: "00000000-0000-7000-8000-00000000dead" })
    const [fine] = await delivery.plan({})
    await delivery.drain(
      delivery.dispatcher({
        compiled: async (version) =>
          version.endsWith("dead")
            ? { ...TEST_TEMPLATE, html: "{% for i in (1..100000000) %}x{% endfor %}" }
            : TEST_TEMPLATE,
      }),
    )
    expect(await delivery.message(broken[0]!)).toMatchObject({ status: "failed", reason: "render_failed" })
    expect(await delivery.message(fine!)).toMatchObject({ status: "sent" })
  })

  it("sends no empty mail when what it was about is gone", async () => {
    const [id] = await delivery.plan({})
    await delivery.rows(`DELETE FROM mailroom.message_content WHERE message_id = $1`, [id])
    await delivery.drain()
    expect(delivery.sink.mails).toHaveLength(0)
    expect(await delivery.message(id!)).toMatchObject({ status: "failed", reason: "render_failed" })
  })

  it("counts no lost lease against a mail whose facts could not be read", async () => {
    const [id] = await delivery.plan({})
    await delivery.rows(`ALTER TABLE mailroom.subscription RENAME TO away`)
    await expect(delivery.dispatcher().turn()).rejects.toThrow(/subscription/)
    await delivery.rows(`ALTER TABLE mailroom.away RENAME TO subscription`)
    expect(await delivery.rows(`SELECT stage, lost_leases FROM mailroom.delivery WHERE message_id = $1`, [id])).toEqual(
      [{ stage: "queued", lost_leases: 0 }],
    )
    await delivery.drain()
    expect(delivery.sink.mails).toHaveLength(1)
  })

  it("never takes a mail off the wire because another one could not be settled", async () => {
    let release: () => void = () => undefined
    const answered = new Promise<void>((resolve) => (release = resolve))
    delivery.sink.behave({ afterAccept: () => answered.then(() => undefined) })
    await delivery.rows(
      `INSERT INTO mailroom.suppression (scope, domain, reason, source) VALUES ('all', 'stopped.example', 'manual', 'test')`,
    )
    await delivery.rows(
      `CREATE FUNCTION mailroom.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not stored'; END $$`,
    )
    await delivery.rows(
      `CREATE TRIGGER refuse BEFORE UPDATE ON mailroom.message FOR EACH ROW WHEN (NEW.status = 'dropped')
       EXECUTE FUNCTION mailroom.refuse()`,
    )
    const [onTheWire] = await delivery.plan(
      { to: { email: "jo@example.com" } },
      { to: { email: "jo@stopped.example" } },
    )
    const dispatcher = delivery.dispatcher()
    await expect(dispatcher.turn()).rejects.toThrow("not stored")
    expect(await delivery.rows(`SELECT stage FROM mailroom.delivery WHERE message_id = $1`, [onTheWire])).toEqual([
      { stage: "claimed" },
    ])
    release()
    await dispatcher.stop()
    await delivery.rows(`DROP TRIGGER refuse ON mailroom.message`)
    await delivery.drain(delivery.dispatcher())
    expect(delivery.sink.mails.map(({ to }) => to)).toEqual([["jo@example.com"]])
  })

  it("claims no more ahead than the limit per second lets go", async () => {
    await delivery.mailroom.settings.write({ throttle: { perSecond: 3 } }, null)
    await delivery.plan(...Array.from({ length: 20 }, () => ({})))
    await delivery.dispatcher().turn()
    const [row] = await delivery.rows(`SELECT count(*)::int AS n FROM mailroom.delivery WHERE stage = 'claimed'`)
    expect(row!.n).toBeLessThanOrEqual(3)
  })

  it("sees a lane that was made a moment ago when everything due is asked for", async () => {
    const dispatcher = delivery.dispatcher()
    await dispatcher.turn()
    const [lane] = await delivery.rows<{ id: number }>(
      `INSERT INTO mailroom.lane (name, transport, weight) VALUES ('new', 'tx', 5) RETURNING id`,
    )
    const [id] = await delivery.plan({ lane: { id: lane!.id } })
    while ((await dispatcher.turn({ ignoreSchedule: true })) === "more");
    expect(await delivery.message(id!)).toMatchObject({ status: "sent" })
  })

  it("gives up no mail because the database was away when its template was read", async () => {
    const [id] = await delivery.plan({})
    let reads = 0
    const compiled = async () => {
      if (reads++ === 0) throw new Error("Connection terminated unexpectedly")
      return TEST_TEMPLATE
    }
    await delivery.drain(delivery.dispatcher({ compiled }))
    expect(await delivery.message(id!)).toMatchObject({ status: "sent", attempts: 1 })
  })

  it("sends everything to one address in *to me only* mode", async () => {
    const redirected = await openDelivery({
      settings: { delivery: { mode: "to_me_only", toMeAddress: "me@shop.example" } },
    })
    await redirected.plan({ to: { email: "jo@example.com" }, bcc: ["owner@example.com"] })
    await redirected.drain()
    expect(redirected.sink.mails[0]!.to).toEqual(["me@shop.example"])
    await redirected.close()
  })

  it("sends to nobody in *to me only* mode while the address is missing and readiness has not seen it", async () => {
    const redirected = await openDelivery({ settings: { delivery: { mode: "to_me_only" } } })
    const state = await redirected.mailroom.readiness.state()
    redirected.mailroom.readiness.state = async () => ({ ...state, ready: true, marketing_ready: true, findings: [] })
    const [id] = await redirected.plan({ to: { email: "jo@example.com" } })
    const dispatcher = redirected.dispatcher()
    await dispatcher.turn()
    await dispatcher.stop()
    expect(redirected.sink.mails).toHaveLength(0)
    expect(await redirected.message(id!)).toMatchObject({ status: "queued", is_waiting: true })
    await redirected.close()
  })

  it("sends nothing before Mailroom is ready", async () => {
    const homeless = await openDelivery()
    await homeless.rows(`UPDATE mailroom.sender SET from_email = NULL`)
    homeless.mailroom.senders["cached" as never] = undefined as never
    const [id] = await homeless.plan({})
    await homeless.drain()
    expect(homeless.sink.mails).toHaveLength(0)
    expect(await homeless.message(id!)).toMatchObject({ status: "queued", is_waiting: true })
    await homeless.close()
  })
})
