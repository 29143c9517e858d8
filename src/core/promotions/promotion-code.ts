import { DateTime } from "luxon"

/** Crockford's digits: none looks like another, none makes a word. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const LENGTH = 10

/**
 * `PREFIX-XXXXX-XXXXX` from a keyed hash: the same entrant at the same step has the same code however often it is minted, and
 * nobody without the key can work out another one's. 50 bits.
 */
export function codeOf(prefix: string, hash: Uint8Array): string {
  let digits = ""
  for (let n = 0; n < LENGTH; n++) digits += DIGITS[hash[n]! & 31]
  const code = `${digits.slice(0, 5)}-${digits.slice(5)}`
  return prefix ? `${prefix}-${code}` : code
}

/** The last moment of the day, by the shop's clock, that is so many days from now. */
export function expiryOf(now: Date, days: number, timeZone: string): Date {
  const there = DateTime.fromJSDate(now, { zone: timeZone })
  return (there.isValid ? there : DateTime.fromJSDate(now, { zone: "UTC" })).plus({ days }).endOf("day").toJSDate()
}

/** What a code may cost at most, in major units: the amount, or the per cent of an order as large as the owner expects. */
export function costOf({
  type,
  value,
  typicalOrder,
}: {
  type: "percentage" | "fixed"
  value: number
  typicalOrder: number
}): number {
  return type === "fixed" ? value : Math.round(value * typicalOrder) / 100
}
