import { knownLocale } from "./format-money"

const names = new Map<string, Intl.DisplayNames>()

/** "DE" → "Allemagne" for a French reader; what is no country code stays as it is. */
export function countryName(code: string, locale: string): string {
  if (!/^[a-z]{2}$/i.test(code)) return code
  let ofLocale = names.get(locale)
  if (!ofLocale) names.set(locale, (ofLocale = new Intl.DisplayNames(knownLocale(locale), { type: "region" })))
  return ofLocale.of(code.toUpperCase()) ?? code
}
