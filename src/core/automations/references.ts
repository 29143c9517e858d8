import type { AutomationDraft } from "./definition"
import { filterKindOf } from "./filters/kinds"
import type { References } from "./node-kind"
import { nodeKindOf } from "./nodes/kinds"
import { called, type Problem } from "./problems"
import { triggerKindOf } from "./triggers/kinds"

export type Noun = keyof References
export type Reference = { node: string | null; called: string; noun: Noun; id: string }

/** Everything outside of itself that a graph relies on; what cannot be read is left out, `problemsOf` names it. */
export function referencesOf({ trigger, nodes }: AutomationDraft): Reference[] {
  const ofFilters = (trigger?.filters ?? []).flatMap(({ kind, settings }) => {
    const filter = filterKindOf(kind)
    const parsed = filter?.settings.safeParse(settings)
    return parsed?.success ? listed({ node: null, called: "" }, filter?.references?.(parsed.data) ?? {}) : []
  })
  const ofNodes = nodes.flatMap((node) => {
    const kind = nodeKindOf(node.kind)
    const parsed = kind?.settings.safeParse(node.settings)
    const found = parsed?.success ? (kind?.references?.(parsed.data) ?? {}) : {}
    return listed({ node: node.id, called: called(node) }, found)
  })
  return [...ofTrigger(trigger), ...ofFilters, ...ofNodes]
}

function ofTrigger(trigger: AutomationDraft["trigger"]): Reference[] {
  const kind = trigger && triggerKindOf(trigger.kind)
  const parsed = kind?.settings.safeParse(trigger?.settings)
  return parsed?.success ? listed({ node: null, called: "" }, kind?.references?.(parsed.data) ?? {}) : []
}

function listed(place: { node: string | null; called: string }, references: References): Reference[] {
  return (Object.entries(references) as [Noun, string[]][]).flatMap(([noun, ids]) =>
    ids.map((id) => ({ ...place, noun, id })),
  )
}

type Parts = { isThere: (noun: Noun, id: string) => boolean; nameOf: (noun: Noun, id: string) => string }

/** One problem for each thing that is not there (any more), by its name as far as it is still known. */
export function missingParts(references: Reference[], { isThere, nameOf }: Parts): Problem[] {
  return references
    .filter(({ noun, id }) => !isThere(noun, id))
    .map(({ node, called: name, noun, id }) => {
      const sentence = sentenceOf[noun](nameOf(noun, id))
      return {
        node,
        field: `settings.${noun}`,
        sentence: node === null ? `Trigger: ${sentence}` : `Node "${name}": ${sentence}`,
      }
    })
}

const sentenceOf: Record<Noun, (name: string) => string> = {
  template: (name) => `There is no published template "${name}" any more. Choose another one.`,
  segment: (name) => `There is no segment "${name}" any more. Choose another one.`,
  topic: (name) => `There is no topic "${name}" any more. Choose another one.`,
  sender: (name) => `There is no sender "${name}" any more. Choose another one.`,
  tag: (name) => `There is no tag "${name}" any more. Choose another one.`,
  poll: (name) => `There is no poll "${name}" any more. Choose another one.`,
  product: (name) => `There is no product "${name}" any more. Choose another one.`,
  channel: (name) =>
    `This shop has no notification provider for "${name}". A developer adds one under modules in medusa-config.ts.`,
}
