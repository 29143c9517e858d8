/** "2026-11-30": a day of no time zone. */
export type Day = string

const at = (day: Day) => new Date(`${day}T00:00:00Z`)
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)

export function addDays(day: Day, count: number): Day {
  const date = at(day)
  date.setUTCDate(date.getUTCDate() + count)
  return dayOf(date)
}

/** The same day of another month, or its last where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const date = at(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + count)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return dayOf(date)
}

/** Monday to Sunday around a day. */
export function weekOf(day: Day): Day[] {
  const monday = addDays(day, -((at(day).getUTCDay() + 6) % 7))
  return Array.from({ length: 7 }, (_, n) => addDays(monday, n))
}

/** Whole weeks that hold the month of a day. */
export function monthOf(day: Day): Day[][] {
  const month = day.slice(0, 7)
  const weeks = [weekOf(`${month}-01`)]
  for (;;) {
    const next = addDays(weeks.at(-1)![6]!, 1)
    if (next.slice(0, 7) !== month) return weeks
    weeks.push(weekOf(next))
  }
}
