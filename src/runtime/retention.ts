import type { Mailroom } from "../modules/mailroom/mailroom"
import { dropOldPartitions, makePartitions } from "../modules/mailroom/sql/partitions"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const HOUR = 3_600_000
const MONTHS_AHEAD = 3
/** A mailing may wait seven days for its last mail (a pause, a throttle), and is made of its content only then. */
const LONGEST_WAIT_DAYS = 8

/** Makes the months to come and drops those whose time is over: bodies by days, events and decisions by months. */
export function retention(mailroom: Mailroom): Loop {
  return periodic(mailroom, "retention", 6 * HOUR, async () => {
    const { retention: kept } = await mailroom.settings.read()
    await mailroom.db.query(makePartitions(MONTHS_AHEAD))
    const bodiesDays = Math.max(kept.bodiesDays, LONGEST_WAIT_DAYS)
    await mailroom.db.query(dropOldPartitions({ parent: "message_content", keptDays: bodiesDays }))
    await mailroom.db.query(dropOldPartitions({ parent: "message_event", keptDays: kept.eventsMonths * 31 }))
    await mailroom.db.query(dropOldPartitions({ parent: "decision", keptDays: kept.eventsMonths * 31 }))
    return "idle"
  })
}
