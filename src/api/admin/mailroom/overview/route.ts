import { answer } from "../call"

const DISPATCHES = 10

export const GET = answer(async ({ mailroom }) => {
  const [{ ready, marketing_ready, findings }, health, { reports }] = await Promise.all([
    mailroom.readiness.state(),
    mailroom.outbox.health(),
    mailroom.reports.list({ limit: DISPATCHES }),
  ])
  return { readiness: { ready, marketing_ready, findings }, ...health, dispatches: reports }
})
