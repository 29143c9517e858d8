import { effectLoop } from "../../src/runtime/effects/effect-loop"
import { promotionCodes } from "../../src/runtime/promotion-codes"
import { openEngine, type Engine } from "../support/automations"
import { anEffect, effectState, endLease } from "../support/effects"
import { anOrder } from "../support/shop"

const TEN_PERCENT = {
  prefix: "TEN",
  type: "percentage",
  value: 10,
  currency: "eur",
  days: 7,
  tiedTo: "address",
  ceiling: null,
  typicalOrder: null,
}

describe("a promotion code of one's own (F31)", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine()
  })
  afterEach(() => engine.close())

  const run = () => effectLoop(engine.mailroom).turn()
  const rows = <Row>(text: string, ...values: unknown[]) => engine.mailroom.db.query<Row>({ text, values })

  /** Somebody who has ordered, inside an automation. */
  async function entrant() {
    const order = anOrder()
    engine.shop.orders_.set(order.context.id, order)
    await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
    await engine.drain()
    const [row] = await rows<{ id: string; contact_id: string }>(
      "SELECT id, contact_id FROM mailroom.enrolment WHERE occurrence_key = $1",
      order.context.id,
    )
    return { enrolmentId: row!.id, contactId: row!.contact_id, order }
  }

  it("is minted once for this entrant, tied to the address, and stands ready for later mails", async () => {
    const { mailroom, shop } = engine
    const { enrolmentId, contactId } = await entrant()
    const id = await anEffect(mailroom, "promotion", TEN_PERCENT, { enrolmentId, contactId })
    await run()
    const { state, answer } = await effectState(mailroom, id)
    expect(state).toBe("done")
    const code = answer!.code as string
    expect(code).toMatch(/^TEN-/)
    expect(shop.promotions_.get(code)).toMatchObject({
      minted: 1,
      terms: { type: "percentage", value: 10, for: { email: "ada@example.com" } },
    })
    expect((await mailroom.promotionCodes.usable([enrolmentId])).get(enrolmentId)).toMatchObject({
      code,
      type: "percentage",
      value: "10",
      currency: null,
    })
  })

  it("is the same when the process died after minting and before writing it down", async () => {
    const { mailroom, shop } = engine
    const { enrolmentId, contactId } = await entrant()
    const id = await anEffect(mailroom, "promotion", TEN_PERCENT, { enrolmentId, contactId })
    await run()
    const { answer } = await effectState(mailroom, id)
    await rows("UPDATE mailroom.effect SET state = 'pending', answer = NULL, settled_at = NULL WHERE id = $1", id)
    await rows("UPDATE mailroom.promotion_code SET state = 'reserved', promotion_id = NULL, minted_at = NULL")
    await endLease(mailroom, id)
    await run()
    expect((await effectState(mailroom, id)).answer).toEqual(answer)
    expect(shop.promotions_.size).toBe(1)
    expect(await rows("SELECT codes, cost FROM mailroom.promotion_budget")).toMatchObject([{ codes: 1 }])
  })

  it("stops at the ceiling, also when all ask in the same moment", async () => {
    const { mailroom, shop } = engine
    const { enrolmentId, contactId } = await entrant()
    const settings = { ...TEN_PERCENT, type: "fixed", value: 5, ceiling: 17 }
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => anEffect(mailroom, "promotion", settings, { enrolmentId, contactId })),
    )
    await run()
    const states = await Promise.all(ids.map((id) => effectState(mailroom, id)))
    expect(states.filter(({ state }) => state === "done")).toHaveLength(3)
    expect(states.filter(({ last_error: why }) => why === "ceiling_reached")).toHaveLength(5)
    expect(shop.promotions_.size).toBe(3)
  })

  it("disappears from mails once it is used, and is not taken back", async () => {
    const { mailroom, shop } = engine
    const { enrolmentId, contactId } = await entrant()
    await anEffect(mailroom, "promotion", TEN_PERCENT, { enrolmentId, contactId })
    await run()
    const [code] = [...shop.promotions_.keys()]
    shop.promotions_.get(code!)!.used = 1
    await promotionCodes(mailroom).turn({ ignoreSchedule: true })
    expect(await mailroom.promotionCodes.usable([enrolmentId])).toEqual(new Map())
    expect(await mailroom.promotionCodes.figures("mauto_order_receipt")).toMatchObject([{ minted: 0, redeemed: 1 }])
    await rows("UPDATE mailroom.promotion_code SET expires_at = mailroom.now() - interval '2 days'")
    await promotionCodes(mailroom).turn({ ignoreSchedule: true })
    expect(shop.promotions_.size).toBe(1)
  })

  it("is taken back when it ran out unused, and its cost may be given to others", async () => {
    const { mailroom, shop } = engine
    const { enrolmentId, contactId } = await entrant()
    await anEffect(
      mailroom,
      "promotion",
      { ...TEN_PERCENT, type: "fixed", value: 5, ceiling: 5 },
      { enrolmentId, contactId },
    )
    await run()
    await rows("UPDATE mailroom.promotion_code SET expires_at = mailroom.now() - interval '2 days'")
    await promotionCodes(mailroom).turn({ ignoreSchedule: true })
    expect(shop.promotions_.size).toBe(0)
    expect(await rows("SELECT state FROM mailroom.promotion_code")).toEqual([{ state: "removed" }])
    expect(await rows("SELECT codes, cost::int FROM mailroom.promotion_budget")).toEqual([{ codes: 0, cost: 0 }])
  })

  it("is not minted for nobody: what cannot be tied to anybody fails by name", async () => {
    const { mailroom, shop } = engine
    const id = await anEffect(mailroom, "promotion", TEN_PERCENT)
    await run()
    expect(await effectState(mailroom, id)).toMatchObject({ state: "failed", last_error: "no_address" })
    expect(shop.promotions_.size).toBe(0)
  })
})
