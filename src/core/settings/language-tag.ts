/** True for what Intl takes as one language: a text that it does not take would throw at every date and price. */
export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
