import fc from "fast-check"
import { extraRevenue, type SpentByGroup } from "./extra-revenue"

/** So many people of whom some spent so much each. */
const group = (people: number, buyers: number, each: number): SpentByGroup => ({
  people,
  buyers,
  sum: buyers * each,
  squares: buyers * each ** 2,
})

describe("extra revenue by a control group", () => {
  it("is the difference per person, with its interval", () => {
    // 10 % of 10,000 bought for 50, of those held out 5 %: 5 a head against 2.50.
    const measured = extraRevenue(group(10_000, 1_000, 50), group(2_000, 100, 50))
    if (measured.kind !== "measured") throw new Error("nothing was measured")
    expect(measured.extra).toBeCloseTo(2.5, 6)
    expect(measured.total).toBeCloseTo(25_000, 3)
    expect(measured.low).toBeCloseTo(2.5 - 1.96 * Math.sqrt(0.15 ** 2 + (50 ** 2 * 0.05 * 0.95) / 1999), 2)
    expect(measured).toMatchObject({ mayBeChance: false })
  })

  it("may be chance where the interval holds zero, and may be a loss", () => {
    expect(extraRevenue(group(1_000, 50, 50), group(500, 24, 50))).toMatchObject({ mayBeChance: true })
    const loss = extraRevenue(group(10_000, 100, 50), group(10_000, 400, 50))
    expect(loss).toMatchObject({ kind: "measured", mayBeChance: false })
    expect(loss).toHaveProperty("extra", -1.5)
  })

  it("is not guessed from a handful of orders", () => {
    expect(extraRevenue(group(10_000, 900, 50), group(500, 9, 50))).toEqual({ kind: "not_enough" })
    expect(extraRevenue(group(0, 0, 0), group(0, 0, 0))).toEqual({ kind: "not_enough" })
  })

  it("changes its sign with the groups, and its interval holds the figure", () => {
    const some = fc
      .tuple(fc.integer({ min: 100, max: 5_000 }), fc.integer({ min: 10, max: 100 }), fc.integer({ min: 1, max: 500 }))
      .map(([people, buyers, each]) => group(people, buyers, each))
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [there, back] = [extraRevenue(one, other), extraRevenue(other, one)]
        if (there.kind !== "measured" || back.kind !== "measured") throw new Error("nothing was measured")
        expect(there.extra).toBeCloseTo(-back.extra, 8)
        expect(there.low).toBeLessThanOrEqual(there.extra)
        expect(there.high).toBeGreaterThanOrEqual(there.extra)
        expect(there.mayBeChance).toBe(back.mayBeChance)
      }),
    )
  })
})
