import { knownLocale } from "./format-money"

const STYLES = {
  long: { dateStyle: "long" },
  short: { dateStyle: "short" },
  datetime: { dateStyle: "long", timeStyle: "short" },
  time: { timeStyle: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof STYLES
const formatters = new Map<string, Intl.DateTimeFormat>()

export function isDateStyle(style: string): style is DateStyle {
  return Object.keys(STYLES).includes(style)
}

/** An ISO string as the reader writes dates, in the given zone; empty when it is no date. */
export function formatDate(iso: string, style: DateStyle, locale: string, timeZone: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? "" : formatterOf(style, locale, timeZone).format(at)
}

function formatterOf(style: DateStyle, locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale}/${timeZone}/${style}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(knownLocale(locale), { ...STYLES[style], timeZone: knownZone(timeZone) })
  formatters.set(key, made)
  return made
}

function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone })
    return timeZone
  } catch {
    return "UTC"
  }
}
