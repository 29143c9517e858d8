import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const EVERY_MS = 24 * 3_600_000
/** Shorter than the lease: a rule that takes longer is shown as "takes too long", not tried for ever. */
const COUNT_MS = 30_000

/** Once a day: where each buyer stands (RFM), then every segment counted anew, one per turn, so that the list is fresh. */
export function segmentCounts(mailroom: Mailroom): Loop {
  const { segments, segmentMembers } = mailroom
  return periodic(mailroom, "segments", EVERY_MS, async ({ state, save }) => {
    const ids = (await segments.list()).map(({ id }) => id).sort()
    if (state.after === undefined) {
      await segmentMembers.refreshRfm()
      Object.assign(state, { after: "" })
      await save()
    }
    const next = ids.find((id) => id > String(state.after))
    if (next) await segmentMembers.countOf(next, COUNT_MS)
    Object.assign(state, { after: next })
    return next ? "more" : "idle"
  })
}
