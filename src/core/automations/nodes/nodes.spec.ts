import fc from "fast-check"
import { automationSettingsSchema } from "../automation-settings"
import { problemsOf } from "../problems"
import { knowFrom, questionKey, type MailState, type Question } from "../questions"
import { nodeKindOf } from "./kinds"

const now = new Date("2026-11-21T12:00:00Z")

/** What a node of this kind decides, with these answers. */
function decide(
  kind: string,
  settings: object,
  {
    answers = [],
    contactId = "c1",
    rested = 0,
    at = now,
  }: {
    answers?: [Question, unknown][]
    contactId?: string
    rested?: number
    at?: Date
  } = {},
) {
  const { settings: schema, decide: judge } = nodeKindOf(kind)!
  return judge({
    node: { id: "n", exits: { each: "next" } },
    settings: schema.parse(settings),
    entrant: { id: "e1", contactId, enteredAt: now, visit: 0, rested },
    automation: { id: "mauto_x", settings: automationSettingsSchema.parse({}) },
    know: knowFrom(new Map(answers.map(([question, answer]) => [questionKey(question), answer]))),
    now: at,
  })
}

const inZone = (timeZone: string): [Question, unknown][] => [
  [{ about: "person" }, { contactId: "c1", timeZone, country: null }],
]

