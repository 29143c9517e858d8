import { MedusaError } from "@medusajs/framework/utils"
import { builtinAutomationId } from "../../core/automations/builtins"
import { eventsOf, type AutomationVersion } from "../../core/automations/definition"
import { runsIn } from "../../core/automations/dates/runs"
import { pastOf } from "../../core/automations/past"
import { REPEATED, type RepeatedSettings } from "../../core/automations/triggers/dates"
import { VIEW_ABANDONED, type ViewAbandonedSettings } from "../../core/automations/triggers/site"
import { triggerKindOf } from "../../core/automations/triggers/kinds"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectZones } from "../../modules/mailroom/sql/date-triggers"
import type { EnrolmentFacts } from "../../modules/mailroom/sql/enrolments"
import { selectPast, selectPastEvents, type PastEvent, type PastRow } from "../../modules/mailroom/sql/replay"
import { limitReading } from "../../modules/mailroom/sql/segment-members"
import { CLOCKS } from "../trigger-clocks/run-clocks"

/** Something of the past that would have let somebody in, at the moment at which it would have. */
export type PastOccurrence = { key: string; contactId: string | null; facts: EnrolmentFacts; at: Date }

type Asked = { days: number; until: Date; limit: number }

const DAY_MS = 86_400_000
const PATIENCE_MS = 120_000

/**
 * What set the trigger off in the last days, oldest first: out of the inbox, or looked up in our own tables by the same
 * statements as the trigger's clock. NOT_ALLOWED where the past is not kept.
 */
export async function pastOccurrences(
  mailroom: Mailroom,
  { trigger }: AutomationVersion,
  asked: Asked,
): Promise<PastOccurrence[]> {
  const { isKnown, notes } = pastOf(trigger.kind)
  if (!isKnown) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, notes.join(" "))
  const events = eventsOf(trigger)
  if (events.length > 0) return fromInbox(mailroom, trigger, { ...asked, events })
  return trigger.kind === REPEATED ? ofRuns(mailroom, trigger, asked) : fromClock(mailroom, trigger, asked)
}

async function fromInbox(
  mailroom: Mailroom,
  trigger: AutomationVersion["trigger"],
  { events, days, limit }: Asked & { events: string[] },
): Promise<PastOccurrence[]> {
  const rows = await mailroom.db.query<PastEvent>(selectPastEvents({ events, days, limit }))
  const { matches } = triggerKindOf(trigger.kind)!
  const idleMs = await idleTime(mailroom, trigger.kind)
  return rows
    .filter(
      ({ event, payload, occurred_at: occurredAt }) =>
        matches?.(trigger.settings, { event, payload, occurredAt }) ?? true,
    )
    .map((row) => ofEvent(row, idleMs))
}

/** A cart counts as left behind some time after anybody touched it, and that moment is the event's. */
async function idleTime({ automations }: Mailroom, kind: string): Promise<number> {
  if (kind !== "mailroom.cart.abandoned") return 0
  const reminder = await automations.get(builtinAutomationId("cart_reminder"))
  return (reminder?.settings.idleMinutes ?? 60) * 60_000
}

const ofEvent = ({ id, event, occurrence_key: key, payload, source, occurred_at: at }: PastEvent, laterMs: number) => ({
  key,
  contactId: typeof payload.contact_id === "string" ? payload.contact_id : null,
  facts: { triggerId: id, event, payload, source, occurredAt: at.toISOString(), isCorrection: false },
  at: new Date(at.getTime() + laterMs),
})

async function fromClock(
  mailroom: Mailroom,
  { kind, settings }: AutomationVersion["trigger"],
  { days, until, limit }: Asked,
): Promise<PastOccurrence[]> {
  const after = new Date(until.getTime() - days * DAY_MS)
  const { general } = await mailroom.settings.read()
  const zones = (await mailroom.db.query<{ zone: string }>(selectZones())).map(({ zone }) => zone)
  const window = { after, until, switchedOn: after, isPast: true, zones, shopZone: general.timeZone }
  const found = CLOCKS[kind]!.find({ mailroom, settings, ...window })
  if (!found) return []
  const rows = await mailroom.db.transaction(async (tx) => {
    await tx.query(limitReading(PATIENCE_MS))
    return tx.query<PastRow>(selectPast(found, limit))
  })
  const laterMs = kind === VIEW_ABANDONED ? (settings as ViewAbandonedSettings).hours * 3_600_000 : 0
  return rows.map((row) => foundBy(kind, row, laterMs))
}

async function ofRuns(
  { settings: kept }: Mailroom,
  { kind, settings }: AutomationVersion["trigger"],
  { days, until, limit }: Asked,
): Promise<PastOccurrence[]> {
  const { cron, timeZone } = settings as RepeatedSettings
  const { general } = await kept.read()
  const after = new Date(until.getTime() - days * DAY_MS)
  const runs = runsIn({ pattern: cron, timeZone: timeZone ?? general.timeZone, after, until, most: limit })
  return runs.map((at) => foundBy(kind, { occurrence_key: at.toISOString(), contact_id: null, payload: {}, at }, 0))
}

/** As the clock of a trigger writes it (`sql/enter`). */
const foundBy = (
  event: string,
  { occurrence_key: key, contact_id: contactId, payload, at }: PastRow,
  laterMs: number,
): PastOccurrence => ({
  key,
  contactId,
  facts: {
    triggerId: "0",
    event,
    payload: { ...payload, ...(contactId && { contact_id: contactId }) },
    source: "clock",
    occurredAt: at.toISOString(),
    isCorrection: false,
  },
  at: new Date(at.getTime() + laterMs),
})
