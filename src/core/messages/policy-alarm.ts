/** Of the last this many mails of a mailing … */
const LAST = 100
/** … so many refused by policy or content pause it: the domain's reputation is at stake, not one mail. */
const REFUSED = 20

/** Outcomes of one mailing, newest last: true = refused by policy. */
export function afterOutcome(outcomes: readonly boolean[], isRefusedByPolicy: boolean): boolean[] {
  return [...outcomes.slice(-(LAST - 1)), isRefusedByPolicy]
}

export function mustPause(outcomes: readonly boolean[]): boolean {
  return outcomes.filter(Boolean).length >= REFUSED
}
