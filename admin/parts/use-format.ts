import { useMemo } from "react"
import { useTranslation } from "react-i18next"

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
]

/** Numbers, shares and times in the language of the admin, times in the browser's time zone. */
export function useFormat() {
  const { i18n } = useTranslation()
  const locale = (i18n.language || "en").replace(/([a-z])([A-Z])/, "$1-$2")
  return useMemo(() => formats(locale), [locale])
}

export type Format = ReturnType<typeof formats>

function formats(locale: string) {
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long" })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  const nameOf = (type: "region" | "language", code: string) =>
    new Intl.DisplayNames([locale], { type, fallback: "code" }).of(code) ?? code
  return {
    number: (value: number) => number.format(value),
    percent: (share: number) => percent.format(share),
    dateTime: (iso: string) => dateTime.format(new Date(iso)),
    date: (iso: string) => date.format(new Date(iso)),
    /** A day without a time, YYYY-MM-DD: the same everywhere. */
    day: (iso: string) => day.format(new Date(`${iso}T00:00:00Z`)),
    /** Of 1 (Monday) to 7. */
    weekday: (n: number) => weekday.format(new Date(Date.UTC(2024, 0, n))),
    /** "November 2026" */
    month: (day: string) => month.format(new Date(`${day}T00:00:00Z`)),
    money: (amount: number, currency: string) =>
      new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase() }).format(amount),
    country: (code: string) => nameOf("region", code),
    language: (code: string) => nameOf("language", code),
    /** "3 minutes ago"; over a week the date itself says more. */
    ago: (iso: string) => {
      const seconds = (new Date(iso).getTime() - Date.now()) / 1000
      if (Math.abs(seconds) > 7 * 86_400) return dateTime.format(new Date(iso))
      const step = STEPS.find(([, size]) => Math.abs(seconds) >= size)
      return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(0, "second")
    },
    /** A duration in its largest whole unit: "about 4 minutes". */
    duration: (seconds: number) => {
      const [unit, size] = STEPS.find(([, one]) => seconds >= one) ?? (["second", 1] as const)
      return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(
        Math.max(1, Math.round(seconds / size)),
      )
    },
  }
}
