import { READY_SEGMENTS } from "./ready-segments"
import { referencesOf } from "./references"
import { ruleSchema } from "./rule"

describe("the ready segments", () => {
  it("are rules as they are kept", () => {
    for (const { rule } of READY_SEGMENTS) expect(ruleSchema.parse(rule)).toEqual(rule)
  })

  it("have keys and names that only one has", () => {
    const each = (of: (one: (typeof READY_SEGMENTS)[number]) => string) => new Set(READY_SEGMENTS.map(of)).size
    expect([each(({ key }) => key), each(({ name }) => name.en), each(({ name }) => name.de)]).toEqual(
      Array(3).fill(READY_SEGMENTS.length),
    )
  })

  it("name nothing that a shop may not have", () => {
    for (const { rule } of READY_SEGMENTS) expect(Object.values(referencesOf(rule)).flat()).toEqual([])
  })
})
