import { IANAZone } from "luxon"

const DAY_MS = 86_400_000
const zones = new Map<string, IANAZone | null>()

/** Null for a name that no clock knows. Kept, because to make one costs more than everything that is asked of it. */
export function zoneOf(name: string): IANAZone | null {
  let zone = zones.get(name)
  if (zone === undefined) zones.set(name, (zone = IANAZone.isValidZone(name) ? IANAZone.create(name) : null))
  return zone
}

/** Milliseconds by which local time is ahead of UTC at an instant. */
export const offsetAt = (zone: IANAZone, instant: number): number => zone.offset(instant) * 60_000

/**
 * The instant of a local time (given as if it were UTC). Of one that comes twice the first; one that is skipped is as
 * much later as the clocks jumped.
 */
export function instantOf(zone: IANAZone, local: number): number {
  const [before, after] = [offsetAt(zone, local - DAY_MS), offsetAt(zone, local + DAY_MS)]
  if (before === after) return local - before
  const real = [before, after].map((offset) => local - offset).filter((at) => at + offsetAt(zone, at) === local)
  return real.length > 0 ? Math.min(...real) : local - before
}
