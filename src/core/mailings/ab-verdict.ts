import { chanceOf } from "./normal"

/**
 * What one variant has brought. `people`: those in whom it can be seen at all; `hits`: those of them who opened, clicked or
 * ordered. Revenue: `sum` and `squares` of what each person spent, in one currency.
 */
export type VariantFigures = { variant: number; people: number; hits: number; sum?: number; squares?: number }

/** `chance`: how likely chance alone makes such a difference between any two variants. */
export type AbVerdict =
  | { kind: "winner"; variant: number; chance: number }
  | { kind: "may_be_chance"; ahead: number; chance: number }
  | { kind: "too_few" }

/** One test in twenty without any difference would name a winner; never more, however many variants there are. */
export const ACCEPTED_CHANCE = 0.05
/** Below so many people with (and without) a hit the normal approximation says nothing. */
const LEAST_HITS = 5
/** What a few large orders decide is no figure of the mail. */
const LEAST_BUYERS = 30

/**
 * Asked once, at the end of the waiting time: whoever looks again and again finds a winner by chance. The best variant
 * wins if it is better than each other one, with the chance of any pair counted (Bonferroni over all pairs).
 */
export function abVerdict(figures: VariantFigures[], by: "people" | "money"): AbVerdict {
  if (figures.length < 2 || !figures.every((one) => isEnough(one, by))) return { kind: "too_few" }
  const [best, ...others] = [...figures].sort((a, b) => valueOf(b, by) - valueOf(a, by) || a.variant - b.variant)
  const pairs = (figures.length * (figures.length - 1)) / 2
  const chance = Math.min(1, pairs * Math.max(...others.map((other) => chanceOf(distance(best!, other, by)))))
  return chance < ACCEPTED_CHANCE
    ? { kind: "winner", variant: best!.variant, chance }
    : { kind: "may_be_chance", ahead: best!.variant, chance }
}

/** Rate, or money per person; 0 for nobody. */
export function valueOf({ people, hits, sum = 0 }: VariantFigures, by: "people" | "money"): number {
  if (people === 0) return 0
  return by === "money" ? sum / people : hits / people
}

function isEnough({ people, hits }: VariantFigures, by: "people" | "money"): boolean {
  return by === "money" ? hits >= LEAST_BUYERS : hits >= LEAST_HITS && people - hits >= LEAST_HITS
}

/** In standard errors. */
function distance(a: VariantFigures, b: VariantFigures, by: "people" | "money"): number {
  return by === "money" ? distanceOfMeans(a, b) : distanceOfRates(a, b)
}

/** Two proportions, pooled, with Yates' correction: whole people make steps that a smooth curve does not know. */
function distanceOfRates(a: VariantFigures, b: VariantFigures): number {
  const pooled = (a.hits + b.hits) / (a.people + b.people)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.people + 1 / b.people))
  const step = (1 / a.people + 1 / b.people) / 2
  const gap = Math.abs(a.hits / a.people - b.hits / b.people)
  return error === 0 ? 0 : Math.max(0, gap - step) / error
}

/** Two means with variances of their own (Welch); with so many people Student's curve is the normal one. */
function distanceOfMeans(a: VariantFigures, b: VariantFigures): number {
  const error = Math.sqrt(squaredError(a) + squaredError(b))
  return error === 0 ? 0 : Math.abs(valueOf(a, "money") - valueOf(b, "money")) / error
}

/** Of the mean per person. */
export function squaredError({ people, sum = 0, squares = 0 }: Omit<VariantFigures, "variant" | "hits">): number {
  if (people < 2) return 0
  return Math.max(0, squares - (sum * sum) / people) / (people - 1) / people
}
