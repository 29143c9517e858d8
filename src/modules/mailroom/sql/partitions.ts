import type { Statement } from "../database"

export function makePartitions(monthsAhead: number): Statement {
  return { text: `SELECT mailroom.make_partitions($1) AS made`, values: [monthsAhead] }
}

/** Drops the months of which the last day is older than `keptDays`; a month that is still needed in part stays whole. */
export function dropOldPartitions(old: {
  parent: "message_content" | "message_event" | "decision" | "visit"
  keptDays: number
}): Statement {
  return { text: `SELECT mailroom.drop_partitions($1, $2) AS dropped`, values: [old.parent, old.keptDays] }
}
