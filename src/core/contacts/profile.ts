import { isDay } from "./contact-field"
import { tagName } from "./tag-name"

/** What a form or a file says of a person; undefined leaves a part as it is, null or "" empties it. */
/** What is known of a person in columns of their own; null = not known. */
export type Profile = {
  first_name: string | null
  last_name: string | null
  locale: string | null
  country: string | null
  time_zone: string | null
  birthday: string | null
}

export type ProfileInput = Partial<Profile> & { tags?: string[] }

export type CheckedProfile = { ok: true; profile: ProfileInput } | { ok: false; problem: string }

const LONGEST_NAME = 200
const MOST_TAGS = 100

/** The same in the spelling that is stored, or the first thing that is wrong, by field and value. `today` is YYYY-MM-DD. */
export function checkProfile(input: ProfileInput, today: string): CheckedProfile {
  const profile: Record<string, unknown> = {}
  for (const key of ["first_name", "last_name"] as const)
    if (input[key] !== undefined) profile[key] = cleanName(input[key])
  for (const [key, read, expected] of READ) {
    const said = input[key]
    if (said === undefined) continue
    const value = said?.trim() ? read(said.trim(), today) : null
    if (said?.trim() && value === null) return { ok: false, problem: `${key} is ${JSON.stringify(said)}: ${expected}` }
    profile[key] = value
  }
  if (input.tags === undefined) return { ok: true, profile }
  const tags = checkTags(input.tags)
  return tags.ok ? { ok: true, profile: { ...profile, tags: tags.tags } } : tags
}

export function checkTags(raw: string[]): { ok: true; tags: string[] } | { ok: false; problem: string } {
  const wrong = raw.find((one) => tagName(one) === null)
  if (wrong !== undefined)
    return {
      ok: false,
      problem: `tags holds ${JSON.stringify(wrong)}: a tag has 1 to 60 characters and no comma or line break.`,
    }
  const tags = [...new Set(raw.map((one) => tagName(one)!))].sort()
  return tags.length <= MOST_TAGS ? { ok: true, tags } : { ok: false, problem: `tags: at most ${MOST_TAGS} of them.` }
}

// Names reach the heads of mails: line breaks and NUL (which Postgres refuses) become spaces.
function cleanName(said: string | null): string | null {
  const cleaned = said
    ?.normalize("NFC")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME)
  return cleaned ? cleaned : null
}

const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" })

type Reader = (said: string, today: string) => string | null

const READ: ["locale" | "country" | "time_zone" | "birthday", Reader, string][] = [
  ["locale", localeOf, 'it must be a language such as "de" or "de-AT".'],
  ["country", countryOf, 'it must be a country code of two letters such as "DE".'],
  ["time_zone", timeZoneOf, 'it must be a time zone such as "Europe/Berlin".'],
  ["birthday", birthdayOf, "it must be a day in the past written as YYYY-MM-DD, for example 1985-07-24."],
]

function localeOf(said: string): string | null {
  try {
    const [locale = null] = Intl.getCanonicalLocales(said.replaceAll("_", "-"))
    return locale && /^[a-z]{2,3}(-|$)/.test(locale) && locale.length <= 35 ? locale : null
  } catch {
    // RangeError: not even the shape of a language.
    return null
  }
}

function countryOf(said: string): string | null {
  const code = said.toUpperCase()
  return /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined ? code : null
}

function timeZoneOf(said: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: said }).resolvedOptions().timeZone
  } catch {
    // RangeError: no such time zone.
    return null
  }
}

function birthdayOf(said: string, today: string): string | null {
  return isDay(said) && said >= "1900-01-01" && said <= today ? said : null
}
