import { Cron } from "croner"

/** Two runs this near to each other would be a machine gun, not a mail. */
const LEAST_MINUTES = 15

/** What is wrong with a repetition, as a sentence; null when nothing is. */
export function repetitionProblem(pattern: string, timeZone: string): string | null {
  try {
    const [first, second] = new Cron(pattern, { timezone: timeZone, mode: "5-part", legacyMode: true }).nextRuns(2)
    if (!first) return "never comes; write for example 0 9 * * 1 for every Monday at nine"
    if (second && second.getTime() - first.getTime() < LEAST_MINUTES * 60_000)
      return `comes more often than every ${LEAST_MINUTES} minutes`
    return null
  } catch {
    return "must be five fields: minute, hour, day of the month, month, day of the week; for example 0 9 * * 1 for every Monday at nine"
  }
}

/** Every run in (`after`, `until`], oldest first, up to so many. */
export function runsIn(asked: { pattern: string; timeZone: string; after: Date; until: Date; most: number }): Date[] {
  const { pattern, timeZone, after, until, most } = asked
  const cron = new Cron(pattern, { timezone: timeZone, mode: "5-part", legacyMode: true })
  const runs: Date[] = []
  for (let next = cron.nextRun(after); next && next <= until && runs.length < most; next = cron.nextRun(next))
    runs.push(next)
  return runs
}

/** The latest run in (`after`, `until`]; of several that were missed only that one, so that nobody gets them all at once. */
export function latestRun(asked: { pattern: string; timeZone: string; after: Date; until: Date }): Date | null {
  const { pattern, timeZone, after, until } = asked
  const cron = new Cron(pattern, { timezone: timeZone, mode: "5-part", legacyMode: true })
  let latest: Date | null = null
  for (let next = cron.nextRun(after); next && next <= until; next = cron.nextRun(next)) latest = next
  return latest
}
