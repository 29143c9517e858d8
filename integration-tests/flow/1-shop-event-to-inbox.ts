import * as flows from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { headerOf, OWNER_ADDRESS, SHOP_URL, type Flow } from "../support/flow"
import { ADA, BEN } from "../support/storefront"

// any: what Medusa's workflows answer is typed per workflow, and of most only an id is wanted here
type Loose = any

/** Something happens in the shop, and the right people get the right mail once. */
export function fromShopEventToInbox(flow: () => Flow): void {
  it("sends the receipt to the buyer and its copy to the owner once, however often the event comes", async () => {
    const { shop, inbox, drain, emit, owner } = flow()
    const order = await shop.placeOrder(ADA)
    await drain()

    const [receipt, ...more] = inbox.to(ADA.email)
    expect(more).toEqual([])
    expect(receipt!.subject).toContain(String(order.display_id))
    expect(receipt!.text).toContain(shop.wares[0]!.title)
    expect(receipt!.html).toContain("Speicherstr. 1")
    expect(headerOf(receipt!, "list-unsubscribe-post")).toBeUndefined()
    expect(inbox.to(OWNER_ADDRESS)).toHaveLength(1)

    for (let n = 0; n < 5; n++) await emit("order.placed", { id: order.id })
    await drain()
    expect(inbox.to(ADA.email)).toHaveLength(1)
    expect(inbox.to(OWNER_ADDRESS)).toHaveLength(1)

    const { messages } = (await owner("GET", `outbox?about=${order.id}`)) as never as { messages: object[] }
    expect(messages).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: "store_email", status: "sent", to: ADA.email }),
        expect.objectContaining({ type: "owner_copy", status: "sent", to: OWNER_ADDRESS }),
      ]),
    )
    expect(messages).toHaveLength(2)
  })

  it("finds an order again that the event bus lost, and mails its receipt once", async () => {
    const { shop, inbox, drain, mailroom } = flow()
    const order = await shop.placeOrder(ADA)
    await mailroom.db.query({ text: "DELETE FROM mailroom.trigger_event", values: [] })

    await drain()

    expect(inbox.to(ADA.email)).toHaveLength(1)
    expect(inbox.to(ADA.email)[0]!.subject).toContain(String(order.display_id))
  })

  it("mails nothing about what happened before a template was switched on", async () => {
    const { shop, inbox, drain, owner } = flow()
    const { store_emails: mails } = (await owner("GET", "store-emails")) as never as {
      store_emails: { id: string; key: string }[]
    }
    const receipt = mails.find(({ key }) => key === "order_receipt")!
    await owner("POST", `store-emails/${receipt.id}`, { is_on: false })
    const order = await shop.placeOrder(ADA)
    await drain()
    await owner("POST", `store-emails/${receipt.id}`, { is_on: true })
    await drain()

    expect(inbox.to(ADA.email)).toEqual([])
    const answer = (await owner("GET", `outbox/ask?order=${order.display_id}`)) as never as {
      messages: object[]
      findings: { key: string }[]
    }
    expect(answer.messages).toEqual([])
    expect(answer.findings.length).toBeGreaterThan(0)
  })

  it("welcomes a customer who registers, by name", async () => {
    const { shop, inbox, drain } = flow()
    await shop.register(BEN)
    await drain()
    expect(inbox.to(BEN.email)).toHaveLength(1)
    expect(inbox.to(BEN.email)[0]!.html).toContain(BEN.first_name)
  })

  it("tells the buyer of a claim and of an exchange, with the goods that they are about", async () => {
    const { shop, inbox, drain, container } = flow()
    const run = (workflow: (scope: never) => { run(asked: object): Promise<{ result: unknown }> }, input: object) =>
      workflow(container as never)
        .run({ input })
        .then(({ result }) => result as Loose)
    const { id } = await shop.placeOrder(ADA)
    const [kept, wrong] = (await container.resolve(Modules.ORDER).retrieveOrder(id, { relations: ["items"] })).items!
    const items = [kept!, wrong!].map((item) => ({ id: item.id, quantity: 1 }))
    await run(flows.createOrderFulfillmentWorkflow, { order_id: id, items })
    await drain()
    inbox.clear()

    const claim = await run(flows.beginClaimOrderWorkflow, { type: "refund", order_id: id })
    await run(flows.orderClaimItemWorkflow, {
      claim_id: claim.claim_id,
      items: [{ ...items[0], reason: "wrong_item" }],
    })
    await run(flows.confirmClaimRequestWorkflow, { claim_id: claim.claim_id })
    await drain()
    const [claimed, ...noMore] = inbox.to(ADA.email)
    expect(noMore).toEqual([])
    expect(claimed!.text).toContain(kept!.product_title ?? kept!.title)
    inbox.clear()

    const exchange = await run(flows.beginExchangeOrderWorkflow, { order_id: id })
    const asked = { exchange_id: exchange.exchange_id }
    await run(flows.orderExchangeRequestItemReturnWorkflow, { ...asked, items: [items[1]] })
    const fresh = shop.wares.at(-1)!
    await run(flows.orderExchangeAddNewItemWorkflow, {
      ...asked,
      items: [{ variant_id: fresh.variantId, quantity: 1 }],
    })
    await run(flows.confirmExchangeRequestWorkflow, asked)
    await drain()
    const told = inbox.to(ADA.email).filter(({ text }) => text!.includes(fresh.title))
    expect(told).toHaveLength(1)
  })

  it("keeps the secret of a password reset: no copy, no tracking, no body in the outbox", async () => {
    const { shop, inbox, drain, visit, mailroom } = flow()
    await shop.register(BEN)
    await drain()
    inbox.clear()
    await visit("/auth/customer/emailpass/reset-password", {
      method: "POST",
      data: JSON.stringify({ identifier: BEN.email }),
      headers: { "content-type": "application/json" },
    })
    await drain()

    expect(inbox.to(BEN.email)).toHaveLength(1)
    expect(inbox.to(BEN.email)[0]!.html).not.toContain(`${SHOP_URL}/mailroom/o/`)
    const token = /token=([\w.-]+)/.exec(inbox.to(BEN.email)[0]!.html!)![1]!
    const [kept] = await mailroom.db.query<{ n: number }>({
      text: `SELECT count(*)::int AS n FROM mailroom.message_content c
             WHERE c.context::text LIKE '%' || $1 || '%' OR c.sealed_context IS NOT NULL`,
      values: [token],
    })
    expect(kept!.n).toBe(0)
  })
}
