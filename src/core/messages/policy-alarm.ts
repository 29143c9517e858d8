/** Of the last this many mails of a mailing … */
const LAST = 100
/** … so many refused by policy or content pause it: the domain's reputation is at stake, not one mail. */
const REFUSED = 20

/** What is known of one mailing: how many mails, and which of them were refused by policy lately. */
export type Outcomes = { seen: number; refused: readonly number[] }

export const NO_OUTCOMES: Outcomes = { seen: 0, refused: [] }

export function afterOutcome({ seen, refused }: Outcomes, isRefusedByPolicy: boolean): Outcomes {
  const now = seen + 1
  const lately = refused.length > 0 ? refused.filter((at) => at > now - LAST) : refused
  return { seen: now, refused: isRefusedByPolicy ? [...lately, now] : lately }
}

export function mustPause({ refused }: Outcomes): boolean {
  return refused.length >= REFUSED
}
