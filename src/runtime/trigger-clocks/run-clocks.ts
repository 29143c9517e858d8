import { triggerSchema } from "../../core/automations/definition"
import { BACK_IN_STOCK, CART_ADDED } from "../../core/automations/triggers/goods"
import { isDatabaseAway } from "../../modules/mailroom/database"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectZones } from "../../modules/mailroom/sql/date-triggers"
import {
  enter,
  enterNewMembers,
  forgetMembers,
  rememberMembers,
  selectClockAutomations,
  type ClockAutomationRow,
} from "../../modules/mailroom/sql/enter"
import { answerStockRequests, noteCartProducts } from "../../modules/mailroom/sql/goods-triggers"
import { limitReading } from "../../modules/mailroom/sql/segment-members"
import type { Loop, Turn } from "../loop"
import { periodic, type TaskState } from "../periodic"
import type { TriggerClock } from "./clock"
import { DATE_CLOCKS } from "./date-clocks"
import { PEOPLE_CLOCKS, PEOPLE_EVERY_MS } from "./people-clocks"
import { RECENT_CLOCKS } from "./recent-clocks"

const EVERY_MS = 5_000
const ZONES_MS = 10 * 60_000
/** People who enter by one statement: a second of work, and locks that nobody waits for long. */
const MOST_AT_ONCE = 20_000
/** A segment of a million people is compared in a few seconds; beyond this it is too costly for a trigger. */
const PATIENCE_MS = 60_000

/** By kind of trigger; those of groups of people compare instead of looking up. */
export const CLOCKS: Record<string, TriggerClock> = { ...DATE_CLOCKS, ...RECENT_CLOCKS }
export const CLOCK_KINDS = [...Object.keys(CLOCKS), ...Object.keys(PEOPLE_CLOCKS)]

/** Per automation: when it was switched on, as of which moment it has looked, and (groups) that the members are known. */
type Look = { switchedOn: string; at: string; isKnown?: boolean }
type Kept = { looks: Record<string, Look>; zones?: { at: string; names: string[] }; carts?: string }

/**
 * The triggers that no event sets off. Each live automation has the moment of its last look; the next looks from there,
 * a little further back for what was written late, and never before the switch-on. The key of an entrant is made of what happened, so
 * neither an overlap nor a restart nor a clock that was set back lets anybody in twice.
 */
export function triggerClocks(mailroom: Mailroom): Loop {
  return periodic(mailroom, "trigger-clocks", EVERY_MS, async ({ state, save }) => {
    const [clock] = await mailroom.db.query<{ now: Date }>({ text: "SELECT mailroom.now() AS now", values: [] })
    const now = clock!.now
    const kept = keptIn(state)
    const live = await mailroom.db.query<ClockAutomationRow>(selectClockAutomations(CLOCK_KINDS))
    await dropOldLooks(mailroom, kept, live)
    await noteCarts(mailroom, kept, { now, isWanted: live.some(({ kind }) => kind === CART_ADDED) })
    const failures: string[] = []
    let turn: Turn = "idle"
    for (const row of live) {
      try {
        if ((await look(mailroom, kept, row, now)) === "more") turn = "more"
      } catch (error) {
        // One automation whose segment is gone must not stand in the way of the others; the task says which it was.
        if (isDatabaseAway(error)) throw error
        failures.push(`Automation ${row.id} (${row.kind}): ${error instanceof Error ? error.message : String(error)}`)
      }
      await save()
    }
    if (failures.length > 0) throw new Error(failures.join(" "))
    return turn
  })
}

function keptIn(state: TaskState): Kept {
  state.looks ??= {}
  return state as Kept
}

async function dropOldLooks({ db }: Mailroom, { looks }: Kept, live: ClockAutomationRow[]): Promise<void> {
  const gone = Object.keys(looks).filter((id) => !live.some((row) => row.id === id))
  for (const id of gone) delete looks[id]
  if (gone.length > 0) await db.query(forgetMembers(live.map(({ id }) => id)))
}

