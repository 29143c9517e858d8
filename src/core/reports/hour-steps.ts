export type HourFigures = { hour: string; sent: number; open: number; click: number }
export type HourStep = { at: string; hours: number; sent: number; open: number; click: number }

const HOUR_MS = 3_600_000
/** As many bars as a screen shows apart from each other. */
const MOST_STEPS = 56
const WIDTHS = [1, 2, 3, 6, 12, 24]

/**
 * The hours of a report as equal steps from the first to the last, with those in which nothing happened; steps of more
 * hours where there would be too many. Nothing is lost: the sums stay.
 */
export function hourSteps(figures: HourFigures[]): HourStep[] {
  if (figures.length === 0) return []
  const hours = figures.map(({ hour }) => Math.floor(Date.parse(hour) / HOUR_MS))
  const first = Math.min(...hours)
  const count = Math.max(...hours) - first + 1
  const width = WIDTHS.find((one) => Math.ceil(count / one) <= MOST_STEPS) ?? Math.ceil(count / MOST_STEPS)
  const steps = Array.from({ length: Math.ceil(count / width) }, (_, n): HourStep => ({
    at: new Date((first + n * width) * HOUR_MS).toISOString(),
    hours: width,
    sent: 0,
    open: 0,
    click: 0,
  }))
  figures.forEach(({ sent, open, click }, n) => {
    const step = steps[Math.floor((hours[n]! - first) / width)]!
    step.sent += sent
    step.open += open
    step.click += click
  })
  return steps
}
