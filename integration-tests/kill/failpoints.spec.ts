import { openDelivery, type Delivery } from "../support/delivery"
import type { SinkBehaviour } from "../support/smtp-sink"
import { startWorker, type Worker } from "./worker"

const MESSAGES = 12
const CONNECTIONS = 4

/** A worker dies at one exact moment; another finishes. Truth: what the server accepted. */
describe("a worker that dies", () => {
  let delivery: Delivery
  let worker: Worker | undefined
  afterEach(async () => {
    worker?.process.kill("SIGKILL")
    await delivery.close()
  })

  const newsletter = async () => {
    const [version] = await delivery.rows<{ id: string }>(
      `INSERT INTO mailroom.template_version (mailing_id, number, document, digest) VALUES ('mmlg_1', 1, '{}', '\\x00') RETURNING id`,
    )
    await delivery.rows(
      `INSERT INTO mailroom.compiled_template (version_id, locale, subject, preheader, html, plain)
       VALUES ($1, 'en', 'Hello', '', '<p>Hi</p>', 'Hi')`,
      [version!.id],
    )
    const [lane] = await delivery.rows<{ id: number }>(
      `INSERT INTO mailroom.lane (name, transport, weight) VALUES ('mailing', 'marketing', 10) RETURNING id`,
    )
    const one = { class: "marketing", origin: "mailing", lane: { id: lane!.id }, isTest: true } as const
    return delivery.plan(...Array.from({ length: MESSAGES }, () => ({ ...one, templateVersionId: version!.id })))
  }

  const dies = async (how: { dieAt?: Record<string, unknown>; behaviour?: (die: () => void) => SinkBehaviour }) => {
    delivery = await openDelivery()
    const ids = await newsletter()
    worker = startWorker({
      databaseUrl: delivery.url,
      dieAt: how.dieAt,
      options: {
        smtpUrl: `${delivery.sink.url}?tls=never`,
        baseUrl: "https://shop.example",
        environment: "test",
        settings: { transport: { connections: CONNECTIONS } },
      },
    })
    const { process } = worker
    if (how.behaviour) delivery.sink.behave(how.behaviour(() => void process.kill("SIGKILL")))
    expect(await worker.ended).toBe("SIGKILL")
    delivery.sink.behave({})
    await delivery.later("leases")
    await delivery.sweep()
    await delivery.drain()
    const states = await Promise.all(ids.map((id) => delivery.message(id)))
    const accepted = delivery.sink.mails.map(({ messageId }) => messageId!.slice(1, 37))
    const inDoubt = states.filter(({ status }) => status === "in_doubt")
    expect(new Set(accepted).size).toBe(accepted.length)
    for (const { id, status } of states) expect(accepted.includes(id) || status === "in_doubt").toBe(true)
    expect(inDoubt.length).toBeLessThanOrEqual(CONNECTIONS)
    return { accepted, inDoubt: inDoubt.map(({ id }) => id) }
  }

  it("after the claim: everything is sent by another, nothing is in doubt", async () => {
    const { accepted, inDoubt } = await dies({ dieAt: { step: "claimed", message: 5 } })
    expect(accepted).toHaveLength(MESSAGES)
    expect(inDoubt).toEqual([])
  })

  it("after 354, before the mark: everything is sent by another", async () => {
    const { accepted } = await dies({
      behaviour: (die) => ({
        data: () => {
          die()
          return "silence"
        },
      }),
    })
    expect(accepted.length).toBeGreaterThanOrEqual(MESSAGES - CONNECTIONS)
  })

  it("after the mark: what was handed over is in doubt", async () => {
    const { inDoubt } = await dies({ dieAt: { step: "handed", message: 2 } })
    expect(inDoubt.length).toBeGreaterThanOrEqual(1)
  })

  it("after the dot, before 250: in doubt, and not sent again", async () => {
    const { inDoubt } = await dies({
      behaviour: (die) => ({
        dot: () => {
          die()
          return "silence"
        },
      }),
    })
    expect(inDoubt.length).toBeGreaterThanOrEqual(1)
  })

  it("after 250, before the commit: in doubt although it arrived, and not sent again", async () => {
    const { accepted, inDoubt } = await dies({ dieAt: { step: "accepted", message: 3 } })
    expect(inDoubt.filter((id) => accepted.includes(id)).length).toBeGreaterThanOrEqual(1)
  })

  it("by SIGTERM: finishes what is on its way, leaves nothing in doubt", async () => {
    delivery = await openDelivery({
      behaviour: { afterAccept: () => new Promise((resolve) => setTimeout(resolve, 20)) },
    })
    const ids = await newsletter()
    worker = startWorker({
      databaseUrl: delivery.url,
      options: {
        smtpUrl: `${delivery.sink.url}?tls=never`,
        baseUrl: "https://shop.example",
        environment: "test",
        settings: { transport: { connections: 2 } },
      },
    })
    await delivery.sink.received(3)
    worker.process.kill("SIGTERM")
    expect(await worker.ended).toBe(0)
    const held = await delivery.rows(`SELECT message_id FROM mailroom.delivery WHERE stage = 'claimed'`)
    expect(held).toEqual([])
    await delivery.drain()
    expect(delivery.sink.mails).toHaveLength(ids.length)
  })
})
