import fc from "fast-check"
import { idAt } from "./medusa-id"

describe("idAt", () => {
  it("is how Medusa's ids of that time begin", () => {
    expect("order_01M7ZSS7780Q954S27A0TFNGNF".startsWith(idAt("order", new Date(1795289816296)))).toBe(true)
  })

  it("lies before every id of its time and behind every one of the millisecond before", () => {
    const times = fc.integer({ min: 1, max: 2 ** 45 })
    fc.assert(
      fc.property(times, fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/), (ms, random) => {
        expect(idAt("order", new Date(ms)) < idAt("order", new Date(ms)) + random).toBe(true)
        expect(idAt("order", new Date(ms - 1)) + random < idAt("order", new Date(ms))).toBe(true)
      }),
    )
  })
})