/** What lies in carts is noted while somebody waits for it; what lay in them before the switch-on was not added since. */
async function noteCarts({ db }: Mailroom, kept: Kept, { now, isWanted }: { now: Date; isWanted: boolean }) {
  if (!isWanted) return void delete kept.carts
  const monthAgo = now.getTime() - 30 * 24 * 3_600_000
  const after = kept.carts ? new Date(kept.carts).getTime() - CLOCKS[CART_ADDED]!.lookBackMs : monthAgo
  await db.query(noteCartProducts({ after: new Date(after) }))
  kept.carts = now.toISOString()
}

async function look(mailroom: Mailroom, kept: Kept, row: ClockAutomationRow, now: Date): Promise<Turn> {
  const switchedOn = row.switched_on_at.toISOString()
  const known = kept.looks[row.id]
  const last = known?.switchedOn === switchedOn ? known : { switchedOn, at: switchedOn }
  const { settings } = triggerSchema.parse(row.trigger)
  const clock = CLOCKS[row.kind]
  const sinceLast = now.getTime() - new Date(last.at).getTime()
  // A clock that was set back looks at once: the moment of the last look lies in its future.
  const isDue = !known || sinceLast < 0 || sinceLast >= (clock?.everyMs ?? PEOPLE_EVERY_MS)
  if (!isDue) return "idle"
  if (!clock) {
    await compare(mailroom, row, settings, last)
    kept.looks[row.id] = { switchedOn, at: now.toISOString(), isKnown: true }
    return "idle"
  }
  const window = { after: beginOf(clock, last, now), until: now }
  const entered = await find(mailroom, kept, row, { clock, settings, ...window })
  if (entered === MOST_AT_ONCE) return "more"
  kept.looks[row.id] = { switchedOn, at: now.toISOString() }
  return "idle"
}

function beginOf({ lookBackMs, latestMs }: TriggerClock, last: Look, now: Date): Date {
  const from = Math.min(new Date(last.at).getTime(), now.getTime()) - lookBackMs
  return new Date(Math.max(from, now.getTime() - latestMs, new Date(last.switchedOn).getTime() - 1))
}

type Looking = { clock: TriggerClock; settings: unknown; after: Date; until: Date }

async function find(mailroom: Mailroom, kept: Kept, row: ClockAutomationRow, looking: Looking): Promise<number> {
  const { general } = await mailroom.settings.read()
  const zones = await zonesOf(mailroom, kept, looking.until)
  const candidates = looking.clock.find({
    mailroom,
    ...looking,
    switchedOn: row.switched_on_at,
    zones,
    shopZone: general.timeZone,
  })
  if (!candidates) return 0
  const into = { automationId: row.id, versionId: row.version_id, event: row.kind, limit: MOST_AT_ONCE }
  return mailroom.db.transaction(async (tx) => {
    await tx.query(limitReading(PATIENCE_MS))
    const [done] = await tx.query<{ n: number }>(enter(candidates, into))
    if (row.kind === BACK_IN_STOCK && done!.n < MOST_AT_ONCE)
      await tx.query(answerStockRequests({ until: looking.until }))
    return done!.n
  })
}

/** The names change rarely, and to find them is to read everybody. */
async function zonesOf({ db }: Mailroom, kept: Kept, now: Date): Promise<string[]> {
  const age = kept.zones ? Math.abs(now.getTime() - new Date(kept.zones.at).getTime()) : Infinity
  if (age >= ZONES_MS) {
    const names = (await db.query<{ zone: string }>(selectZones())).map(({ zone }) => zone)
    kept.zones = { at: now.toISOString(), names }
  }
  return kept.zones!.names
}

async function compare(mailroom: Mailroom, row: ClockAutomationRow, settings: unknown, last: Look): Promise<void> {
  const { members, group } = await PEOPLE_CLOCKS[row.kind]!(mailroom, settings)
  const into = { automationId: row.id, versionId: row.version_id, event: row.kind, group }
  await mailroom.db.transaction(async (tx) => {
    await tx.query(limitReading(PATIENCE_MS))
    await tx.query(last.isKnown ? enterNewMembers(members, into) : rememberMembers(members, row.id))
  })
}
