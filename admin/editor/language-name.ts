/** A language in itself, "Deutsch": everybody finds the own one. */
export function languageName(locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale
  } catch {
    // A tag that the browser does not know is still the merchant's language.
    return locale
  }
}
