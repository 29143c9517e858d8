/** Types of the merchant's own fields (F16). */
export const FIELD_TYPES = ["text", "number", "date", "boolean", "choice"] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** One of the merchant's own fields; `key` is how templates, files and rules name it. */
export type ContactField = { key: string; label: string; type: FieldType; choices: string[] }

export type FieldValue = string | number | boolean

export type CheckedValue = { ok: true; value: FieldValue | null } | { ok: false; problem: string }

const LONGEST_TEXT = 1000
const MOST_CHOICES = 200

/** What is wrong with a definition, as a sentence; null when nothing is. */
export function fieldProblem({ key, label, type, choices }: ContactField): string | null {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(key))
    return `key is ${JSON.stringify(key)}: it must begin with a small letter and have at most 40 small letters, digits and underscores, for example "shoe_size".`
  if (label.trim() === "" || label.length > 80)
    return `label is ${JSON.stringify(label)}: it must have 1 to 80 characters.`
  if (type !== "choice")
    return choices.length > 0 ? `choices are for a field of type "choice"; "${key}" is of type "${type}".` : null
  if (choices.length === 0 || choices.length > MOST_CHOICES)
    return `choices: a field of type "choice" needs 1 to ${MOST_CHOICES} of them.`
  const wrong = choices.find((choice, n) => choice.trim() !== choice || choice === "" || choices.indexOf(choice) !== n)
  return wrong === undefined ? null : `choices holds ${JSON.stringify(wrong)} twice, empty or with spaces around it.`
}

/**
 * A value as it is stored: text and choice as text, date as YYYY-MM-DD, number and boolean as such. Text is read too
 * ("36,5", "yes"), because files and forms know nothing else. Null, "" and undefined take the value away.
 */
export function checkFieldValue(field: ContactField, given: unknown): CheckedValue {
  const said = typeof given === "string" ? given.normalize("NFC").trim() : given
  if (said === null || said === undefined || said === "") return { ok: true, value: null }
  const value = READ[field.type](said, field)
  if (value !== null) return { ok: true, value }
  return { ok: false, problem: `${field.key} is ${JSON.stringify(given)}: ${EXPECTED[field.type](field)}` }
}

const READ: Record<FieldType, (said: unknown, field: ContactField) => FieldValue | null> = {
  text: (said) => {
    const text = typeof said === "number" || typeof said === "boolean" ? String(said) : said
    return typeof text === "string" && text.length <= LONGEST_TEXT && !/[\p{Cs}\u0000]/u.test(text) ? text : null
  },
  number: (said) => {
    if (typeof said === "number") return Number.isFinite(said) ? said : null
    if (typeof said !== "string" || !/^[+-]?\d{1,15}([.,]\d{1,10})?$/.test(said)) return null
    return Number(said.replace(",", "."))
  },
  date: (said) => (typeof said === "string" && isDay(said) ? said : null),
  boolean: (said) =>
    typeof said === "boolean" ? said : typeof said === "string" ? (WORDS[said.toLowerCase()] ?? null) : null,
  choice: (said, { choices }) => {
    const wanted = typeof said === "string" ? said.toLowerCase() : null
    return (
      choices.find((choice) => choice === said) ?? choices.find((choice) => choice.toLowerCase() === wanted) ?? null
    )
  },
}

const WORDS: Record<string, boolean> = {
  true: true,
  yes: true,
  "1": true,
  on: true,
  false: false,
  no: false,
  "0": false,
  off: false,
}

const EXPECTED: Record<FieldType, (field: ContactField) => string> = {
  text: () => `it must be text of at most ${LONGEST_TEXT} characters.`,
  number: () => `it must be a number, for example 36.5.`,
  date: () => `it must be a day written as YYYY-MM-DD, for example 2026-03-31.`,
  boolean: () => `it must be true or false.`,
  choice: ({ choices }) => `it must be one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}.`,
}

/** A day that the calendar has, from year 1000 on. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
