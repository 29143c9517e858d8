import type { Catalogue } from "../../../parts/api/flows"
import type { StepWords } from "./use-step-words"

const GROUPS = ["shop", "customer", "mail", "site", "date", "own"]

/** In the order in which people look for them; one that nobody has heard of comes last. */
export const triggerGroups = (triggers: { group: string }[]): string[] => [
  ...new Set([...GROUPS, ...triggers.map(({ group }) => group)]),
]

/** Every trigger under its heading, for a list to choose from. */
export const triggerOptions = ({ triggers }: Catalogue, words: StepWords) =>
  triggerGroups(triggers).flatMap((group) =>
    triggers
      .filter((one) => one.group === group)
      .map(({ kind }) => ({ value: kind, label: words.triggerName(kind), group: words.triggerGroup(group) })),
  )
