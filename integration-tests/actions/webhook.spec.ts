import { effectLoop } from "../../src/runtime/effects/effect-loop"
import { sendTrialWebhook } from "../../src/runtime/effects/webhook"
import { Webhook } from "standardwebhooks"
import { openMailroom } from "../support/database"
import { anEffect, effectState, endLease, makeDue } from "../support/effects"
import { LOCAL_CERTIFICATE, webhookServer, type Behaviour } from "../support/webhook-server"

type Opened = Awaited<ReturnType<typeof openMailroom>>
type Server = Awaited<ReturnType<typeof webhookServer>>

describe("the webhook of an automation (F11)", () => {
  let opened: Opened
  let server: Server | undefined
  beforeEach(async () => {
    opened = await openMailroom({
      webhooks: { allowAddresses: ["127.0.0.0/8", "::1"], ca: LOCAL_CERTIFICATE },
    })
    await opened.mailroom.automations.ensureBuiltins({ storeHasOrders: false })
  })
  afterEach(async () => {
    await server?.close()
    server = undefined
    await opened.close()
  })

  const run = () => effectLoop(opened.mailroom).turn()
  async function endpoint(answer: Behaviour) {
    server = await webhookServer(answer)
    return opened.mailroom.webhooks.create({ name: "Stock", url: server.url })
  }

  it("is told once, signed with the endpoint's own secret, and its answer is kept", async () => {
    const { mailroom } = opened
    const { id: endpointId } = await endpoint((response) => response.end("ok"))
    const id = await anEffect(mailroom, "webhook", { endpointId, event: "order.paid", with: [] })
    await run()
    await run()
    expect(server!.heard).toHaveLength(1)
    const { body, headers } = server!.heard[0]!
    const secret = await mailroom.webhooks.secretOf(endpointId)
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      type: "order.paid",
      data: { automation: { id: "mauto_order_receipt", node: "step" }, contact_id: null },
    })
    expect(await effectState(mailroom, id)).toMatchObject({ state: "done", answer: { status: 200, body: "ok" } })
    const { attempts } = await mailroom.webhooks.attempts(endpointId, { limit: 10 })
    expect(attempts).toMatchObject([{ effect_id: id, outcome: "done", detail: { status: 200, try: 1 } }])
    expect(await mailroom.webhooks.get(endpointId)).toMatchObject({ done_7d: 1, failed_7d: 0 })
  })

  it("is told again, later each time and with the same id, until it was heard", async () => {
    const { mailroom } = opened
    const { id: endpointId } = await endpoint((response, _heard, n) => response.writeHead(n < 3 ? 503 : 200).end())
    const id = await anEffect(mailroom, "webhook", { endpointId, event: "order.paid", with: [] })
    await run()
    const first = await effectState(mailroom, id)
    expect(first).toMatchObject({ state: "pending", last_error: "The server answered 503." })
    await makeDue(mailroom, id)
    await run()
    const second = await effectState(mailroom, id)
    expect(second.wait_seconds).toBeGreaterThan(first.wait_seconds)
    await makeDue(mailroom, id)
    await run()
    expect(await effectState(mailroom, id)).toMatchObject({ state: "done", attempts: 3 })
    expect(new Set(server!.heard.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([id]))
  })

  it("is told by the next process when the first one died in the middle", async () => {
    const { mailroom } = opened
    const { id: endpointId } = await endpoint((response) => response.end())
    const id = await anEffect(mailroom, "webhook", { endpointId, event: "order.paid", with: [] })
    await endLease(mailroom, id)
    await run()
    expect(await effectState(mailroom, id)).toMatchObject({ state: "done" })
  })

  it("is given up where it leads inside, was deleted, or nobody listens any more", async () => {
    const { mailroom } = opened
    const gone = await endpoint((response) => response.writeHead(410).end())
    const deleted = await mailroom.webhooks.create({ name: "Old", url: server!.url })
    await mailroom.webhooks.remove(deleted.id)
    const inside = await mailroom.webhooks.create({ name: "Inside", url: "https://10.0.0.1/" })
    const ids = await Promise.all(
      [gone, deleted, inside].map(({ id }) => anEffect(mailroom, "webhook", { endpointId: id, event: "a", with: [] })),
    )
    await run()
    const states = await Promise.all(ids.map((id) => effectState(mailroom, id)))
    expect(states.map(({ state, last_error: why }) => [state, why])).toEqual([
      ["failed", expect.stringContaining("nobody listens")],
      ["failed", "webhook_deleted"],
      ["failed", expect.stringContaining("private network")],
    ])
    expect(server!.heard).toHaveLength(1)
  })

  it("does nothing more for an automation that was switched off, and waits for one that is paused", async () => {
    const { mailroom } = opened
    const { id: endpointId } = await endpoint((response) => response.end())
    const settings = { endpointId, event: "a", with: [] }
    const to = (state: string) =>
      mailroom.db.query({ text: "UPDATE mailroom.automation SET state = $1", values: [state] })
    const id = await anEffect(mailroom, "webhook", settings)
    await to("paused")
    await run()
    expect(await effectState(mailroom, id)).toMatchObject({ state: "pending", attempts: 0 })
    await to("off")
    await run()
    expect(await effectState(mailroom, id)).toMatchObject({ state: "skipped", last_error: "automation_off" })
    expect(server!.heard).toEqual([])
  })

  it("can be tried, and its secret renewed; an address that is none is refused by name", async () => {
    const { mailroom } = opened
    const { id } = await endpoint((response) => response.writeHead(404).end("no such page"))
    expect(await sendTrialWebhook(mailroom, id)).toMatchObject({ outcome: "failed", status: 404, body: "no such page" })
    const before = await mailroom.webhooks.secretOf(id)
    expect(await mailroom.webhooks.renewSecret(id)).not.toBe(before)
    await expect(mailroom.webhooks.create({ name: "x", url: "http://example.com" })).rejects.toThrow(
      'url is "http://example.com": it must begin with https://.',
    )
  })
})
