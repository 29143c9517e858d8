import { isDeadBySoftBounces } from "./soft-bounce-rule"

const onDays = (...days: number[]) => days.map((day) => new Date(Date.UTC(2026, 0, day)))

describe("isDeadBySoftBounces", () => {
  it("needs five messages over fourteen days", () => expect(isDeadBySoftBounces(onDays(1, 4, 8, 12, 15))).toBe(true))
  it("forgives four", () => expect(isDeadBySoftBounces(onDays(1, 5, 10, 20))).toBe(false))
  it("forgives a bad week", () => expect(isDeadBySoftBounces(onDays(1, 2, 3, 4, 5, 6, 14))).toBe(false))
})
