export const ERASED = "[erased]"

/** Every spelling of an address that a text may hold: as written, in small letters, and as a link escapes it. */
export function needlesOf(addresses: string[]): string[] {
  const spelled = addresses.flatMap((address) => [address, address.toLowerCase()])
  return [
    ...new Set(spelled.flatMap((address) => [address, address.replace("@", "%40"), encodeURIComponent(address)])),
  ].map((one) => one.toLowerCase())
}

/** The text without the addresses; the same text when it held none. */
export function eraseFromText(text: string, needles: string[]): string {
  return needles.reduce((kept, needle) => kept.replace(new RegExp(escapeRegExp(needle), "giu"), ERASED), text)
}

/**
 * A JSON value without the addresses: out of lists they go altogether, so that no mail goes to what is left of them; a
 * value that was nothing else becomes null; out of longer texts they are cut.
 */
export function eraseFromJson(value: unknown, needles: string[]): unknown {
  if (typeof value === "string") return isOne(value, needles) ? null : eraseFromText(value, needles)
  if (Array.isArray(value))
    return value
      .filter((one) => !(typeof one === "string" && isOne(one, needles)))
      .map((one) => eraseFromJson(one, needles))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [eraseFromText(key, needles), eraseFromJson(one, needles)]),
  )
}

const isOne = (text: string, needles: string[]) => needles.includes(text.trim().toLowerCase())

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
