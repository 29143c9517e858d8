/** 2, 4, 8 … seconds, at most ten minutes: the shop may be restarting, or a row not be there yet. */
export function backoffSeconds(attempts: number): number {
  return Math.min(600, 2 ** Math.min(attempts, 10))
}
