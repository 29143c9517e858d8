import { cellsOf, RFM_GROUPS, rfmGroup, type Quintile } from "./rfm-groups"

describe("RFM groups", () => {
  it("share the 25 cells among them: each buyer is in exactly one, and none is empty", () => {
    const cells = RFM_GROUPS.map((group) => cellsOf([group]))
    expect(cells.flat().sort()).toEqual([1, 2, 3, 4, 5].flatMap((r) => [1, 2, 3, 4, 5].map((f) => r * 10 + f)))
    for (const list of cells) expect(list.length).toBeGreaterThan(0)
  })

  it.each<[Quintile, Quintile, string]>([
    [5, 5, "champions"],
    [5, 1, "new"],
    [1, 5, "cannot_lose"],
    [1, 1, "hibernating"],
    [3, 3, "need_attention"],
  ])("recency %d and frequency %d are %s", (recency, frequency, group) => {
    expect(rfmGroup(recency, frequency)).toBe(group)
  })
})
