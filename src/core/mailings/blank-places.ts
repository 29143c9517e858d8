/** Printed in the place of a variable to find it again: no filter for capitals or addresses changes digits. */
export const MARK = "73190468257319"

/** So much on both sides of a variable is its place. */
const AROUND = 24
/** Without blanks, which are tidied up around what is empty; with ends, so that a place at the end is not found everywhere. */
const bounded = (part: string): string => `\u0002${part.replace(/\s+/g, "")}\u0003`

/**
 * Whether there is a place that stays empty when the variable is: no fallback, no condition around it. `marked` is the
 * mail's parts with MARK as the variable, `blank` the same parts with nothing.
 */
export function hasBlankPlace(marked: string[], blank: string[]): boolean {
  return marked.some((part, index) => {
    const pieces = bounded(part).split(MARK)
    return pieces.slice(1).some((after, at) => {
      const before = pieces[at]!
      return bounded(blank[index] ?? "").includes(before.slice(-AROUND) + after.slice(0, AROUND))
    })
  })
}
