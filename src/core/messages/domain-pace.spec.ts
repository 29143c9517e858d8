import { FREE_PACE, paceAfterDeferral, paceAfterSend, paceAt, paceWaitMs } from "./domain-pace"

const MINUTE = 60_000
const sent = (n: number, now: number) => {
  let pace = FREE_PACE
  for (let i = 0; i < n; i++) pace = paceAfterSend(pace, now)
  return pace
}

describe("the pace of a receiving domain", () => {
  it("is free until the domain defers", () => {
    expect(paceWaitMs(sent(10_000, 0), 500, 0)).toBe(0)
  })
  it("is halved by a deferral, once a minute", () => {
    const pace = paceAfterDeferral(paceAfterDeferral(sent(100, 0), 1), 2)
    expect(pace.perMinute).toBe(50)
    expect(paceAfterDeferral(paceAt(pace, MINUTE), MINUTE).perMinute).toBe(25)
  })
  it("never falls to nothing", () => {
    expect(paceAfterDeferral(FREE_PACE, 0).perMinute).toBe(1)
  })
  it("rises with every clean minute and is free again at last", () => {
    const pace = paceAfterDeferral(sent(10, 0), 0)
    expect(pace.perMinute).toBe(5)
    expect(paceAt(pace, MINUTE).perMinute).toBe(5)
    expect(paceAt(pace, 2 * MINUTE).perMinute).toBe(6)
    expect(paceAt(pace, 500 * MINUTE).perMinute).toBeNull()
  })
  it("spreads those who wait over the minutes to come", () => {
    const pace = paceAfterDeferral(sent(4, 0), 0)
    expect([0, 1, 2, 3].map((place) => paceWaitMs(paceAt(pace, MINUTE), place, MINUTE))).toEqual([0, 0, MINUTE, MINUTE])
    expect(paceWaitMs(paceAt(pace, MINUTE), 4, MINUTE)).toBe(2 * MINUTE)
  })
})