describe("wait_until", () => {
  const mornings = { until: "window", window: { hours: { from: 9, to: 12 }, days: [1, 2, 3, 4, 5] } }

  it("rests until the next morning that is allowed, by the person's own clock", () => {
    // A Saturday: Monday at nine in Vienna is eight in UTC, in New York fourteen.
    expect(decide("wait_until", mornings, { answers: inZone("Europe/Vienna") })).toEqual({
      wait: new Date("2026-11-23T08:00:00Z"),
      then: "next",
    })
    expect(decide("wait_until", mornings, { answers: inZone("America/New_York") })).toEqual({
      wait: new Date("2026-11-23T14:00:00Z"),
      then: "next",
    })
  })

  it("does not wait for what is there already, or past", () => {
    const at = new Date("2026-11-23T09:30:00Z")
    expect(decide("wait_until", mornings, { answers: inZone("Europe/Vienna"), at })).toEqual({ go: "next" })
    const past = { until: "date", date: "2026-11-01T10:00" }
    expect(decide("wait_until", past, { answers: inZone("Europe/Vienna") })).toEqual({ go: "next" })
  })

  it("waits for its hours on the days on which clocks go forward or back, too, and never longer than a week and a day", () => {
    const changes = ["2026-03-29T01:00Z", "2026-10-25T01:00Z", "2026-03-08T07:00Z", "2026-11-01T06:00Z"].map(Date.parse)
    const zones = ["Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "UTC"]
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.integer({ min: -3 * 1440, max: 2 * 1440 }),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 22 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
        (change, minutes, zone, from, days) => {
          const at = new Date(change + minutes * 60_000)
          const window = { hours: { from, to: from + 2 }, days: [...new Set(days)] }
          const settings = { until: "window", window }
          const decided = decide("wait_until", settings, { answers: inZone(zone), at })
          if (!("wait" in decided)) return expect(decided).toEqual({ go: "next" })
          expect(decided.wait.getTime()).toBeGreaterThan(at.getTime())
          expect(decided.wait.getTime() - at.getTime()).toBeLessThanOrEqual(8 * 86_400_000)
          // Two hours wide, so that no spring night leaves nothing of it: whoever comes then need not wait again.
          expect(decide("wait_until", settings, { answers: inZone(zone), at: decided.wait })).toEqual({ go: "next" })
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe("split", () => {
  const arms = [
    { id: "a", percent: 20 },
    { id: "b", percent: 80 },
  ]

  it("sends the same person the same way, and the shares are kept", () => {
    const went = Array.from({ length: 2000 }, (_, n) => decide("split", { arms }, { contactId: `c${n}` }))
    const share = went.filter((one) => "go" in one && one.go === "a").length / 2000
    expect(share).toBeGreaterThan(0.16)
    expect(share).toBeLessThan(0.24)
    expect(decide("split", { arms }, { contactId: "c7" })).toEqual(went[7])
  })

  it("always names one of its arms", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 100 }), (contactId, percent) => {
        const settings = { arms: [{ id: "a", percent }, { id: "b", percent: 100 - percent }] } // prettier-ignore
        const decision = decide("split", settings, { contactId })
        expect(["a", "b"]).toContain("go" in decision && decision.go)
        if (percent === 0) expect(decision).toMatchObject({ go: "b" })
        if (percent === 100) expect(decision).toMatchObject({ go: "a" })
      }),
    )
  })

  it("refuses shares that do not add up", () => {
    const wrong = nodeKindOf("split")!.settings.safeParse({ arms: [{ id: "a", percent: 60 }, { id: "b", percent: 60 }] }) // prettier-ignore
    expect(wrong.error?.issues[0]?.message).toBe("the shares must add up to 100")
  })
})

describe("limit", () => {
  it.each([
    [2, "in"],
    [3, "full"],
  ])("with place %i of 2 goes %s", (place, exit) => {
    expect(decide("limit", { max: 2 }, { answers: [[{ about: "place", node: "n" }, place]] })).toMatchObject({
      go: exit,
    })
  })
})

describe("check_email", () => {
  const question: Question = { about: "mail_state", node: "mail", visit: null }
  const mail = (overrides: Partial<MailState>): MailState => ({
    status: "sent",
    reason: null,
    isDelivered: false,
    isOpened: false,
    isClicked: false,
    sentAt: new Date("2026-11-21T10:00:00Z"),
    ...overrides,
  })
  const check = (state: MailState | null, at = now) =>
    decide("check_email", { node: "mail", what: "clicked", withinHours: 24 }, { answers: [[question, state]], at })

  it("goes on at once when it happened, when the time is over, and when it cannot happen any more", () => {
    expect(check(mail({ isClicked: true }))).toMatchObject({ go: "yes" })
    expect(check(mail({}), new Date("2026-11-22T10:00:00Z"))).toMatchObject({ go: "no" })
    expect(check(mail({ status: "dropped", sentAt: null }))).toMatchObject({ go: "no" })
    expect(check(null)).toMatchObject({ go: "no" })
  })

  it("looks again while it may still happen, never beyond the time", () => {
    expect(check(mail({}))).toEqual({ wait: new Date("2026-11-21T12:01:00Z") })
    expect(check(mail({}), new Date("2026-11-22T09:59:30Z"))).toEqual({ wait: new Date("2026-11-22T10:00:00Z") })
    expect(check(mail({ status: "queued", sentAt: null }))).toEqual({ wait: new Date("2026-11-21T12:01:00Z") })
  })

  it("is refused when it asks about a step that sends nothing", () => {
    const nodes = [{ id: "c", kind: "check_email", settings: { node: "gone" }, exits: {} }]
    expect(problemsOf({ trigger: null, nodes })).toContainEqual(
      expect.objectContaining({ node: "c", field: "settings.node" }),
    )
  })
})

describe("select_customers", () => {
  it("ends the run and lets everybody go on behind it", () => {
    expect(decide("select_customers", { segmentId: "mseg_1" })).toEqual({
      end: "fanned_out",
      effects: [{ kind: "fan_out", segmentId: "mseg_1", to: "next" }],
    })
  })

  it("is refused behind a trigger that brings a person: one order would mail everybody", () => {
    const nodes = [{ id: "s", kind: "select_customers", settings: { segmentId: "mseg_1" }, exits: {} }]
    const trigger = { kind: "order.placed", settings: {}, filters: [], reentry: { rule: "per_occurrence" } }
    expect(problemsOf({ trigger, nodes })).toEqual([expect.objectContaining({ node: "s" })])
  })
})
