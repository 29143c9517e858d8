import { MathBN } from "@medusajs/framework/utils"

type Raw = { value: string | number }

/**
 * A decimal string of one of Medusa's amounts, never by way of a float where Medusa kept the digits. `raw` is the
 * `raw_…` field beside it. Twelve places, because Medusa divides taxes without end and 0.1 + 0.2 must not show.
 */
export function decimal(value: unknown, raw?: unknown): string {
  const source = digitsOf(raw) ?? digitsOf(value) ?? "0"
  return MathBN.convert(source).decimalPlaces(12).toFixed()
}

export function sum(...amounts: string[]): string {
  return MathBN.sum(0, ...amounts).toFixed()
}

export function minus(from: string, amount: string): string {
  return MathBN.sub(from, amount).toFixed()
}

export const quantity = (value: unknown, raw?: unknown): number => Number(decimal(value, raw))

function digitsOf(value: unknown): string | number | null {
  if (typeof value === "number" || typeof value === "string") return value
  if (value === null || typeof value !== "object") return null
  const { raw, value: own } = value as { raw?: Raw; value?: Raw["value"] }
  return raw?.value ?? own ?? null
}
