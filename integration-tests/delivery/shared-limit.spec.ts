import { heartbeat } from "../../src/runtime/heartbeat"
import { SendingConditions } from "../../src/runtime/sending-conditions"
import { openDelivery, type Delivery } from "../support/delivery"

describe("the limit per second", () => {
  let delivery: Delivery
  beforeAll(async () => {
    delivery = await openDelivery()
    await delivery.mailroom.settings.write({ throttle: { perSecond: 12 } }, null)
  })
  afterAll(() => delivery.close())

  const beat = (process: string, loop: string, ago: string) =>
    delivery.rows(
      `INSERT INTO mailroom.heartbeat (process_id, loop, role, beat_at)
       VALUES ('${process}', '${loop}', 'worker', mailroom.now() - interval '${ago}')`,
    )
  const share = async () => (await new SendingConditions(delivery.mailroom).current())!.settings.throttle.perSecond

  it("is this process's alone while no other sends", async () => {
    await heartbeat(delivery.mailroom, "worker", () => []).turn()
    expect(await share()).toBe(12)
  })

  it("is shared by the processes that send; dead ones and those that only serve do not count", async () => {
    await beat("second", "dispatcher", "5 seconds")
    await beat("third", "dispatcher", "9 seconds")
    await beat("server", "tracking-flush", "1 second")
    await beat("dead", "dispatcher", "40 seconds")
    expect(await share()).toBe(4)
  })
})
