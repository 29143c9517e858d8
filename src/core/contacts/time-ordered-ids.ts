import { randomBytes } from "node:crypto"

const PER_MILLISECOND = 4096

/**
 * Ids as `mailroom.uuidv7()` makes them (UUID version 7, RFC 9562 §5.7), each greater than the one before: a counter
 * stands in the twelve bits after the time (§6.2, method 1). Rows that are inserted in this order land side by side in
 * their indexes, and making thousands here costs the database nothing.
 */
export function timeOrderedIds(at: Date, count: number): string[] {
  const chance = randomBytes(count * 8).toString("hex")
  return Array.from({ length: count }, (_, n) => {
    const time = (at.getTime() + Math.floor(n / PER_MILLISECOND)).toString(16).padStart(12, "0")
    const counter = (n % PER_MILLISECOND).toString(16).padStart(3, "0")
    const rest = chance.slice(n * 16, n * 16 + 16)
    // The two highest bits are the variant, 10.
    const variant = ((parseInt(rest[0]!, 16) & 3) | 8).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}${rest.slice(1, 4)}-${rest.slice(4)}`
  })
}
