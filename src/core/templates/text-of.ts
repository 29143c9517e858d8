/** What Liquid prints for a value: nothing for nil, lists run together. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ""
  if (typeof value === "string") return value
  return Array.isArray(value) ? value.map(textOf).join("") : String(value)
}
