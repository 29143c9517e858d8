import {
  breakerAfterFault,
  breakerAfterSuccess,
  breakerAllows,
  breakerProbes,
  CLOSED_BREAKER,
} from "./transport-breaker"

const busy = { cause: "421 too busy", needsMerchant: false }

describe("the transport's breaker", () => {
  it("opens for 30 seconds at the first fault when nothing worked lately", () => {
    const open = breakerAfterFault(CLOSED_BREAKER, busy, 0)
    expect(breakerAllows(open, 10, 29_999)).toBe(0)
    expect(breakerAllows(open, 10, 30_000)).toBe(1)
  })

  it("bears two faults among connections that work, not three in a row", () => {
    let breaker = breakerAfterSuccess(CLOSED_BREAKER, 0)
    breaker = breakerAfterFault(breakerAfterFault(breaker, busy, 1), busy, 2)
    expect(breakerAllows(breaker, 10, 3)).toBe(10)
    expect(breakerAllows(breakerAfterFault(breaker, busy, 3), 10, 4)).toBe(0)
    expect(breakerAllows(breakerAfterFault(breakerAfterSuccess(breaker, 3), busy, 4), 10, 5)).toBe(10)
  })

  it("opens at once for what only the merchant can mend", () => {
    const breaker = breakerAfterFault(breakerAfterSuccess(CLOSED_BREAKER, 0), { cause: "535", needsMerchant: true }, 1)
    expect(breaker).toMatchObject({ kind: "open", needsMerchant: true })
  })

  it("sends one probe, closes when it passes, doubles the pause up to ten minutes when it does not", () => {
    let breaker = breakerAfterFault(CLOSED_BREAKER, busy, 0)
    const pauses: number[] = []
    for (let now = 0, i = 0; i < 7; i++) {
      if (breaker.kind !== "open") throw new Error("must be open")
      pauses.push(breaker.pauseMs / 1000)
      now = breaker.until
      breaker = breakerProbes(breaker, now)
      expect(breakerAllows(breaker, 10, now)).toBe(1)
      breaker = breakerAfterFault(breaker, busy, now)
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 600, 600])
    expect(breakerAllows(breakerAfterSuccess(breaker, 1), 10, 1)).toBe(10)
  })
})
