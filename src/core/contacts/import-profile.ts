import type { ImportedPerson } from "./import-row"
import type { Profile } from "./profile"

type Known = Profile & { tags: string[]; fields: Record<string, unknown>; own_choices: string[] }

const COLUMNS = ["first_name", "last_name", "locale", "country", "time_zone", "birthday"] as const

/** Before and after of what an import changes in a known person's profile; null when nothing. */
export type ProfileDifference = {
  before: Record<string, unknown>
  after: Record<string, unknown>
  /** Only those that were not there. */
  tags: string[]
}

/**
 * Fills what is empty; with `overwrites` it also replaces what is known, but never what somebody chose by hand. Fields of
 * the merchant's own follow the same rule one by one, tags are added.
 */
export function profileDifference(
  known: Known,
  row: Pick<ImportedPerson, "profile" | "tags" | "fields">,
  overwrites: boolean,
): ProfileDifference | null {
  const changed = COLUMNS.filter((column) => {
    const said = row.profile[column]
    return (
      said !== null &&
      said !== known[column] &&
      (known[column] === null || (overwrites && !known.own_choices.includes(column)))
    )
  })
  const fields = Object.keys(row.fields).filter(
    (key) => row.fields[key] !== known.fields[key] && (known.fields[key] === undefined || overwrites),
  )
  const tags = row.tags.filter((tag) => !known.tags.includes(tag))
  if (changed.length + fields.length + tags.length === 0) return null
  const pick = (from: Record<string, unknown>, keys: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, from[key] ?? null]))
  return {
    before: { ...pick(known, changed), ...(fields.length > 0 && { fields: pick(known.fields, fields) }) },
    after: { ...pick(row.profile, changed), ...(fields.length > 0 && { fields: pick(row.fields, fields) }) },
    tags,
  }
}
