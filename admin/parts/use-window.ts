import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { SendingWindow } from "../../src/core/mailings/sending-window"
import { useText } from "./use-text"

/** Monday to Sunday, short, in the language of the admin. */
export function useWeekdays(style: "short" | "long" = "short"): string[] {
  const { i18n } = useTranslation()
  const locale = i18n.language || "en"
  return useMemo(() => {
    const name = new Intl.DateTimeFormat(locale.replace(/([a-z])([A-Z])/, "$1-$2"), { weekday: style, timeZone: "UTC" })
    // The first of January 2024 was a Monday.
    return Array.from({ length: 7 }, (_, n) => name.format(Date.UTC(2024, 0, 1 + n)))
  }, [locale, style])
}

/** "8:00–20:00, Mon, Tue, Wed" */
export function useWindowSaid(): (window: SendingWindow) => string {
  const text = useText()
  const names = useWeekdays()
  return ({ hours, days }) => {
    if (!hours && !days) return text("schedule.saidAnyTime")
    const clock = (hour: number) => text("schedule.clock", { hour })
    const said = hours ? `${clock(hours.from)} – ${clock(hours.to)}` : text("schedule.allHours")
    return text("schedule.said", {
      hours: said,
      days: days ? days.map((day) => names[day - 1]).join(" ") : text("schedule.everyDay"),
    })
  }
}
