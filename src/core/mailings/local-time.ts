import { DateTime } from "luxon"

/** "2026-11-30T10:00": a time on the wall, of no place yet. */
export type Wall = string

const PATTERN = "yyyy-MM-dd'T'HH:mm"
/** Where each day begins first: nobody's clock shows a time earlier than there. */
const EASTERNMOST = "Pacific/Kiritimati"

/** The time that clocks in this zone show then. */
export function wallOf(at: Date, zone: string): Wall {
  return DateTime.fromJSDate(at, { zone }).toFormat(PATTERN)
}

/**
 * When clocks in this zone show that time. A time that a spring night leaves out (02:30) comes when the clock has gone on
 * (03:30); one that an autumn night shows twice comes the first time. `fallback` for people whose zone nobody knows.
 */
export function instantOf(wall: Wall, zone: string | null, fallback: string): Date {
  const there = DateTime.fromFormat(wall, PATTERN, { zone: zone ?? fallback })
  const known = there.isValid ? there : DateTime.fromFormat(wall, PATTERN, { zone: fallback })
  if (!known.isValid) throw new TypeError(`"${wall}" is no time such as 2026-11-30T10:00, or "${fallback}" no zone.`)
  return firstOf(known).toJSDate()
}

/** The first moment at which anybody's clock shows it: then the mailing is planned. */
export const firstInstantOf = (wall: Wall): Date => instantOf(wall, EASTERNMOST, "UTC")

/** Luxon does not say which of the two times of an autumn night it gives. */
function firstOf(at: DateTime): DateTime {
  const [first] = at.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis())
  return first ?? at
}
