import { isStorableText } from "./storable-json"

/** Deeper than anything that an admin or a storefront sends; what lies below is refused by the schemas anyway. */
const DEEPEST = 40

/**
 * The path of the first text (or name of a field) in `given` that no database column can hold: with a NUL character or
 * half of a surrogate pair. Null when there is none.
 */
export function unstorableText(given: unknown, path: string[] = []): string[] | null {
  if (typeof given === "string") return isStorableText(given) ? null : path
  if (typeof given !== "object" || given === null || path.length > DEEPEST) return null
  for (const [key, value] of Object.entries(given)) {
    if (!isStorableText(key)) return [...path, JSON.stringify(key)]
    const found = unstorableText(value, [...path, key])
    if (found) return found
  }
  return null
}
