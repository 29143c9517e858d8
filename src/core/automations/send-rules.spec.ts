import fc from "fast-check"
import { roomAt, withoutRoom, type WithoutRoom } from "./send-rules"

const DAY = 86_400_000
const MINUTE = 60_000
const now = new Date("2026-11-22T09:00:00Z").getTime()
const ago = (...days: number[]) => days.map((n) => now - n * DAY)

describe("room under the frequency cap", () => {
  it("comes when the oldest of the mails that fill it is as old as the cap's days", () => {
    expect(roomAt({ recentAt: ago(6, 2, 1), most: 3, days: 7 })).toBe(now + DAY)
    // Four where three are the most (the limit was lowered): two of them must be over.
    expect(roomAt({ recentAt: ago(6, 5, 2, 1), most: 3, days: 7 })).toBe(now + 2 * DAY)
  })

  it("is there while fewer were sent", () => {
    expect(roomAt({ recentAt: ago(1), most: 2, days: 7 })).toBeNull()
    expect(roomAt({ recentAt: [], most: 1, days: 7 })).toBeNull()
  })

  it("is there at that moment, and not a moment before", () => {
    const times = fc.array(fc.integer({ min: 0, max: 7 * DAY - 1 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 12 }), (ages, most) => {
        const recentAt = ages.map((age) => now - age).sort((one, other) => one - other)
        const countedAt = (at: number) => recentAt.filter((sent) => sent > at - 7 * DAY).length
        const at = roomAt({ recentAt, most, days: 7 })
        if (at === null) return expect(countedAt(now)).toBeLessThan(most)
        expect(countedAt(at)).toBeLessThan(most)
        expect(countedAt(at - 1)).toBeGreaterThanOrEqual(most)
      }),
    )
  })
})

describe("a mail that the cap has no room for", () => {
  const full = (change: Partial<WithoutRoom> = {}) =>
    withoutRoom({
      reason: "frequency_cap",
      rules: { whenCapped: "defer", deferDays: 7 },
      cap: { recentAt: ago(6, 2, 1), most: 3, days: 7 },
      plannedAt: now,
      now,
      ...change,
    })

  it("is not sent where the automation skips, with the reason that it met", () => {
    const rules = { whenCapped: "skip" as const, deferDays: 7 }
    expect(full({ rules })).toEqual({ drop: "frequency_cap" })
    expect(full({ rules, reason: "gave_way" })).toEqual({ drop: "gave_way" })
  })

  it("waits for its place where the automation defers, and an hour for a mail of higher priority", () => {
    expect(full()).toEqual({ waitUntil: now + DAY })
    expect(full({ reason: "gave_way" })).toEqual({ waitUntil: now + 60 * MINUTE })
  })

  it("is given up at once when no place comes within its days, counted from its decision", () => {
    const cap = { recentAt: ago(2, 1, 0), most: 3, days: 7 }
    expect(full({ cap, rules: { whenCapped: "defer", deferDays: 5 } })).toEqual({ waitUntil: now + 5 * DAY })
    expect(full({ cap, rules: { whenCapped: "defer", deferDays: 4 } })).toEqual({ drop: "no_room_in_time" })
    expect(full({ reason: "gave_way", plannedAt: now - 7 * DAY })).toEqual({ drop: "no_room_in_time" })
  })

  it("never comes back in the same moment, and never waits longer than it may", () => {
    const ages = fc.array(fc.integer({ min: 0, max: 31 * DAY }), { maxLength: 8 })
    fc.assert(
      fc.property(ages, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 30 }), (all, most, deferDays) => {
        const recentAt = all.map((age) => now - age).sort((one, other) => one - other)
        const verdict = full({ cap: { recentAt, most, days: 31 }, rules: { whenCapped: "defer", deferDays } })
        if ("drop" in verdict) return expect(verdict.drop).toBe("no_room_in_time")
        expect(verdict.waitUntil).toBeGreaterThanOrEqual(now + 10 * MINUTE)
        expect(verdict.waitUntil).toBeLessThanOrEqual(now + deferDays * DAY)
      }),
    )
  })
})
