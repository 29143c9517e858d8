import fc from "fast-check"
import { EVENTS, MissingField, occurrenceKey, splitSecrets, type TriggerEvent } from "./events"

const FIELDS = [
  "id",
  "capture_id",
  "refund_id",
  "return_id",
  "claim_id",
  "exchange_id",
  "actor_type",
  "entity_id",
  "token",
  "code",
  "email",
]
const payloads = fc.record(Object.fromEntries(FIELDS.map((field) => [field, fc.string({ minLength: 1 })])))

describe("occurrenceKey", () => {
  it.each<[TriggerEvent, Record<string, unknown>, string]>([
    ["order.placed", { id: "order_1" }, "order_1"],
    ["order.canceled", { id: "order_1" }, "order_1"],
    ["shipment.created", { id: "ful_1", no_notification: false }, "ful_1"],
    ["payment.refunded", { id: "pay_1", refund_id: "ref_2" }, "ref_2"],
    ["payment.captured", { id: "pay_1", capture_id: "capt_1" }, "capt_1"],
    ["order.return_requested", { order_id: "order_1", return_id: "return_1" }, "return_1:requested"],
    ["order.return_received", { order_id: "order_1", return_id: "return_1" }, "return_1:received"],
    ["order.claim_created", { order_id: "order_1", claim_id: "claim_1" }, "claim_1"],
    ["mailroom.cart.abandoned", { id: "cart_1" }, "cart_1"],
  ])("%s of %j is %s", (event, payload, key) => {
    expect(occurrenceKey(event, payload)).toBe(key)
  })

  it("tells two reset tokens of one person apart and shows neither address nor token", () => {
    const reset = (token: string) =>
      occurrenceKey("auth.password_reset", { actor_type: "customer", entity_id: "ada@example.com", token })
    expect(reset("one")).not.toBe(reset("two"))
    expect(reset("one")).toBe(reset("one"))
    expect(reset("one")).not.toMatch(/ada|one/)
  })

  it("names the field that a payload lacks", () => {
    expect(() => occurrenceKey("payment.refunded", { id: "pay_1" })).toThrow(new MissingField("refund_id"))
    expect(() => occurrenceKey("order.placed", { id: 7 })).toThrow('"id"')
  })

  it("is the same for the same payload, whatever else stands in it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVENTS),
        payloads,
        fc.dictionary(fc.string(), fc.anything()),
        (event, payload, more) => {
          expect(occurrenceKey(event, { ...more, ...payload })).toBe(occurrenceKey(event, payload))
        },
      ),
    )
  })
})

describe("splitSecrets", () => {
  it("keeps tokens out of what is stored in the clear, and loses nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVENTS), payloads, (event, payload) => {
        const { open, secret } = splitSecrets(event, payload)
        expect({ ...open, ...secret }).toEqual(payload)
        if (["auth.password_reset", "invite.created"].includes(event)) expect(open).not.toHaveProperty("token")
        if (event === "mailroom.gift_card.issued") expect(open).not.toHaveProperty("code")
      }),
    )
  })
})
