import { timeOrderedIds } from "./time-ordered-ids"

describe("timeOrderedIds", () => {
  const at = new Date("2026-03-01T12:00:00.123Z")

  it("makes UUIDs of version 7 that hold their time", () => {
    for (const id of timeOrderedIds(at, 100)) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(at.getTime())
    }
  })

  it("makes each greater than the one before, also beyond the counter of one millisecond", () => {
    const ids = timeOrderedIds(at, 10_000)
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(10_000)
  })

  it("makes different ones in the same millisecond", () => {
    expect(new Set([...timeOrderedIds(at, 50), ...timeOrderedIds(at, 50)]).size).toBe(100)
  })
})
