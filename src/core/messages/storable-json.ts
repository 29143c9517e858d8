/** What PostgreSQL's jsonb refuses although JSON allows it: the NUL character and half of a surrogate pair. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/i
const UNSTORABLE_CHARACTER = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** JSON of any value with the characters left out that no database column could keep: one bad name must not stop a batch. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (!UNSTORABLE.test(json)) return json
  return JSON.stringify(value, (_key, part) => (typeof part === "string" ? storableText(part) : part))
}

export function storableText(text: string): string {
  return text.replace(UNSTORABLE_CHARACTER, "")
}

export function isStorableText(text: string): boolean {
  return text.search(UNSTORABLE_CHARACTER) < 0
}
