import type { Statement } from "../database"

/** A statement inside of another one: its text with its places moved behind the values that are there, which it joins. */
export function placed({ text, values }: Statement, into: unknown[]): string {
  const before = into.length
  into.push(...values)
  return text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + before}`)
}
