import { entrants } from "../../admin/texts/en/entrants"
import { steps } from "../../admin/texts/en/steps"
import { EFFECT_KINDS } from "../../src/core/automations/effect-kinds"
import { EFFECT_REASONS } from "../../src/core/automations/effect-reasons"
import { FILTER_KINDS } from "../../src/core/automations/filters/kinds"
import { NODE_KINDS } from "../../src/core/automations/nodes/kinds"
import { SAID_VALUES } from "../../src/core/automations/saw"
import { TRIGGER_KINDS } from "../../src/core/automations/triggers/kinds"
import { WAY_REASONS } from "../../src/core/automations/way-reasons"
import { WHY } from "../../src/core/reports/why"

const keys = (kinds: readonly { kind: string }[]) => kinds.map(({ kind }) => kind.replaceAll(".", "_")).sort()

/** The German ones have the same keys by their type. */
describe("the words of the automation editor", () => {
  it.each([
    ["steps", NODE_KINDS, steps.kind],
    ["hints of steps", NODE_KINDS, steps.kindHint],
    ["triggers", TRIGGER_KINDS, steps.triggerName],
    ["filters", FILTER_KINDS, steps.filter],
  ])("are there for all %s, and for none that is not", (_, kinds, words) => {
    expect(Object.keys(words).sort()).toEqual(keys(kinds))
  })
})

/** A decision can name nothing else: the types `WayReason`, `EffectKind` and `Saw` see to that. */
describe("the words of a person's way", () => {
  it("are there for every reason of a step, and for none that nothing names", () => {
    const known = Object.keys({ ...WAY_REASONS, ...EFFECT_REASONS, ...WHY })
    expect(Object.keys(WAY_REASONS).filter((reason) => !(reason in entrants.outcomes))).toEqual([])
    expect(Object.keys(entrants.outcomes).filter((reason) => !known.includes(reason))).toEqual([])
  })
  it("are there for everything that is done outside", () => {
    const words = { ...steps.kind, ...entrants.effectKinds }
    expect(EFFECT_KINDS.filter((kind) => !(kind in words))).toEqual([])
  })
  it("are there for every value that decides, and for none that is not", () => {
    expect(Object.keys(entrants.seen).sort()).toEqual([...SAID_VALUES].sort())
  })
})
