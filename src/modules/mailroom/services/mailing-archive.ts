import { MedusaError } from "@medusajs/framework/utils"
import { DateTime } from "luxon"
import { MISSED_OUTCOMES, type MissedOutcome } from "../../../core/mailings/again"
import type { Database } from "../database"
import { refuseMailing } from "../mailing-refusals"
import {
  countMissed,
  selectCalendar,
  setAgainOf,
  setArchived,
  setInArchive,
  type CalendarRow,
} from "../sql/mailing-archive"
import type { Mailing, MailingService } from "./mailings"
import type { SettingsService } from "./settings"

export type CalendarEntry = {
  id: string
  name: string
  kind: string
  state: string
  topic_name: string | null
  /** In the shop's time zone: "2026-11-30", "10:00". */
  day: string
  time: string
  is_planned: boolean
  audience: number | null
}

const MOST_DAYS = 62

/** What becomes of mailings afterwards: put away, repeated for those whom they did not reach, seen in the calendar. */
export class MailingArchiveService {
  constructor(
    private readonly db: Database,
    private readonly services: { mailings: MailingService; settings: SettingsService },
  ) {}

  /** Out of the list, or back into it. */
  async archive(id: string, isArchived: boolean): Promise<Mailing> {
    if ((await this.db.query(setArchived(id, isArchived))).length === 0) {
      const { state } = await this.services.mailings.row(id)
      refuseMailing("archive", state)
      throw notAllowed("What it has left waiting is still being taken back. Try again in a minute.")
    }
    return this.services.mailings.get(id)
  }

  /** Whether the public archive of its topic shows it. */
  async showInArchive(id: string, isShown: boolean): Promise<Mailing> {
    const { kind } = await this.services.mailings.row(id)
    if ((await this.db.query(setInArchive(id, isShown))).length === 0)
      throw notAllowed(`A ${kind} mailing is for certain people; only newsletters stand in a topic's archive.`)
    return this.services.mailings.get(id)
  }

  /** People whom it did not reach and nothing has reached since, by how. */
  async missed(id: string): Promise<Record<MissedOutcome, number>> {
    await this.services.mailings.row(id)
    const counts = await Promise.all(
      MISSED_OUTCOMES.map((outcome) =>
        this.db.query<{ n: number }>(countMissed({ mailing_id: id, outcomes: [outcome] })),
      ),
    )
    return Object.fromEntries(MISSED_OUTCOMES.map((outcome, at) => [outcome, counts[at]![0]!.n])) as Record<
      MissedOutcome,
      number
    >
  }

  /** A draft with the same content for those whom it did not reach; each of them gets it once. */
  async resend(id: string, outcomes: MissedOutcome[], by: string | null): Promise<Mailing> {
    const { state } = await this.services.mailings.row(id)
    refuseMailing("resend", state)
    const missed = await this.missed(id)
    if (outcomes.every((outcome) => missed[outcome] === 0))
      throw notAllowed(`There is nobody left whom it did not reach (${outcomes.join(", ")}).`)
    const copy = await this.services.mailings.duplicate(id, by)
    await this.db.query(setAgainOf(copy.id, { mailing_id: id, outcomes: [...new Set(outcomes)] }))
    return this.services.mailings.get(copy.id)
  }

  /** `from` and `to` are days such as 2026-11-01 in the shop's time zone, both included. */
  async calendar(from: string, to: string): Promise<{ time_zone: string; mailings: CalendarEntry[] }> {
    const { timeZone } = (await this.services.settings.read()).general
    const first = DateTime.fromISO(from, { zone: timeZone })
    const after = DateTime.fromISO(to, { zone: timeZone }).plus({ days: 1 })
    const days = after.diff(first, "days").days
    if (!(days >= 1 && days <= MOST_DAYS + 1))
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `"from" ${from} and "to" ${to} must be days in their order, at most ${MOST_DAYS} apart.`,
      )
    const rows = await this.db.query<CalendarRow>(selectCalendar(first.toJSDate(), after.toJSDate()))
    return { time_zone: timeZone, mailings: rows.map((row) => entryOf(row, timeZone)) }
  }
}

function entryOf(row: CalendarRow, timeZone: string): CalendarEntry {
  const at = DateTime.fromJSDate(row.at, { zone: timeZone })
  return {
    id: row.id,
    // Its day stands above it.
    name: row.name?.trim() || row.subject,
    kind: row.kind,
    state: row.state,
    topic_name: row.topic_name,
    day: at.toFormat("yyyy-MM-dd"),
    time: at.toFormat("HH:mm"),
    is_planned: row.is_planned,
    audience: row.audience_rows === null ? null : Number(row.audience_rows),
  }
}

const notAllowed = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
