import fc from "fast-check"
import { hourSteps } from "./hour-steps"

const START = Date.parse("2026-11-02T08:00:00Z")
const hour = (n: number, open = 0, click = 0) => ({
  hour: new Date(START + n * 3_600_000).toISOString(),
  sent: 0,
  open,
  click,
})

describe("the steps of a chart", () => {
  it("have no holes: an hour in which nothing happened is a step, too", () => {
    expect(hourSteps([hour(0, 5), hour(3, 1)]).map(({ open }) => open)).toEqual([5, 0, 0, 1])
    expect(hourSteps([])).toEqual([])
  })

  it("are wider where there would be too many to tell apart", () => {
    const week = hourSteps([hour(0, 1), hour(167, 2)])
    expect(week).toHaveLength(56)
    expect(week[0]).toMatchObject({ hours: 3, open: 1 })
    expect(week.at(-1)).toMatchObject({ open: 2 })
  })

  it("lose nobody, whatever the hours are", () => {
    const figures = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 5_000 }), fc.nat(50), fc.nat(50))
        .map(([n, open, click]) => hour(n, open, click)),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(figures, (given) => {
        const steps = hourSteps(given)
        const sum = (list: { open: number; click: number }[]) =>
          list.reduce(([a, b], { open, click }) => [a! + open, b! + click], [0, 0])
        expect(sum(steps)).toEqual(sum(given))
        expect(steps.length).toBeLessThanOrEqual(56)
      }),
    )
  })
})
