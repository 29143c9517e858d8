const formatters = new Map<string, Intl.NumberFormat>()

/**
 * A decimal string in major units ("12.5", as Medusa keeps it, unrounded) as the reader writes money. Digits by the
 * currency (JPY none, KWD three); exact, since Intl reads the string and not a float.
 */
export function formatMoney(amount: string | number, currency: string, locale: string): string {
  const text = String(amount).trim()
  if (!/^-?\d+(\.\d+)?$/.test(text)) return ""
  return formatterOf(currency, locale).format(text as unknown as number)
}

function formatterOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale}/${currency}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(knownLocale(locale), currencyOptions(currency))
  formatters.set(key, made)
  return made
}

/** A code that is no ISO 4217 code (a shop's own points) must not stop a receipt. */
function currencyOptions(currency: string): Intl.NumberFormatOptions {
  return /^[a-z]{3}$/i.test(currency)
    ? { style: "currency", currency: currency.toUpperCase() }
    : { minimumFractionDigits: 2, maximumFractionDigits: 2 }
}

/** The locale if Intl can read the tag, else English. */
export function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace(/_/g, "-"))[0] ?? "en"
  } catch {
    return "en"
  }
}

/** False for what would be printed as nothing: 0, "0.00", and what rounds to it in this currency. */
export function isAmount(amount: string | number, currency: string): boolean {
  const { maximumFractionDigits = 2 } = formatterOf(currency, "en").resolvedOptions()
  return Math.abs(Number(amount)) >= 0.5 / 10 ** maximumFractionDigits
}

/** The same amount taken off: "5" → "-5", "-5" → "5". */
export function negated(amount: string | number): string {
  const text = String(amount).trim()
  return text.startsWith("-") ? text.slice(1) : `-${text}`
}
