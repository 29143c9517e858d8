import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const EVERY_MS = 24 * 3_600_000
const AT_ONCE = 2000

/** Looks at every contact once a day, and when somebody asks; goes on after a restart where it stopped. */
export function contactQuality(mailroom: Mailroom): Loop {
  return periodic(mailroom, "contact-quality", EVERY_MS, async ({ state }) => {
    const run = Number(state.run ?? 0) + (state.after ? 0 : 1)
    const after = await mailroom.contactQuality.scan((state.after as string | undefined) ?? null, {
      limit: AT_ONCE,
      run,
    })
    Object.assign(state, { run, after: after ?? undefined })
    if (after) return "more"
    const [clock] = await mailroom.db.query<{ at: Date }>({ text: "SELECT mailroom.now() AS at", values: [] })
    state.finishedAt = clock!.at.toISOString()
    return "idle"
  })
}
