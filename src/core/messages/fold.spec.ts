import fc from "fast-check"
import { deliveryState, foldEvents, type FoldableEvent } from "./fold"
import { shownStatus } from "./shown-status"
import { MESSAGE_EVENT_KINDS } from "./states"

const event = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...MESSAGE_EVENT_KINDS),
  at: fc.integer({ min: 0, max: 1000 }),
  classification: fc.constantFrom("human" as const, "uncertain" as const, "machine" as const, null),
  bounceClass: fc.constantFrom("hard" as const, "soft" as const, "block" as const, null),
})
let next = 0
const happened = (kind: FoldableEvent["kind"], at: number, more: Partial<FoldableEvent> = {}): FoldableEvent => ({
  id: String(next++),
  kind,
  at,
  ...more,
})
const stateAfter = (...events: FoldableEvent[]) => deliveryState(foldEvents(events))
const human = { classification: "human" as const }
const machine = { classification: "machine" as const }

describe("the fold of what came back", () => {
  it("is the same for every order and every repetition of the same events", () => {
    const shuffledWithRepetitions = fc
      .array(event, { maxLength: 12 })
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length }),
          fc.shuffledSubarray(events),
        ),
      )
    fc.assert(
      fc.property(shuffledWithRepetitions, ([events, shuffled, again]) => {
        expect(foldEvents([...shuffled, ...again])).toEqual(foldEvents(events))
      }),
    )
  })

  it("keeps the first and the last time of an open", () => {
    const fold = foldEvents([happened("open", 9, human), happened("open", 3, human), happened("open", 1, machine)])
    expect(fold).toMatchObject({
      firstOpenHumanAt: 3,
      lastOpenHumanAt: 9,
      firstOpenMachineAt: 1,
      opensHuman: 2,
      opensMachine: 1,
    })
  })

  it("believes a bounce that comes after the delivery", () => {
    expect(
      stateAfter(happened("sent", 1), happened("delivered", 2), happened("bounce", 3, { bounceClass: "hard" })),
    ).toBe("bounced_hard")
  })
  it("forgets a delay once it is delivered", () => {
    expect(stateAfter(happened("deferred", 5), happened("delivered", 2))).toBe("delivered")
  })
  it("infers the delivery from a person's click, not from a machine's", () => {
    expect(stateAfter(happened("sent", 1), happened("click", 2, human))).toBe("delivered")
    expect(stateAfter(happened("sent", 1), happened("click", 2, machine))).toBe("sent")
  })
  it("lifts a soft bounce, not a hard one, when a person opened it", () => {
    expect(stateAfter(happened("bounce", 1, { bounceClass: "soft" }), happened("open", 2, human))).toBe("delivered")
    expect(stateAfter(happened("bounce", 1, { bounceClass: "hard" }), happened("open", 2, human))).toBe("bounced_hard")
  })
})

describe("the status that is shown", () => {
  const shown = (...events: FoldableEvent[]) => shownStatus({ status: "sent", ...foldEvents(events) })
  it("is the gravest thing that happened", () => {
    const all = [
      happened("spam", 7),
      happened("unsubscribed", 6),
      happened("bounce", 5, { bounceClass: "hard" }),
      happened("click", 4, human),
      happened("open", 3, human),
      happened("delivered", 2),
      happened("sent", 1),
    ]
    const statuses = all.map((_event, from) => shown(...all.slice(from)))
    expect(statuses).toEqual(["spam", "unsubscribed", "bounced", "clicked", "opened", "delivered", "sent"])
  })
  it("is not changed by machines", () => {
    expect(shown(happened("open", 1, machine), happened("click", 1, machine))).toBe("sent")
  })
})
