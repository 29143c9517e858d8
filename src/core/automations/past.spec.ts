import { pastOf } from "./past"
import { TRIGGER_KINDS } from "./triggers/kinds"

describe("the past of a trigger (F51)", () => {
  it("is known of every kind, or it is said why not", () => {
    for (const { kind } of TRIGGER_KINDS) {
      const { isKnown, notes } = pastOf(kind)
      expect(isKnown || notes.length > 0).toBe(true)
    }
  })

  it("is not known of who came into a group of people", () => {
    expect(TRIGGER_KINDS.map(({ kind }) => kind).filter((kind) => !pastOf(kind).isKnown)).toEqual([
      "segment.entered",
      "rfm.entered",
    ])
  })
})
