import fc from "fast-check"
import { audienceProblem, audienceSchema, COMPOSED_KINDS, MOST_PICKED, NO_AUDIENCE, segmentsOf } from "./audience"

const person = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`
const people = (n: number) => Array.from({ length: n }, (_, at) => person(at))
const topicId = "mtop_newsletters"

describe("whom a mailing is for", () => {
  it("is asked of the kind, and of nothing else", () => {
    expect(audienceProblem({ kind: "newsletter", topicId: null, audience: NO_AUDIENCE })).toEqual({ key: "no_topic" })
    expect(audienceProblem({ kind: "newsletter", topicId, audience: NO_AUDIENCE })).toBeNull()
    expect(audienceProblem({ kind: "targeted", topicId, audience: NO_AUDIENCE })).toEqual({ key: "nobody_chosen" })
    expect(
      audienceProblem({ kind: "targeted", topicId: null, audience: { ...NO_AUDIENCE, everybody: true } }),
    ).toBeNull()
    expect(audienceProblem({ kind: "serial", topicId: null, audience: NO_AUDIENCE })).toEqual({ key: "nobody_picked" })
  })

  it("is a work list of at most 150 when picked by hand, or of as many as the settings say", () => {
    const serial = (n: number, mostPicked?: number) =>
      audienceProblem({ kind: "serial", topicId: null, audience: { ...NO_AUDIENCE, people: people(n) }, mostPicked })
    expect(serial(MOST_PICKED)).toBeNull()
    expect(serial(MOST_PICKED + 1)).toEqual({ key: "too_many_picked", picked: 151, most: 150 })
    expect(serial(9, 8)).toEqual({ key: "too_many_picked", picked: 9, most: 8 })
    expect(serial(MOST_PICKED + 1, 1_000)).toBeNull()
  })

  it("does not both take a segment and leave it out", () => {
    const audience = { ...NO_AUDIENCE, include: ["mseg_a", "mseg_b"], exclude: ["mseg_b"] }
    expect(audienceProblem({ kind: "targeted", topicId: null, audience })).toEqual({
      key: "in_and_out",
      segmentId: "mseg_b",
    })
    expect(audienceProblem({ kind: "newsletter", topicId, audience })).toBeNull()
  })

  it("relies on each segment once, and only on those that its kind asks", () => {
    const ids = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 6 })
    fc.assert(
      fc.property(fc.constantFrom(...COMPOSED_KINDS), fc.boolean(), ids, ids, (kind, everybody, include, exclude) => {
        const used = segmentsOf(kind, { everybody, include, exclude, people: [] })
        const asksIncluded = kind === "targeted" && !everybody
        expect(new Set(used)).toEqual(new Set([...(asksIncluded ? include : []), ...exclude]))
        const isTwice = new Set(used).size !== used.length
        expect(isTwice).toBe(asksIncluded && include.some((id) => exclude.includes(id)))
      }),
    )
  })

  it("is read with what is missing filled in, and refuses what it does not know", () => {
    expect(audienceSchema.parse({})).toEqual(NO_AUDIENCE)
    expect(audienceSchema.safeParse({ people: ["42"] }).success).toBe(false)
    expect(audienceSchema.safeParse({ segments: [] }).success).toBe(false)
  })
})
