import { Modules } from "@medusajs/framework/utils"
import { Telephone } from "../../demo/telephone"
import type { ShopNotification } from "../../src/core/shop/channels"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import { effectLoop } from "../../src/runtime/effects/effect-loop"
import { medusaShop } from "../../src/shop/medusa-shop"
import { anEffect, effectState, endLease } from "../support/effects"

type Loose = any // what Medusa's container and its modules answer is loosely typed by Medusa itself

const SMS: ShopNotification = {
  channel: "sms",
  to: "+491701234567",
  key: "mailroom:spec",
  title: "",
  text: "On its way",
  link: "",
  customerId: null,
  about: { kind: "order", id: "order_1" },
}

/** SMS by a real Notification Module with a provider of the shop's own (the demo's). */
export function shopNotifications(parts: { container: () => Loose; createOrder(input: object): Promise<string> }) {
  const { send } = Telephone.prototype
  const given: Loose[] = []
  let refusals = 0
  beforeEach(() => {
    given.length = 0
    refusals = 0
    Telephone.prototype.send = async (notification) => {
      given.push({ ...notification })
      if (refusals-- > 0) throw new Error("no credit left")
      return { id: `sms-${given.length}` }
    }
  })
  afterEach(() => {
    Telephone.prototype.send = send
  })

  const stored = async (key: string) => {
    const rows: Loose[] = await parts
      .container()
      .resolve(Modules.NOTIFICATION)
      .listNotifications({ idempotency_key: key })
    return rows.map(({ status, external_id, to }) => ({ status, external_id, to }))
  }

  it("is taken once by the shop's provider, whoever tries again with the same key (F11)", async () => {
    const shop = medusaShop(parts.container())
    expect(shop.providedChannels()).toEqual(["sms", "push"])
    refusals = 1
    await expect(shop.notify(SMS)).rejects.toThrow("no credit left")
    expect(await shop.notify(SMS)).toEqual({ kind: "sent", providerId: "sms-2" })
    expect(await shop.notify(SMS)).toEqual({ kind: "sent", providerId: "sms-2" })
    expect(given.map(({ to, content, idempotency_key: key }) => ({ to, text: content.text, key }))).toEqual(
      [1, 2].map(() => ({ to: SMS.to, text: SMS.text, key: SMS.key })),
    )
    expect(await stored(SMS.key)).toEqual([{ status: "success", external_id: "sms-2", to: SMS.to }])
  })

  it("is in doubt, and not repeated, when a process ended while the provider had it", async () => {
    const shop = medusaShop(parts.container())
    const module = parts.container().resolve(Modules.NOTIFICATION)
    await shop.notify(SMS)
    const [row] = await module.listNotifications({ idempotency_key: SMS.key })
    await module.updateNotifications([{ id: row.id, status: "pending" }])
    expect(await shop.notify(SMS)).toEqual({ kind: "in_doubt" })
    expect(given).toHaveLength(1)
  })

  it("reaches the number of the order from the step of an automation, also when the process dies before it is settled", async () => {
    const { mailroom } = parts.container().resolve("mailroom") as { mailroom: Mailroom }
    const orderId = await parts.createOrder({ shipping_address: { country_code: "at", phone: "0664 1234567" } })
    const enrolmentId = await anEntrant(mailroom, orderId)
    const settings = { text: "Order {{ order.displayId }}", translations: [], class: "tx", onlyIf: [] }
    const id = await anEffect(mailroom, "send_sms", settings, { enrolmentId })
    await effectLoop(mailroom).turn()
    const done = await effectState(mailroom, id)
    expect(done).toMatchObject({ state: "done", answer: { to: "+436641234567", segments: 1, provider_id: "sms-1" } })
    await mailroom.db.query({
      text: "UPDATE mailroom.effect SET state = 'pending', answer = NULL, settled_at = NULL WHERE id = $1",
      values: [id],
    })
    await endLease(mailroom, id)
    await effectLoop(mailroom).turn()
    expect((await effectState(mailroom, id)).answer).toEqual(done.answer)
    expect(given).toHaveLength(1)
  })
}

/** Inside the automation of receipts, with this order. */
async function anEntrant({ db, automations }: Mailroom, orderId: string): Promise<string> {
  await automations.ensureBuiltins({ storeHasOrders: false })
  const facts = {
    triggerId: "0",
    event: "order.placed",
    payload: { id: orderId },
    source: "bus",
    occurredAt: new Date().toISOString(),
    isCorrection: false,
  }
  const [row] = await db.query<{ id: string }>({
    text: `INSERT INTO mailroom.enrolment (automation_id, version_id, occurrence_key, facts, state, due_at)
           SELECT id, live_version_id, $1, $2::jsonb, 'done', mailroom.now() FROM mailroom.automation
            WHERE id = 'mauto_order_receipt' RETURNING id`,
    values: [`spec:${orderId}`, JSON.stringify(facts)],
  })
  return row!.id
}
