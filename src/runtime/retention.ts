import type { Mailroom } from "../modules/mailroom/mailroom"
import { dropOldPartitions, makePartitions } from "../modules/mailroom/sql/partitions"
import {
  deleteImportRows,
  finishOldImport,
  forgetBrowsers,
  isWholeMonthOld,
  selectEventPartitions,
  selectOldImport,
  type EventPartition,
} from "../modules/mailroom/sql/retention"
import { deleteOldAttempts } from "../modules/mailroom/sql/webhooks"
import type { Loop, Turn } from "./loop"
import { periodic, type TaskState } from "./periodic"

const HOUR = 3_600_000
const MONTHS_AHEAD = 3
/** A mailing may wait seven days for its last mail (a pause, a throttle), and is made of its content only then. */
const LONGEST_WAIT_DAYS = 8
/** 8 KB each, per turn: a hundred million events are a few hundred short statements instead of one long one. */
const BLOCKS_AT_ONCE = 4_000
const ROWS_AT_ONCE = 20_000
const LAST_BLOCK = 0x7fffffff

/** How far the look through the events has come; `done` are months that hold no browser any more. */
type Looked = { partition: string; block: number; done: string[] }

/**
 * Makes the months to come and drops those whose time is over (bodies by days, events and decisions by months); takes
 * browsers and networks out of older events, and forgets uploaded files. In pieces: each turn is short, and a restart goes
 * on where the last one stopped.
 */
export function retention(mailroom: Mailroom): Loop {
  return periodic(mailroom, "retention", 6 * HOUR, async ({ state }) => {
    const { retention: kept } = await mailroom.settings.read()
    await mailroom.db.query(makePartitions(MONTHS_AHEAD))
    const bodiesDays = Math.max(kept.bodiesDays, LONGEST_WAIT_DAYS)
    await mailroom.db.query(dropOldPartitions({ parent: "message_content", keptDays: bodiesDays }))
    await mailroom.db.query(dropOldPartitions({ parent: "message_event", keptDays: kept.eventsMonths * 31 }))
    await mailroom.db.query(dropOldPartitions({ parent: "decision", keptDays: kept.eventsMonths * 31 }))
    await mailroom.db.query(dropOldPartitions({ parent: "visit", keptDays: kept.eventsMonths * 31 }))
    const turns = [
      await forgetFiles(mailroom, kept.importsDays),
      await forgetOldBrowsers(mailroom, kept.browsersDays, state),
      await forgetAttempts(mailroom, kept.eventsMonths * 31),
    ]
    return turns.includes("more") ? "more" : "idle"
  })
}

async function forgetFiles({ db }: Mailroom, keptDays: number): Promise<Turn> {
  const [old] = await db.query<{ id: string }>(selectOldImport(keptDays))
  if (!old) return "idle"
  const [gone] = await db.query<{ n: string }>(deleteImportRows(old.id, ROWS_AT_ONCE))
  if (Number(gone!.n) === 0) await db.query(finishOldImport(old.id))
  return "more"
}

/** What other systems answered to webhooks and actions: kept as long as the events of mails. */
async function forgetAttempts({ db }: Mailroom, keptDays: number): Promise<Turn> {
  const gone = await db.query(deleteOldAttempts(keptDays, ROWS_AT_ONCE))
  return gone.length === ROWS_AT_ONCE ? "more" : "idle"
}

/** Small months in one turn: who waits until nothing is left to do must not be told of more by every run anew. */
async function forgetOldBrowsers(mailroom: Mailroom, keptDays: number, state: TaskState): Promise<Turn> {
  for (;;) {
    const turn = await forgetNextBrowsers(mailroom, keptDays, state)
    if (turn !== "next") return turn
  }
}

/** One piece of one month; "next" when it was a whole month in one piece. */
async function forgetNextBrowsers({ db }: Mailroom, keptDays: number, state: TaskState): Promise<Turn | "next"> {
  const looked = (state.browsers ?? { partition: "", block: 0, done: [] }) as Looked
  const partitions = await db.query<EventPartition>(selectEventPartitions(keptDays))
  const next = partitions.find(({ name }) => name >= looked.partition && !looked.done.includes(name))
  if (!next) {
    // The next run begins again with the months that are not over yet.
    state.browsers = {
      partition: "",
      block: 0,
      done: looked.done.filter((name) => partitions.some((one) => one.name === name)),
    }
    return "idle"
  }
  const fromBlock = next.name === looked.partition ? looked.block : 0
  const isLast = fromBlock + BLOCKS_AT_ONCE >= next.blocks
  const toBlock = isLast ? LAST_BLOCK : fromBlock + BLOCKS_AT_ONCE
  await db.query(forgetBrowsers(next.name, { fromBlock, toBlock, keptDays }))
  const [whole] = await db.query<{ is_old: boolean }>(isWholeMonthOld(next.name, keptDays))
  const done = isLast && whole!.is_old ? [...looked.done, next.name] : looked.done
  // A look that reached the end of a month goes on with the one after it.
  state.browsers = isLast
    ? { partition: `${next.name} `, block: 0, done }
    : { partition: next.name, block: toBlock, done }
  return isLast && fromBlock === 0 ? "next" : "more"
}
