/** Where the mails of a test run may go: to whoever tries it, the owner and the seed addresses, in this order. */
export function testAddresses({
  own,
  owner,
  seeds,
}: {
  own: string | null
  owner: readonly string[]
  /** Null: the owner's. */
  seeds: readonly string[] | null
}): string[] {
  const all = [...(own ? [own] : []), ...owner, ...(seeds ?? [])]
  return all.filter((address, n) => all.findIndex((other) => isSame(other, address)) === n)
}

/** Mailboxes are compared without regard to capitals, as everywhere. */
export const isAmong = (addresses: readonly string[], address: string): boolean =>
  addresses.some((one) => isSame(one, address))

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
