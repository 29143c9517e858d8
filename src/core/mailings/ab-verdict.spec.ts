import fc from "fast-check"
import { abVerdict, ACCEPTED_CHANCE, squaredError, type VariantFigures } from "./ab-verdict"
import { abOutlook, ASSUMED } from "./ab-outlook"
import { normalPoint, normalUpTo } from "./normal"

const one = (variant: number, people: number, hits: number): VariantFigures => ({ variant, people, hits })

// Taken once: under jest each look at a global costs more than the multiplication.
const { imul } = Math

/** The same figures in each run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (imul(state, 1_664_525) + 1_013_904_223) >>> 0
    let mixed = imul(state ^ (state >>> 15), 0x2c1b3c6d)
    mixed = imul(mixed ^ (mixed >>> 12), 0x297a2d39)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}
const hitsOf = (people: number, rate: number, roll: () => number) => {
  let hits = 0
  for (let n = 0; n < people; n++) if (roll() < rate) hits++
  return hits
}
const shareOfWinners = (tests: number, run: (roll: () => number) => VariantFigures[], by: "people" | "money") => {
  const roll = dice(20_261_122)
  let winners = 0
  for (let n = 0; n < tests; n++) if (abVerdict(run(roll), by).kind === "winner") winners++
  return winners / tests
}

describe("the normal curve", () => {
  it("is the one in the books", () => {
    expect(normalUpTo(0)).toBeCloseTo(0.5, 6)
    expect(normalUpTo(1.96)).toBeCloseTo(0.975, 4)
    expect(normalUpTo(-2.5758)).toBeCloseTo(0.005, 5)
    expect(normalPoint(0.975)).toBeCloseTo(1.96, 3)
    expect(normalPoint(0.8)).toBeCloseTo(0.8416, 3)
  })
})

describe("the winner of an A/B test", () => {
  it("is the one that is better than each other one by more than chance makes", () => {
    expect(abVerdict([one(1, 1000, 200), one(2, 1000, 280)], "people")).toMatchObject({ kind: "winner", variant: 2 })
    expect(abVerdict([one(1, 1000, 200), one(2, 1000, 215)], "people")).toMatchObject({
      kind: "may_be_chance",
      ahead: 2,
    })
  })

  it("is none while two are alike, however bad the third one is", () => {
    const verdict = abVerdict([one(1, 1000, 300), one(2, 1000, 300), one(3, 1000, 100)], "people")
    expect(verdict).toMatchObject({ kind: "may_be_chance" })
  })

  it("needs more of a difference where there are more variants", () => {
    const two = [one(1, 1000, 200), one(2, 1000, 238)]
    expect(abVerdict(two, "people").kind).toBe("winner")
    expect(abVerdict([...two, one(3, 1000, 200), one(4, 1000, 200)], "people").kind).toBe("may_be_chance")
  })

  it("is not asked for on a handful of people", () => {
    expect(abVerdict([one(1, 20, 0), one(2, 20, 4)], "people")).toEqual({ kind: "too_few" })
    expect(abVerdict([], "people")).toEqual({ kind: "too_few" })
    expect(abVerdict([{ ...one(1, 5000, 12), sum: 900, squares: 1e5 }, one(2, 5000, 40)], "money")).toEqual({
      kind: "too_few",
    })
  })

  it("does not depend on the order of the variants, and says a likelihood", () => {
    const people = fc.integer({ min: 10, max: 5000 })
    const figures = fc
      .array(fc.tuple(people, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 2, maxLength: 5 })
      .map((rows) => rows.map(([n, share], at) => one(at + 1, n, Math.floor(n * share))))
    fc.assert(
      fc.property(figures, (rows) => {
        const verdict = abVerdict(rows, "people")
        expect(abVerdict([...rows].reverse(), "people")).toEqual(verdict)
        if (verdict.kind === "too_few") return
        expect(verdict.chance).toBeGreaterThanOrEqual(0)
        expect(verdict.chance).toBeLessThanOrEqual(1)
      }),
    )
  })

  it("is named by chance in one of twenty tests at the most, with two variants and with five", () => {
    const alike = (k: number) => (roll: () => number) =>
      Array.from({ length: k }, (_, at) => one(at + 1, 300, hitsOf(300, 0.2, roll)))
    expect(shareOfWinners(400, alike(2), "people")).toBeLessThanOrEqual(ACCEPTED_CHANCE)
    expect(shareOfWinners(200, alike(5), "people")).toBeLessThanOrEqual(ACCEPTED_CHANCE)
  })

  it("is not made by a few large orders", () => {
    const spent = (roll: () => number, variant: number): VariantFigures => {
      const worth = Array.from({ length: 800 }, () => (roll() < 0.06 ? 20 * (1 - roll()) ** -0.4 : 0))
      const hits = worth.filter((value) => value > 0).length
      const total = (power: number) => worth.reduce((sum, value) => sum + value ** power, 0)
      return { variant, people: 800, hits, sum: total(1), squares: total(2) }
    }
    expect(shareOfWinners(300, (roll) => [spent(roll, 1), spent(roll, 2)], "money")).toBeLessThanOrEqual(
      ACCEPTED_CHANCE,
    )
  })

  it("is found in four of five tests where the difference is the one that was said before the start", () => {
    const outlook = abOutlook({
      criterion: "open",
      variants: 2,
      share: 100,
      controlShare: 0,
      recipients: 1200,
      seen: 1,
      rates: ASSUMED,
    })
    const found = shareOfWinners(
      300,
      (roll) => [one(1, 600, hitsOf(600, outlook.usual, roll)), one(2, 600, hitsOf(600, outlook.from!, roll))],
      "people",
    )
    expect(found).toBeGreaterThan(0.74)
    expect(found).toBeLessThan(0.88)
  })
})

describe("the spread of money per person", () => {
  it("is that of the mean", () => {
    // 10, 0, 0, 0: mean 2.5, variance 25, of the mean 25 / 4.
    expect(squaredError({ people: 4, sum: 10, squares: 100 })).toBeCloseTo(6.25, 6)
  })
})

describe("what a test can show, before it starts", () => {
  const facts = {
    criterion: "open" as const,
    variants: 2,
    share: 20,
    controlShare: 0,
    recipients: 20_000,
    seen: 0.5,
    rates: ASSUMED,
  }

  it("counts only those who agreed to tracking where only theirs can be seen", () => {
    expect(abOutlook(facts).people).toBe(1000)
    expect(abOutlook({ ...facts, criterion: "order" }).people).toBe(2000)
    expect(abOutlook({ ...facts, controlShare: 10 }).people).toBe(900)
  })

  it("says from which rate on", () => {
    // 1,000 each, 25 %: about 5.6 points by the textbook.
    expect(abOutlook(facts).from).toBeGreaterThan(0.3)
    expect(abOutlook(facts).from).toBeLessThan(0.315)
  })

  it("needs more people for rarer things, more variants, and money", () => {
    const lift = (change: Partial<typeof facts> | { criterion: "click" | "revenue" }) =>
      abOutlook({ ...facts, recipients: 400_000, ...change }).lift!
    expect(lift({ criterion: "click" })).toBeGreaterThan(lift({}))
    expect(lift({ variants: 5 })).toBeGreaterThan(lift({}))
    expect(lift({ criterion: "revenue" })).toBeGreaterThan(lift({ variants: 2 }))
  })

  it("says too few where only twice as good could be seen", () => {
    expect(abOutlook(facts).isTooFew).toBe(false)
    expect(abOutlook({ ...facts, recipients: 300 })).toMatchObject({ isTooFew: true })
    expect(abOutlook({ ...facts, recipients: 0 })).toMatchObject({ people: 0, lift: null, isTooFew: true })
    expect(abOutlook({ ...facts, seen: 0 })).toMatchObject({ isTooFew: true })
  })
})
