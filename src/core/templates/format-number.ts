import { knownLocale } from "./format-money"

const formatters = new Map<string, Intl.NumberFormat>()

/** A number as the reader writes it, with all its digits. */
export function formatNumber(value: number, locale: string): string {
  const known = formatters.get(locale)
  if (known) return known.format(value)
  const made = new Intl.NumberFormat(knownLocale(locale), { maximumFractionDigits: 10 })
  formatters.set(locale, made)
  return made.format(value)
}
