import fc from "fast-check"
import { retryDelayMs } from "./retry-delay"

const delay = (attempts: number, overrides = {}) =>
  retryDelayMs({ class: "tx", attempts, askedMs: null, random: 1, ...overrides })

describe("retryDelayMs", () => {
  it("doubles from 30 seconds to 15 minutes for receipts", () => {
    expect([1, 2, 3, 6, 50].map((n) => delay(n))).toEqual([30_000, 60_000, 120_000, 900_000, 900_000])
  })
  it("doubles from 5 minutes to 2 hours for marketing", () => {
    expect([1, 2, 9].map((n) => delay(n, { class: "marketing" }))).toEqual([300_000, 600_000, 7_200_000])
  })
  it("waits as long as the server asks", () => {
    expect(delay(1, { askedMs: 310_000 })).toBe(310_000)
  })
  it("is spread over the upper half, so that failures do not come back together", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
        const full = delay(attempts)
        const one = delay(attempts, { random })
        expect(one).toBeGreaterThanOrEqual(full / 2 - 1)
        expect(one).toBeLessThanOrEqual(full)
      }),
    )
  })
})
