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

/** One problem for each thing that is not there (any more). */
export function missingParts(references: Reference[], isKnown: (noun: Noun, id: string) => boolean): Problem[] {
  return references
    .filter(({ noun, id }) => !isKnown(noun, id))
    .map(({ node, called: name, noun, id }) => ({
      node,
      field: `settings.${noun}`,
      sentence: node === null ? `Trigger: ${sentenceOf[noun](id)}` : `Node "${name}": ${sentenceOf[noun](id)}`,
    }))
}

const sentenceOf: Record<Noun, (id: string) => string> = {
  template: (id) => `There is no published template "${id}" any more. Choose another one.`,
  segment: (id) => `There is no segment "${id}" any more. Choose another one.`,
  topic: (id) => `There is no topic "${id}" any more. Choose another one.`,
  sender: (id) => `There is no sender "${id}" any more. Choose another one.`,
  tag: (id) => `There is no tag "${id}" any more. Choose another one.`,
  poll: (id) => `There is no poll "${id}" any more. Choose another one.`,
  product: (id) => `There is no product "${id}" any more. Choose another one.`,
  channel: (id) =>
    `This shop has no notification provider for "${id}". A developer adds one under modules in medusa-config.ts.`,
}
