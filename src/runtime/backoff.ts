/**
 * Milliseconds to wait after the n-th failure in a row: doubling from `baseMs` to `capMs`, the upper half by chance, so
 * that processes which failed together do not come back together. `random` is 0 to 1.
 */
export function backoffMs({
  failures,
  baseMs,
  capMs,
  random,
}: {
  failures: number
  baseMs: number
  capMs: number
  random: number
}): number {
  const full = Math.min(capMs, baseMs * 2 ** Math.max(0, failures - 1))
  return Math.round(full * (0.5 + random / 2))
}
