import { squaredError } from "../mailings/ab-verdict"

/** People of one group and what they spent in one currency: `sum`, and the sum of squares per person. */
export type SpentByGroup = { people: number; buyers: number; sum: number; squares: number }

/** Per person who got it. `low` to `high`: the 95 % interval; where it holds zero, it may be chance. */
export type ExtraRevenue =
  | { kind: "not_enough" }
  | { kind: "measured"; extra: number; low: number; high: number; total: number; mayBeChance: boolean }

/** Below so many buyers in either group, a few orders decide, and the interval would say more than is known. */
export const LEAST_BUYERS = 10
const SURE = 1.96

/**
 * What a mailing has brought beyond what would have been bought anyway (F44): the difference of the means of those who
 * were to get it and of those who were held out by lot. Everybody counts in the group that the lot put them into, whatever
 * became of their mail: leaving out whose mail bounced would compare other people.
 */
export function extraRevenue(treated: SpentByGroup, held: SpentByGroup): ExtraRevenue {
  if (treated.buyers < LEAST_BUYERS || held.buyers < LEAST_BUYERS) return { kind: "not_enough" }
  const extra = treated.sum / treated.people - held.sum / held.people
  const margin = SURE * Math.sqrt(squaredError(treated) + squaredError(held))
  const [low, high] = [extra - margin, extra + margin]
  return { kind: "measured", extra, low, high, total: extra * treated.people, mayBeChance: low <= 0 && high >= 0 }
}
