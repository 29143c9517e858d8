/** How likely a standard normal figure is at most z. Error below 1.3e-7 (Numerical Recipes, erfc by Chebyshev). */
export function normalUpTo(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.5 * x)
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ]
  const tail = t * Math.exp(-x * x + terms.reduceRight((sum, term) => sum * t + term, 0))
  return z > 0 ? 1 - tail / 2 : tail / 2
}

/** The z that a standard normal figure stays below with this likelihood, 0 < p < 1. */
export function normalPoint(p: number): number {
  let [low, high] = [-10, 10]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (normalUpTo(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** How likely chance alone makes a figure at least so far from zero, to either side. */
export const chanceOf = (z: number): number => Math.min(1, 2 * normalUpTo(-Math.abs(z)))
