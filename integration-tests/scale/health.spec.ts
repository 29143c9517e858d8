import { heartbeat } from "../../src/runtime/heartbeat"
import { metricsText } from "../../src/runtime/metrics"
import { SupervisedLoop } from "../../src/runtime/supervised-loop"
import { openDelivery, type Delivery } from "../support/delivery"

describe("the health of all processes together", () => {
  let delivery: Delivery
  beforeEach(async () => {
    delivery = await openDelivery()
  })
  afterEach(() => delivery.close())

  const beat = async () => {
    const dispatcher = new SupervisedLoop(delivery.dispatcher(), delivery.mailroom.log)
    await heartbeat(delivery.mailroom, "worker", () => [dispatcher]).turn()
  }
  const statusOf = async (key: string) =>
    (await delivery.mailroom.health.read()).checks.find((check) => check.key === key)?.status

  it("fails while nobody sends, and not when somebody does", async () => {
    expect(await statusOf("senders")).toBe("fail")
    await beat()
    expect(await statusOf("senders")).toBe("ok")
    expect((await delivery.mailroom.health.read()).processes).toMatchObject([
      { role: "worker", is_late: false, sending: { breaker: { state: "closed" } }, redis: null },
    ])
  })

  it("does not count a process that has not shown itself for half a minute", async () => {
    await beat()
    await delivery.rows(`UPDATE mailroom.heartbeat SET beat_at = beat_at - interval '31 seconds'`)
    expect(await statusOf("senders")).toBe("fail")
  })

  it("tells of receipts that wait too long, and not of a mailing that is paused", async () => {
    await delivery.plan({})
    await delivery.rows(`UPDATE mailroom.delivery SET due_at = mailroom.now() - interval '2 minutes'`)
    expect(await statusOf("receipts_age")).toBe("warn")
    await delivery.rows(
      `INSERT INTO mailroom.lane (name, transport, weight, state, mailing_id) VALUES ('m', 'marketing', 10, 'paused', 'mmlg_1')`,
    )
    await delivery.rows(
      `UPDATE mailroom.delivery SET due_at = mailroom.now() - interval '2 hours',
         lane_id = (SELECT id FROM mailroom.lane WHERE mailing_id = 'mmlg_1')`,
    )
    expect(await statusOf("receipts_age")).toBe("ok")
    expect(await statusOf("bulk_age")).toBe("ok")
  })

  it("sees how long nobody looked through the shop, and occurrences that nobody works off", async () => {
    await delivery.rows(
      `INSERT INTO mailroom.periodic_task (name, state)
       VALUES ('reconciler', jsonb_build_object('lookedAt', mailroom.now() - interval '10 minutes'))`,
    )
    await delivery.mailroom.triggers.record({ event: "order.placed", payload: { id: "order_1" }, source: "bus" })
    await delivery.rows(`UPDATE mailroom.trigger_event SET next_attempt_at = mailroom.now() - interval '1 hour'`)
    expect(await statusOf("reconciler_lag")).toBe("warn")
    expect(await statusOf("triggers_age")).toBe("fail")
  })

  it("is said in Prometheus's words", async () => {
    await beat()
    await delivery.plan({})
    const { type, text } = await metricsText(delivery.mailroom)
    expect(type).toContain("text/plain")
    expect(text).toContain('mailroom_lane_queued{lane="receipts",state="open"} 1')
    expect(text).toContain("mailroom_senders 1")
    expect(text).toContain('mailroom_check{check="senders"} 0')
    // Nobody has looked through a shop yet: that is not "zero seconds ago".
    expect(text).not.toMatch(/^mailroom_reconciler_lag_seconds \d/m)
  })
})
