import { answer } from "../call"

const DISPATCHES = 10
/** Enough lines to find ten that sent something beside the store e-mails that are on but had no occasion yet. */
const LOOKED_AT = 60

export const GET = answer(async ({ mailroom }) => {
  const [{ ready, marketing_ready, findings }, health, { reports }] = await Promise.all([
    mailroom.readiness.state(),
    mailroom.outbox.health(),
    mailroom.reports.list({ limit: LOOKED_AT }),
  ])
  return { readiness: { ready, marketing_ready, findings }, ...health, dispatches: dispatchesOf(reports) }
})

function dispatchesOf<Line extends { is_running: boolean; planned: number }>(reports: Line[]): Line[] {
  return reports.filter(({ is_running, planned }) => !is_running || planned > 0).slice(0, DISPATCHES)
}
