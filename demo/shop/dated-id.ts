import type { Random } from "./random"

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/**
 * An id as Medusa makes them (`order_` and a ULID, whose first ten letters are the time), but of a past day: whoever looks
 * for what is new goes by the id, and must not find the past.
 */
export function datedId({ prefix, at, random }: { prefix: string; at: Date; random: Random }): string {
  const time = Array.from({ length: 10 }, (_, place) => CROCKFORD[Math.floor(at.getTime() / 32 ** (9 - place)) % 32])
  const chance = Array.from({ length: 16 }, () => CROCKFORD[random.between(0, 31)])
  return `${prefix}_${time.join("")}${chance.join("")}`
}
