import fc from "fast-check"
import { abTestSchema, partsOf, twins, variantContents, variantLetter, type AbTest } from "./ab-test"

const test = (change: Partial<AbTest> = {}): AbTest => ({
  variants: [{}, { subject: "Other" }],
  share: 20,
  criterion: "open",
  wait_hours: 4,
  decide: "automatic",
  fallback: 1,
  ...change,
})
const mailing = { subject: "One", preheader: "p", document: { kind: "blocks", blocks: [] }, sender_id: null }

describe("the A/B test of a mailing", () => {
  it("has two to five variants, of which the first is the mailing itself", () => {
    expect(abTestSchema.safeParse(test()).success).toBe(true)
    expect(abTestSchema.safeParse(test({ variants: [{}] })).success).toBe(false)
    expect(abTestSchema.safeParse(test({ variants: [{}, {}, {}, {}, {}, {}] })).success).toBe(false)
    expect(abTestSchema.safeParse(test({ variants: [{ subject: "x" }, {}] })).success).toBe(false)
    expect(abTestSchema.safeParse(test({ variants: [{ time: "09:30" }, { time: "18:00" }] })).success).toBe(true)
    expect(abTestSchema.safeParse(test({ variants: [{}, { time: "25:00" }] })).success).toBe(false)
    expect(abTestSchema.safeParse(test({ fallback: 3 })).success).toBe(false)
  })

  it("takes from the mailing what a variant has not of its own", () => {
    const ab = test({ variants: [{ time: "09:30" }, { subject: "Other" }, { sender_id: "msnd_2" }] })
    expect(variantContents(mailing, ab)).toEqual([
      { ...mailing, time: "09:30" },
      { ...mailing, subject: "Other", time: null },
      { ...mailing, sender_id: "msnd_2", time: null },
    ])
  })

  it("names two variants that nobody could tell apart", () => {
    expect(twins(mailing, test())).toBeNull()
    expect(twins(mailing, test({ variants: [{}, { subject: "x" }, { subject: "One" }] }))).toEqual([1, 3])
  })

  it("calls them A to E", () => expect([1, 5].map(variantLetter)).toEqual(["A", "E"]))

  it("cuts every audience into parts that leave nobody out, with equally many people for each variant", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 2, max: 5 }),
        (audience, controlShare, share, k) => {
          const ab = test({ share, variants: Array.from({ length: k }, () => ({})) })
          const { controlRows, testRows } = partsOf(audience, { controlShare, ab })
          expect(controlRows).toBeLessThanOrEqual((audience * controlShare) / 100)
          expect(testRows!).toBeGreaterThanOrEqual(controlRows)
          expect(testRows!).toBeLessThanOrEqual(audience)
          if (testRows! < audience) expect((testRows! - controlRows) % k).toBe(0)
        },
      ),
    )
  })
})
