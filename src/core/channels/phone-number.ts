import { CALLING_CODES } from "./calling-codes"

/** ITU-T E.164: at most 15 digits with the country code; shorter than 8 reaches nobody's telephone. */
const E164 = /^\+[1-9]\d{7,14}$/

/**
 * A number as people write it ("0170 / 12 34-567", "+49 (0)170 …", "0043 …") as E.164, or null where it cannot be
 * known: an SMS to a wrong number reaches a stranger. `country` (ISO 3166, any case) is where it is written without a code.
 */
export function e164Of(said: string | null | undefined, country: string | null | undefined): string | null {
  if (!said || /[^\d\s+()./\-\u00a0\u2010-\u2015]/.test(said)) return null
  const bare = said.replace(/[^\d+(]/g, "").replace(/(?<=\d)\(0(?=\d)/, "")
  const digits = bare.replaceAll("(", "")
  if (digits.startsWith("+")) return checked(digits)
  if (digits.startsWith("00")) return checked(`+${digits.slice(2)}`)
  return checked(internationalOf(digits, country))
}

function internationalOf(national: string, country: string | null | undefined): string | null {
  const known = CALLING_CODES[country?.toUpperCase() ?? ""]
  if (!known || national.includes("+")) return null
  const { code, trunk } = known
  const own = national.startsWith(trunk) ? national.slice(trunk.length) : national
  // In North America the 1 is often left out, but not the area code.
  if (code === "1") return own.length === 10 ? `+1${own}` : null
  // Elsewhere a number without its prefix is a local one, or half of one.
  return national.startsWith(trunk) ? `+${code}${own}` : null
}

const checked = (number: string | null): string | null => (number && E164.test(number) ? number : null)
