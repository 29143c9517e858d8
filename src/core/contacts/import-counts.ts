/** How many rows came to which end; the words are those of `judge-import` and `rows`, `invalid`, `repeated`, `new`, `known`, `changed`. */
export type Counts = Record<string, number>

export function addCounts(a: Counts, b: Counts): Counts {
  const sum = { ...a }
  for (const [key, n] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + n
  return sum
}
