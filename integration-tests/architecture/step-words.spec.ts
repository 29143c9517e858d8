import { steps } from "../../admin/texts/en/steps"
import { FILTER_KINDS } from "../../src/core/automations/filters/kinds"
import { NODE_KINDS } from "../../src/core/automations/nodes/kinds"
import { TRIGGER_KINDS } from "../../src/core/automations/triggers/kinds"

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
