const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** The least id of this prefix that can have been made at a time: a ULID begins with its milliseconds in base 32. */
export function idAt(prefix: string, at: Date): string {
  let digits = ""
  for (let rest = at.getTime(), n = 0; n < 10; n++, rest = Math.floor(rest / 32)) digits = CROCKFORD[rest % 32] + digits
  return `${prefix}_${digits}`
}
