const DAY = 24 * 3600 * 1000

/** Standards §2.6: 5 countable soft bounces on 5 messages over at least 14 days, with no delivery between them. */
export const SOFT_BOUNCES = 5
export const SOFT_BOUNCE_DAYS = 14

/** `bounces` are the times since the last sign of life, one per message. */
export function isDeadBySoftBounces(bounces: readonly Date[]): boolean {
  if (bounces.length < SOFT_BOUNCES) return false
  const times = bounces.map((at) => at.getTime())
  return Math.max(...times) - Math.min(...times) >= SOFT_BOUNCE_DAYS * DAY
}
