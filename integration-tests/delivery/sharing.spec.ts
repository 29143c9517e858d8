import { randomUUID } from "node:crypto"
import { claimDeliveries, renewLeases, type ClaimedRow } from "../../src/modules/mailroom/sql/claim-deliveries"
import type { Outgoing, Transport } from "../../src/transports/port"
import { SmtpTransport } from "../../src/transports/smtp"
import { Supervisor } from "../../src/runtime/supervisor"
import { openDelivery, type Delivery } from "../support/delivery"

describe("workers that share one queue", () => {
  let delivery: Delivery
  beforeEach(async () => {
    delivery = await openDelivery()
  })
  afterEach(() => delivery.close())

  const accepted = () => delivery.sink.mails.map(({ messageId }) => messageId)
  const newsletter = async (count: number) => {
    const [lane] = await delivery.rows<{ id: number }>(
      `INSERT INTO mailroom.lane (name, transport, weight, mailing_id) VALUES ('mailing', 'marketing', 10, 'mmlg_1') RETURNING id`,
    )
    const one = {
      class: "marketing",
      origin: "mailing",
      lane: { id: lane!.id },
      sourceId: "mmlg_1",
      isTest: true,
    } as const
    const ids = await delivery.plan(...Array.from({ length: count }, () => one))
    return { ids, laneId: lane!.id }
  }

  /** The wire with something happening to the message just before, or just after, it is handed over. */
  const interrupted = (when: "before" | "after", happens: () => Promise<unknown>): Transport => {
    const real = new SmtpTransport({
      host: "127.0.0.1",
      port: delivery.sink.port,
      security: "none",
      auth: null,
      connections: 4,
      dkim: null,
    })
    return {
      capacity: 4,
      close: () => real.close(),
      send: async (outgoing: Outgoing) => {
        if (when === "before") await happens()
        const beforeBody = async () => {
          await outgoing.beforeBody()
          if (when === "after") await happens()
        }
        return real.send({ ...outgoing, beforeBody })
      },
    }
  }

  it("send every message once, together", async () => {
    const ids = await delivery.plan(...Array.from({ length: 300 }, () => ({})))
    await Promise.all([1, 2, 3].map(() => delivery.drain(delivery.dispatcher())))
    expect(new Set(accepted()).size).toBe(ids.length)
    expect(accepted()).toHaveLength(ids.length)
  })

  it("hold for longer what nobody writes to just now, and wait for none of the rest", async () => {
    await delivery.plan({}, {}, {})
    const [lane] = await delivery.rows<{ lane_id: number }>(`SELECT DISTINCT lane_id FROM mailroom.delivery`)
    const held = { owner: "one", leaseSeconds: 60 }
    const lanes = [{ laneId: lane!.lane_id, limit: 3 }]
    const claimed = await delivery.mailroom.db.query<ClaimedRow>(
      claimDeliveries({ ...held, lanes, token: randomUUID() }),
    )
    const [settling, ...others] = claimed.map(({ id }) => id).sort()
    await delivery.mailroom.db.transaction(async (tx) => {
      const lock = `SELECT FROM mailroom.delivery WHERE message_id = $1 FOR UPDATE`
      await tx.query({ text: lock, values: [settling] })
      const renewed = await delivery.mailroom.db.query<{ id: string }>(
        renewLeases({ ...held, ids: [settling!, ...others] }),
      )
      expect(renewed.map(({ id }) => id).sort()).toEqual(others)
    })
  })

  it("cannot hand over what they slept past their lease with; another sends it", async () => {
    const [id] = await delivery.plan({})
    const sleeper = delivery.dispatcher({
      transport: interrupted("before", async () => {
        await delivery.later("leases")
        await delivery.sweep()
        await delivery.drain(delivery.dispatcher())
      }),
    })
    // One turn: a sleeper that goes on turning would claim again what it has just lost.
    await sleeper.turn()
    await sleeper.stop()
    expect(accepted()).toEqual([`<${id}@shop.example>`])
    expect(await delivery.message(id!)).toMatchObject({ status: "sent" })
  })

  it("put in doubt what was handed over by one that fell asleep, and believe the server's late yes", async () => {
    const { ids } = await newsletter(1)
    const shown: string[] = []
    const asleep = async () => {
      await delivery.rows(`UPDATE mailroom.message SET is_test = false`)
      await delivery.later("leases")
      await delivery.sweep()
      shown.push((await delivery.message(ids[0]!)).status)
      await delivery.drain(delivery.dispatcher())
    }
    await delivery.drain(delivery.dispatcher({ transport: interrupted("after", asleep) }))
    expect(shown).toEqual(["in_doubt"])
    expect(accepted()).toHaveLength(1)
    expect(await delivery.message(ids[0]!)).toMatchObject({ status: "sent" })
    expect(await delivery.rows(`SELECT kind, sum(n)::int AS n FROM mailroom.counter GROUP BY 1 ORDER BY 1`)).toEqual([
      { kind: "in_doubt", n: 0 },
      { kind: "sent", n: 1 },
    ])
  })

  it("do not send what is taken back between claim and hand-over", async () => {
    const [id] = await delivery.plan({})
    const takenBack = async () => {
      await delivery.rows(`DELETE FROM mailroom.delivery WHERE message_id = $1 AND handed_at IS NULL`, [id])
      await delivery.rows(`UPDATE mailroom.message SET status = 'cancelled', reason = 'unsubscribed' WHERE id = $1`, [
        id,
      ])
    }
    await delivery.drain(delivery.dispatcher({ transport: interrupted("before", takenBack) }))
    expect(accepted()).toEqual([])
    expect(await delivery.message(id!)).toMatchObject({ status: "cancelled", reason: "unsubscribed" })
  })

  it("send nobody twice and forget nobody when a mailing is paused and resumed twenty times", async () => {
    const { ids, laneId } = await newsletter(200)
    const supervisor = new Supervisor([delivery.dispatcher(), delivery.dispatcher()], delivery.mailroom.log)
    supervisor.start()
    for (let n = 0; n < 20; n++) {
      await delivery.rows(`UPDATE mailroom.lane SET state = 'paused' WHERE id = $1`, [laneId])
      await delivery.rows(`UPDATE mailroom.lane SET state = 'open' WHERE id = $1`, [laneId])
    }
    await delivery.sink.received(ids.length)
    await supervisor.stop()
    expect(new Set(accepted()).size).toBe(ids.length)
    expect(accepted()).toHaveLength(ids.length)
  })

  it("hand over nothing more once a mailing is paused", async () => {
    const { laneId } = await newsletter(50)
    let pauses = 0
    const pause = async () => {
      if (pauses++ === 3) await delivery.rows(`UPDATE mailroom.lane SET state = 'paused' WHERE id = $1`, [laneId])
    }
    const dispatcher = delivery.dispatcher({ transport: interrupted("before", pause) })
    for (let n = 0; n < 4; n++) await dispatcher.turn()
    await dispatcher.stop()
    // Those that were past the fence when the pause was stored may arrive: no more than there are connections.
    expect(accepted().length).toBeLessThanOrEqual(3 + 4)
    const [waiting] = await delivery.rows(`SELECT count(*)::int AS n FROM mailroom.delivery WHERE handed_at IS NULL`)
    expect(waiting).toEqual({ n: 50 - accepted().length })
  })

  it("give up a message that took three workers with it", async () => {
    const [id] = await delivery.plan({})
    for (let n = 0; n < 3; n++) {
      await delivery.rows(
        `UPDATE mailroom.delivery SET stage = 'claimed', lease_token = gen_random_uuid(), lease_expires_at = mailroom.now()`,
      )
      await delivery.sweep()
    }
    expect(await delivery.message(id!)).toMatchObject({ status: "failed", reason: "poison", is_waiting: false })
  })
})

