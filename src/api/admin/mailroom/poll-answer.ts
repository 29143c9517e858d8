import type { Mailroom } from "../../../modules/mailroom/mailroom"
import type { PollRow } from "../../../modules/mailroom/services/polls"

/** One poll with what came of it. */
export async function pollAnswer({ polls }: Mailroom, poll: PollRow) {
  return { poll: { ...poll, result: await polls.report(poll) } }
}
