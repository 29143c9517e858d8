import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const EVERY_MS = 24 * 3_600_000
/** Shorter than the lease: a rule that takes longer is shown as "takes too long", not tried for ever. */
const COUNT_MS = 30_000
/** A turn ends after the segment that takes it past this, so that a process that is to stop does. */
const TURN_MS = 5_000

/** Once a day: where each buyer stands (RFM), then every segment counted anew, so that the list is fresh. */
export function segmentCounts(mailroom: Mailroom): Loop {
  const { segments, segmentMembers } = mailroom
  return periodic(mailroom, "segments", EVERY_MS, async ({ state, save }) => {
    const ids = (await segments.list()).map(({ id }) => id).sort()
    if (state.after === undefined) {
      await segmentMembers.refreshRfm()
      Object.assign(state, { after: "" })
      await save()
    }
    const began = performance.now()
    for (const id of ids.filter((one) => one > String(state.after))) {
      if (performance.now() - began > TURN_MS) return "more"
      await segmentMembers.countOf(id, COUNT_MS)
      Object.assign(state, { after: id })
      await save()
    }
    Object.assign(state, { after: undefined })
    return "idle"
  })
}