describe("receipts beside a newsletter of 100,000", () => {
  it("wait no longer than two seconds", async () => {
    const delivery = await openDelivery()
    await delivery.rows(`INSERT INTO mailroom.lane (name, transport, weight) VALUES ('bulk', 'marketing', 10)`)
    await delivery.rows(`
      WITH m AS (
        INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, to_email, mail_domain, status, planned_at, is_test, locale, template_version_id)
        SELECT mailroom.uuidv7(), decode(md5(i::text), 'hex'), 'marketing', 'mailing', 'newsletter', 'reader' || i || '@example.com',
          'shop.example', 'queued', mailroom.now(), true, 'en', '00000000-0000-7000-8000-000000000000'
        FROM generate_series(1, 100000) i RETURNING id, planned_at),
      c AS (INSERT INTO mailroom.message_content (message_id, planned_at, context) SELECT id, planned_at, '{}' FROM m)
      INSERT INTO mailroom.delivery (message_id, lane_id, domain, due_at, expires_at)
      SELECT m.id, l.id, 'example.com', mailroom.now(), '2099-01-01' FROM m, mailroom.lane l WHERE l.name = 'bulk'`)
    await delivery.rows(`ANALYZE mailroom.delivery, mailroom.message`)
    const arrivals: number[] = []
    delivery.sink.behave({
      afterAccept: (mail) => {
        if (mail.to[0]!.startsWith("buyer")) arrivals.push(performance.now())
        return undefined
      },
    })
    const supervisor = new Supervisor([delivery.dispatcher()], delivery.mailroom.log)
    supervisor.start()
    await delivery.sink.received(50)
    const waits: number[] = []
    for (let n = 0; n < 5; n++) {
      const planned = performance.now()
      await delivery.plan({ to: { email: `buyer${n}@example.com` } })
      while (arrivals.length <= n) await delivery.sink.received(delivery.sink.mails.length + 1)
      waits.push(arrivals[n]! - planned)
    }
    await supervisor.stop()
    await delivery.close()
    expect(Math.max(...waits)).toBeLessThan(2000)
  }, 120_000)
})
