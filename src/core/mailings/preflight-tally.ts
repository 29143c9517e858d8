import { PREFLIGHT_POINTS, type PreflightFinding, type PreflightKey } from "./preflight-findings"

/** Somebody in whose mail it was found; `points` of everything in this mail, so that the worst come first. */
export type PreflightExample = {
  contact_id: string
  points: number
  detail: string
  /** Of an A/B test: the first variant in which it was found. */
  variant?: number
}

/** What is wrong in any text that somebody may get: each kind once, as it was found first. */
export function foundInAny(texts: { variant: number | null; found: PreflightFinding[] }[]): PreflightFinding[] {
  const first = new Map<PreflightKey, PreflightFinding>()
  for (const { variant, found } of texts)
    for (const one of found) if (!first.has(one.key)) first.set(one.key, variant === null ? one : { ...one, variant })
  return [...first.values()]
}

export type PreflightFindings = Partial<Record<PreflightKey, { n: number; people: PreflightExample[] }>>

/** Kept per finding: enough to see what is wrong, few enough for a row. */
export const MOST_EXAMPLES = 40

/** What was found so far; counts of all, names of the worst. Small however many mails are looked at. */
export class PreflightTally {
  constructor(
    readonly findings: PreflightFindings,
    public affected: number,
  ) {}

  add(contactId: string, found: PreflightFinding[]): void {
    if (found.length === 0) return
    this.affected += 1
    const points = found.reduce((sum, { key }) => sum + PREFLIGHT_POINTS[key], 0)
    for (const { key, detail, variant } of found) {
      const known = (this.findings[key] ??= { n: 0, people: [] })
      known.n += 1
      keepWorst(known.people, { contact_id: contactId, points, detail, ...(variant && { variant }) })
    }
  }
}

/** Of equally bad ones those that came first stay, so that a list does not change under the eyes. */
function keepWorst(people: PreflightExample[], one: PreflightExample): void {
  const last = people.at(-1)
  if (people.length >= MOST_EXAMPLES && last!.points >= one.points) return
  const at = people.findIndex(({ points }) => points < one.points)
  people.splice(at === -1 ? people.length : at, 0, one)
  if (people.length > MOST_EXAMPLES) people.pop()
}
