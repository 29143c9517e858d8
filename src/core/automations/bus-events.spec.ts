import { BUS_EVENTS } from "./bus-events"
import { EVENTS } from "./events"

/** Reached by a hint, because their event names the payment or the invite only. */
const BY_HINT = ["payment.captured", "payment.refunded", "invite.created"]

describe("the events of the bus", () => {
  it("reach every trigger", () => {
    const recorded = Object.values(BUS_EVENTS).flatMap((notes) =>
      notes.flatMap((note) => (note.note === "occurrence" ? [note.event] : [])),
    )
    expect([...recorded, ...BY_HINT].sort()).toEqual([...EVENTS].sort())
  })

  it("keep the read model of orders, carts, customers and products up to date", () => {
    const kinds = Object.values(BUS_EVENTS).flatMap((notes) =>
      notes.flatMap((note) => (note.note === "changed" ? [note.kind] : [])),
    )
    expect(new Set(kinds)).toEqual(new Set(["order", "cart", "customer", "product"]))
  })
})
