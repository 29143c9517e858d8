import fc from "fast-check"
import { idAt, timeOf } from "./medusa-id"

describe("Medusa's ids", () => {
  it("begin with the time of their making", () => {
    expect(timeOf("order_01M7ZSS7780Q954S27A0TFNGNF")).toEqual(expect.any(Date))
    expect(timeOf("order_imported_17")).toBeNull()
  })

  it("sort behind the least id of their time, and before the least of the next millisecond", () => {
    const times = fc.integer({ min: 0, max: 2 ** 45 })
    fc.assert(
      fc.property(times, fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/), (ms, random) => {
        const id = idAt("order", new Date(ms)) + random
        expect(timeOf(id)).toEqual(new Date(ms))
        expect(id > idAt("order", new Date(ms))).toBe(true)
        expect(id < idAt("order", new Date(ms + 1))).toBe(true)
      }),
    )
  })
})
