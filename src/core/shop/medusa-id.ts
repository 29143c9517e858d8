const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** The least id of this prefix that can have been made at a time: a ULID begins with its milliseconds in base 32. */
export function idAt(prefix: string, at: Date): string {
  let digits = ""
  for (let rest = at.getTime(), n = 0; n < 10; n++, rest = Math.floor(rest / 32)) digits = CROCKFORD[rest % 32] + digits
  return `${prefix}_${digits}`
}

/** When an id was made; null when it is none of Medusa's own making (an import). */
export function timeOf(id: string): Date | null {
  const digits = /_([0-9A-HJKMNP-TV-Z]{10})[0-9A-HJKMNP-TV-Z]{16}$/.exec(id)?.[1]
  if (!digits) return null
  return new Date([...digits].reduce((ms, digit) => ms * 32 + CROCKFORD.indexOf(digit), 0))
}
