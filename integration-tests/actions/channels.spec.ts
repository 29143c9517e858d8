import { effectText } from "../../src/core/reports/why"
import type { Said } from "../../src/modules/mailroom/services/consent"
import { openEngine, type Engine } from "../support/automations"
import { effectState, endLease, makeDue } from "../support/effects"
import { markSent } from "../support/messages"
import { aContact } from "../support/people"
import { aCustomer, anOrder } from "../support/shop"

const SMS = {
  text: "Hello {{ order.firstName }}, order {{ order.displayId }} is on its way.",
  translations: [
    { locale: "de", text: "Hallo {{ order.firstName }}, Bestellung {{ order.displayId }} ist unterwegs." },
  ],
  class: "tx",
}
const AGREED = {
  channel: "sms",
  action: "agree",
  address: "+49 170 1234567",
  agreedOn: "2026-01-02",
  wording: "Yes, text me offers.",
  reason: "said so on the phone",
} as const

describe("SMS and push (F11)", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true, loops: ["effects"] })
  })
  afterEach(() => engine.close())

  const rows = <Row>(text: string, ...values: unknown[]) => engine.mailroom.db.query<Row>({ text, values })
  const sent = () => [...engine.shop.notifications_.values()]

  async function live(nodes: object[]): Promise<string> {
    const { automationDrafts, automationLifecycle } = engine.mailroom
    const id = await automationDrafts.create({ name: "On its way" })
    const draft = { trigger: { kind: "order.placed", settings: {} }, nodes }
    const { revision, problems } = await automationDrafts.save(id, { draft, revision: 1 })
    expect(problems).toEqual([])
    await automationDrafts.publish(id, { revision, people: "stay", by: null })
    await automationLifecycle.switchTo(id, "live")
    return id
  }

  async function place(order = anOrder({ phone: "0664 1234567" })) {
    engine.shop.orders_.set(order.context.id, order)
    await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
    await engine.drain()
    return order
  }

  const sms = (settings: object = SMS) => ({ id: "text", kind: "send_sms", settings, exits: {} })
  const effects = () => rows<{ id: string; state: string; last_error: string | null }>(
    "SELECT id, state, last_error FROM mailroom.effect ORDER BY created_at, id",
  ) // prettier-ignore
  const ways = () =>
    rows<{ state: string; outcome: string | null }>("SELECT state, outcome FROM mailroom.enrolment ORDER BY id")
  const passages = async () =>
    Object.fromEntries(
      (await rows<{ way: string; n: number }>(
        "SELECT node || '.' || exit AS way, sum(n)::int AS n FROM mailroom.automation_passage GROUP BY 1 ORDER BY 1",
      )).map(({ way, n }) => [way, n]),
    ) // prettier-ignore

  it("tells a buyer in her language at the number given with the order, once, and shows what was said", async () => {
    const id = await live([sms()])
    const order = await place(anOrder({ phone: "0664 1234567", locale: "de-AT" }))
    const text = "Hallo Ada, Bestellung 1042 ist unterwegs."
    expect(sent()).toEqual([
      {
        channel: "sms",
        to: "+436641234567",
        key: expect.stringMatching(/^mailroom:auto:.*:text:0$/),
        title: "",
        text,
        link: "",
        customerId: null,
        about: { kind: "order", id: order.context.id },
      },
    ])
    expect(await ways()).toEqual([{ state: "done", outcome: "said" }])
    expect(await passages()).toEqual({ "text.sent": 1 })
    const [entrant] = (await engine.mailroom.automationEntrants.list(id)).entrants
    const { path } = await engine.mailroom.automationEntrants.path(id, entrant!.id)
    expect(path).toContainEqual(
      expect.objectContaining({
        kind: "effect",
        effect: expect.objectContaining({ state: "done", answer: expect.objectContaining({ text, segments: 1 }) }),
      }),
    )
    const { activities } = await engine.mailroom.people.page(entrant!.contact_id!)
    expect(activities).toMatchObject([{ types: ["SMS", "Output Action"], sentence: `SMS sent: ${text}` }])
  })

  it("goes once although the process died between the provider and the settlement", async () => {
    await live([sms()])
    await place()
    const [effect] = await effects()
    await rows(
      "UPDATE mailroom.effect SET state = 'pending', answer = NULL, settled_at = NULL WHERE id = $1",
      effect!.id,
    )
    await endLease(engine.mailroom, effect!.id)
    await engine.runOnly("effects")
    expect(sent()).toHaveLength(1)
    expect(await effectState(engine.mailroom, effect!.id)).toMatchObject({ state: "done" })
  })

  it("tries again with the same key when the provider is away, and says what it said", async () => {
    const { notify } = engine.shop
    const keys: string[] = []
    engine.shop.notify = async (notification) => {
      keys.push(notification.key)
      if (keys.length === 1) throw new Error("gateway timeout")
      return notify(notification)
    }
    await live([sms()])
    await place()
    const [waiting] = await effects()
    expect(waiting).toMatchObject({ state: "pending", last_error: "provider_refused: gateway timeout" })
    expect(effectText(waiting!.last_error)).toBe("The shop's notification provider did not take it. gateway timeout")
    await makeDue(engine.mailroom, waiting!.id)
    await engine.drain()
    expect(await ways()).toEqual([{ state: "done", outcome: "said" }])
    expect(keys).toEqual([keys[0], keys[0]])
  })

  it("sends marketing only to who agreed to this channel, at the number agreed to, and not after a no", async () => {
    const { mailroom } = engine
    const marketing = { ...SMS, class: "marketing" }
    await live([sms(marketing)])
    const ada = await aContact(mailroom, "ada@example.com")
    await place()
    expect(await ways()).toEqual([{ state: "done", outcome: "channel_not_agreed" }])
    await mailroom.personChannels.change(ada.contactId, AGREED, null)
    expect(await mailroom.personChannels.list(ada.contactId)).toMatchObject([
      { channel: "sms", address: "+491701234567", state: "granted", has_provider: true },
      { channel: "push", address: null, state: "never_asked" },
    ])
    await place()
    expect(sent().map(({ to }) => to)).toEqual(["+491701234567"])
    // Leaving all marketing leaves SMS, too.
    const said: Said[] = [{ purpose: "marketing", action: "withdraw" }]
    await mailroom.db.transaction((tx) =>
      mailroom.consent.append(tx, [{ addressId: ada.addressId, said }], { source: "mail", actor: "contact" }),
    )
    await place()
    expect((await ways()).at(-1)).toEqual({ state: "done", outcome: "channel_withdrawn" })
    expect(sent()).toHaveLength(1)
    await expect(mailroom.personChannels.change(ada.contactId, AGREED, null)).rejects.toThrow("something newer")
    expect(await mailroom.consent.verify(mailroom.db, ada.contactId)).toEqual([])
  })

  it("is not published where the shop has no provider, and a live one says what is missing", async () => {
    const { automationDrafts } = engine.mailroom
    const id = await live([sms()])
    engine.shop.channels_.clear()
    expect(await automationDrafts.brokenParts(id)).toMatchObject([
      { node: "text", sentence: expect.stringContaining('no notification provider for "sms"') },
    ])
    await place()
    expect(await ways()).toEqual([{ state: "done", outcome: "channel_without_provider" }])
    const { revision } = await automationDrafts.get(id)
    await expect(automationDrafts.publish(id, { revision, people: "stay", by: null })).rejects.toThrow("provider")
  })

  it("waits for the morning with marketing, by the reader's clock, and is not late by that", async () => {
    const { mailroom } = engine
    await live([sms({ ...SMS, class: "marketing" })])
    const ada = await aContact(mailroom, "ada@example.com")
    await mailroom.personChannels.change(ada.contactId, AGREED, null)
    const [clock] = await rows<{ hour: number }>(
      "SELECT extract(hour FROM mailroom.now() AT TIME ZONE 'UTC')::int AS hour",
    )
    const from = (clock!.hour + 2) % 24
    await mailroom.settings.write(
      { general: { timeZone: "UTC" }, schedule: { hours: { from, to: from + 1 }, days: null } },
      null,
    )
    await place()
    const [waiting] = await effects()
    expect(waiting).toMatchObject({ state: "pending", last_error: "quiet_hours" })
    const { wait_seconds: seconds } = await effectState(mailroom, waiting!.id)
    expect(seconds).toBeGreaterThan(3_500)
    expect(seconds).toBeLessThan(7_300)
    expect(sent()).toEqual([])
  })

  describe("a cascade", () => {
    const CASCADE = {
      class: "tx",
      channels: [
        { channel: "email", template: "order_receipt", reachedWhen: "opened", withinHours: 24 },
        { channel: "push", title: "Your order", text: "Order {{ order.displayId }}" },
        { channel: "sms", text: "Order {{ order.displayId }}" },
      ],
    }
    const cascade = { id: "reach", kind: "cascade", settings: CASCADE, exits: {} }
    const look = async () => {
      await rows("UPDATE mailroom.enrolment SET due_at = mailroom.now() WHERE state = 'waiting'")
      await engine.drain()
    }
    const mailOf = async () => {
      const [mail] = await rows<{ id: string }>("SELECT id FROM mailroom.message WHERE node = 'reach'")
      return mail!.id
    }

    it("ends with the mail for who opened it", async () => {
      await live([cascade])
      await place()
      const mail = await mailOf()
      await markSent(engine.mailroom, mail)
      await rows(
        `INSERT INTO mailroom.message_fold (message_id, first_open_human_at) VALUES ($1, mailroom.now())
         ON CONFLICT (message_id) DO UPDATE SET first_open_human_at = excluded.first_open_human_at`,
        mail,
      )
      await look()
      expect(await ways()).toEqual([{ state: "done", outcome: "reached" }])
      expect(await passages()).toEqual({ "reach.reached": 1 })
      expect(sent()).toEqual([])
    })

    it("goes on to the next channel in time, and past one that cannot be had", async () => {
      await live([cascade])
      // A guest: there is no account that a push could go to.
      await place()
      await markSent(engine.mailroom, await mailOf())
      await look()
      expect(sent()).toEqual([])
      await rows("UPDATE mailroom.message SET settled_at = mailroom.now() - interval '25 hours' WHERE node = 'reach'")
      await look()
      await look()
      expect(sent()).toMatchObject([{ channel: "sms", text: "Order 1042" }])
      expect(await ways()).toEqual([{ state: "done", outcome: "reached" }])
      const why = await rows(
        "SELECT reason, detail->'saw'->>'channel' AS channel FROM mailroom.decision ORDER BY at, id",
      )
      expect(why).toEqual([
        { reason: "mail_did_not", channel: "email" },
        { reason: "no_device", channel: "push" },
      ])
    })

    it("says that nobody was reached when every channel failed", async () => {
      await live([cascade])
      await place(anOrder({ phone: null }))
      await rows(
        `UPDATE mailroom.message SET status = 'dropped', reason = 'suppressed_hard_bounce', settled_at = mailroom.now() WHERE node = 'reach'`,
      )
      await look()
      await look()
      expect(await ways()).toEqual([{ state: "done", outcome: "not_reached" }])
      expect(await passages()).toEqual({ "reach.not_reached": 1 })
    })

    it("pushes to the account of a customer", async () => {
      const customer = aCustomer()
      engine.shop.customers_.set(customer.id, customer)
      await live([{ ...cascade, settings: { ...CASCADE, channels: CASCADE.channels.slice(1) } }])
      await place(anOrder({ customerId: customer.id }))
      expect(sent()).toMatchObject([{ channel: "push", to: customer.id, title: "Your order", text: "Order 1042" }])
      expect(await ways()).toEqual([{ state: "done", outcome: "reached" }])
    })
  })
})
