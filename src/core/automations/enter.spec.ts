import { automationSettingsSchema } from "./automation-settings"
import { triggerSchema } from "./definition"
import { enter } from "./enter"
import { knowFrom, questionKey, type Question } from "./questions"

const now = new Date("2026-11-21T12:00:00Z")
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const NEVER = { count: 0, last: null as Date | null, isInside: false, isUndecided: false }

function coming(
  { reentry = { rule: "per_occurrence" }, filters = [] }: { reentry?: object; filters?: object[] },
  { earlier = NEVER, contactId = "c1", controlPercent = 0, isMember = true } = {},
) {
  const answers: [Question, unknown][] = [
    [{ about: "earlier_entries" }, earlier],
    [{ about: "person" }, { contactId, timeZone: "UTC", country: null }],
    [{ about: "in_segment", segmentId: "mseg_1" }, isMember],
  ]
  return enter({
    trigger: triggerSchema.parse({ kind: "order.placed", reentry, filters }),
    automation: { id: "mauto_x", settings: automationSettingsSchema.parse({ controlPercent }) },
    know: knowFrom(new Map(answers.map(([question, answer]) => [questionKey(question), answer]))),
    now,
  })
}

describe("enter", () => {
  it("lets everybody in where nothing is said against it", () => {
    expect(coming({})).toEqual({ enters: true })
  })

  it.each([
    [{ rule: "once" }, { ...NEVER, count: 1, last: daysAgo(400) }, "entered_before"],
    [{ rule: "every_days", days: 30 }, { ...NEVER, count: 1, last: daysAgo(29) }, "entered_lately"],
    [{ rule: "not_inside" }, { ...NEVER, count: 1, last: daysAgo(1), isInside: true }, "is_inside"],
  ])("with %j keeps out who was there", (reentry, earlier, reason) => {
    expect(coming({ reentry }, { earlier })).toMatchObject({ enters: false, reason })
  })

  it.each([
    [
      { rule: "every_days", days: 30 },
      { ...NEVER, count: 1, last: daysAgo(30) },
    ],
    [{ rule: "not_inside" }, { ...NEVER, count: 3, last: daysAgo(1) }],
  ])("with %j lets in who may come again", (reentry, earlier) => {
    expect(coming({ reentry }, { earlier })).toEqual({ enters: true })
  })

  it("waits while it is not known yet whether an earlier one enters", () => {
    expect(coming({ reentry: { rule: "once" } }, { earlier: { ...NEVER, isUndecided: true } })).toMatchObject({
      later: new Date("2026-11-21T12:00:01Z"),
    })
  })

  it("says which filter kept somebody out", () => {
    const filters = [{ kind: "segment", settings: { segmentId: "mseg_1" } }]
    expect(coming({ filters }, { isMember: false })).toMatchObject({
      enters: false,
      reason: "filtered_out",
      saw: { filter: "segment", isIn: false },
    })
  })

  it("holds out the share that is asked for, always the same people (F15)", () => {
    const heldOut = (controlPercent: number) =>
      Array.from({ length: 1000 }, (_, n) => `c${n}`).filter((contactId) => {
        const entry = coming({}, { contactId, controlPercent })
        return "verdict" in entry && entry.verdict === "control"
      })
    expect(heldOut(0)).toEqual([])
    expect(heldOut(20).length).toBeGreaterThan(150)
    expect(heldOut(20).length).toBeLessThan(250)
    expect(heldOut(40)).toEqual(expect.arrayContaining(heldOut(20)))
  })
})
