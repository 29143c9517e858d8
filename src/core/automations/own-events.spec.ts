import { aboutOf, occurrenceOfStoreEvent } from "./own-events"

const told = (name: string, data: Record<string, unknown>, publishedAt = "2026-05-01T10:00:00Z") =>
  occurrenceOfStoreEvent({ name, data, publishedAt })

describe("an event of the shop by name", () => {
  it("is about what its ids say", () => {
    expect(aboutOf({ id: "order_1" })).toEqual({ order_id: "order_1" })
    expect(aboutOf({ id: "fav_1", customer_id: "cus_1", product_id: "prod_1" })).toEqual({
      customer_id: "cus_1",
      product_id: "prod_1",
    })
    expect(aboutOf({ id: "sub_1", email: "ada@example.com" })).toEqual({ email: "ada@example.com" })
    expect(aboutOf({ id: 7 })).toEqual({})
  })

  it("is the same when it is delivered twice, another when it is told again later", () => {
    const [first, again] = [told("loyalty.raised", { id: "cus_1" }), told("loyalty.raised", { id: "cus_1" })]
    expect(again!.occurrenceKey).toBe(first!.occurrenceKey)
    expect(told("loyalty.raised", { id: "cus_1" }, "2026-05-02T10:00:00Z")!.occurrenceKey).not.toBe(
      first!.occurrenceKey,
    )
    expect(told("loyalty.raised", { id: "cus_2" })!.occurrenceKey).not.toBe(first!.occurrenceKey)
  })

  it("keeps no secret, and of a huge one only what it is about", () => {
    expect(told("pass.made", { id: "cus_1", access_token: "t", pinCode: "1" })!.payload).toEqual({
      customer_id: "cus_1",
      data: { id: "cus_1" },
    })
    expect(told("big.one", { id: "cus_1", text: "x".repeat(20_000) })!.payload).toEqual({ customer_id: "cus_1" })
  })

  it.each(["auth.password_reset", "invite.created", "user.created", "mailroom.gift_card.issued"])(
    "is not listened to when it opens an account: %s",
    (name) => {
      expect(told(name, { id: "x" })).toBeNull()
    },
  )
})
