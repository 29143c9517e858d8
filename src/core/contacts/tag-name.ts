/** Longest name of a tag; a list of tags must still be readable. */
const LONGEST = 60

/**
 * A tag as it is stored: NFC, small letters, single spaces, so that "VIP" and "vip " are one. Null for what cannot be one:
 * nothing, too long, with a comma (the sign between tags in files and addresses) or a control character.
 */
export function tagName(raw: string): string | null {
  const name = raw.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase().normalize("NFC")
  return name === "" || [...name].length > LONGEST || /[,\p{Cc}\p{Cs}]/u.test(name) ? null : name
}
