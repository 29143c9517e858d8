import type { AbCriterion } from "./ab-test"
import { ACCEPTED_CHANCE } from "./ab-verdict"
import { normalPoint } from "./normal"

/** What earlier mailings have shown; `isAssumed`: there were none, and these are figures that shops usually see. */
export type UsualRates = {
  open: number
  click: number
  order: number
  /** Standard deviation of an order's worth ÷ its mean. */
  spread: number
  isAssumed: boolean
}

export const ASSUMED: UsualRates = { open: 0.25, click: 0.03, order: 0.01, spread: 1, isAssumed: true }

/** `people`: of each variant, those in whom it can be seen. `from`: the rate that the better one needs, null = none is enough. */
export type AbOutlook = {
  people: number
  usual: number
  from: number | null
  /** Better by so much, 0.2 = by a fifth; the only figure of revenue, which has no rate. */
  lift: number | null
  isTooFew: boolean
  isAssumed: boolean
}

/** Four out of five real differences of that size are found. */
const POWER = 0.8
/** Subjects and pictures do not double a rate; a test that sees only that sees nothing. */
const MOST_LIFT = 1

/**
 * Before the start: from which difference on so many people can show one. `recipients` who get it as things stand, `seen`
 * the share of them who agreed to tracking (opens and clicks of the others cannot be seen; orders can).
 */
export function abOutlook(facts: {
  criterion: AbCriterion
  variants: number
  share: number
  controlShare: number
  recipients: number
  seen: number
  rates: UsualRates
}): AbOutlook {
  const { criterion, variants, rates } = facts
  const isSeenInAll = criterion === "order" || criterion === "revenue"
  const tested = (facts.recipients * (1 - facts.controlShare / 100) * facts.share) / 100
  const people = Math.floor((tested / variants) * (isSeenInAll ? 1 : facts.seen))
  const usual = criterion === "revenue" ? rates.order : rates[criterion]
  const lift = people < 2 ? null : leastLift({ people, usual, variants, spread: rates.spread }, criterion)
  const from = lift === null || criterion === "revenue" ? null : usual * (1 + lift)
  return { people, usual, from, lift, isTooFew: lift === null || lift > MOST_LIFT, isAssumed: rates.isAssumed }
}

type Size = { people: number; usual: number; variants: number; spread: number }

function leastLift(size: Size, criterion: AbCriterion): number | null {
  const pairs = (size.variants * (size.variants - 1)) / 2
  const sure = normalPoint(1 - ACCEPTED_CHANCE / pairs / 2)
  const found = normalPoint(POWER)
  return criterion === "revenue" ? liftOfMoney(size, sure + found) : liftOfRate(size, sure, found)
}

/** Most people spend nothing: the variance per person is (1 + spread²)/rate − 1, in squares of the mean. */
function liftOfMoney({ people, usual, spread }: Size, errors: number): number {
  return errors * Math.sqrt((2 * ((1 + spread ** 2) / usual - 1)) / people)
}

/** The usual formula for two proportions, solved by halving; null: not even everybody would be enough. */
function liftOfRate({ people, usual }: Size, sure: number, found: number): number | null {
  const needed = (rate: number) => {
    const middle = (usual + rate) / 2
    const errors =
      sure * Math.sqrt(2 * middle * (1 - middle)) + found * Math.sqrt(usual * (1 - usual) + rate * (1 - rate))
    // Yates' correction costs about one person in each group per unit of difference (Casagrande, Pike, Smith 1978).
    const plain = (errors / (rate - usual)) ** 2
    return (plain / 4) * (1 + Math.sqrt(1 + 4 / (plain * (rate - usual)))) ** 2
  }
  if (needed(1) > people) return null
  let [low, high] = [usual, 1]
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (middle > usual && needed(middle) <= people) high = middle
    else low = middle
  }
  return high / usual - 1
}
