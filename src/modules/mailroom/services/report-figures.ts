import { DateTime } from "luxon"
import type { MessageStatus } from "../../../core/messages/states"
import { extraRevenue, type ExtraRevenue } from "../../../core/reports/extra-revenue"
import type { Database, Db } from "../database"
import type { Log } from "../mailroom"
import { selectMainCurrency } from "../sql/mailing-variants"
import {
  keepFigures,
  selectAutomationGroups,
  selectGroups,
  selectKept,
  selectMeasured,
  selectMeasuredAutomation,
  selectReportDevices,
  type DeviceRow,
  type GroupRow,
  type KeptRow,
  type MeasuredMailing,
} from "../sql/report-figures"
import {
  selectReportDomains,
  selectReportLinks,
  selectReportOutcomes,
  selectReportStatuses,
  type DomainRow,
} from "../sql/reports"
import { limitReading } from "../sql/segment-members"
import type { SettingsService } from "./settings"

export type ControlGroup = {
  share: number
  treated: number
  held: number
  treated_buyers: number
  held_buyers: number
  currency: string | null
  /** Orders placed before this moment count; the figure moves until then. Null: so many days after each entry. */
  until: string | null
  days: number | null
  is_over: boolean
  result: ExtraRevenue
}

/** What the ledger says beside the counters. */
export type Figures = {
  statuses: { status: MessageStatus; reason: string | null; n: number }[]
  outcomes: { delivered: number; bounced: number; open_machine: number }
  links: {
    index: number
    url: string | null
    people: number
    clicks: number
    machine: number
    anonymous: number
  }[]
  domains: DomainRow[]
  devices: DeviceRow[]
  control: ControlGroup | null
}

export type Counted = { figures: Figures; counted_at: Date }

const DOMAINS_SHOWN = 12
/** So long a page waits for a count; what takes longer is shown as it was counted last. */
const PATIENCE_MS = 300
/** A quick count is made for each page; a slow one so seldom that it takes a twentieth of the time at most. */
const QUICK_MS = 200
const SELDOM = 20
/** A count of a hundred million events may take minutes; nobody waits for it. */
const LONGEST_MS = 600_000
const USUAL_DAYS = 5
/** Of an automation: so long after the first entry what a person buys is held against the control group. */
const AUTOMATION_DAYS = 30

/** Breakdowns of a report, counted behind the page (decision 0022). */
export class ReportFigureService {
  /** One count per source at a time in this process. */
  private readonly counting = new Map<string, Promise<Counted>>()

  constructor(
    private readonly db: Database,
    private readonly parts: { settings: SettingsService; log: Log },
  ) {}

  /** As it was counted last, or just now if that is quick; null: it is being counted for the first time. */
  async shown(sourceId: string): Promise<Counted | null> {
    const [kept] = await this.db.query<KeptRow<Figures>>(selectKept(sourceId))
    const isSlow = kept !== undefined && kept.took_ms > QUICK_MS
    if (isSlow && kept.age_ms < SELDOM * kept.took_ms) return kept
    const counted = this.counted(sourceId).catch((error: unknown) => {
      const cause = error instanceof Error ? error : new Error(String(error))
      this.parts.log.error(`Mailroom: the report of ${sourceId} could not be counted`, cause)
      return null
    })
    if (isSlow) return kept
    return (await within(PATIENCE_MS, counted)) ?? kept ?? null
  }

  /** Counted now, however long it takes. */
  counted(sourceId: string): Promise<Counted> {
    const running = this.counting.get(sourceId)
    if (running) return running
    const counted = this.count(sourceId).finally(() => this.counting.delete(sourceId))
    this.counting.set(sourceId, counted)
    return counted
  }

  private async count(sourceId: string): Promise<Counted> {
    const began = process.hrtime.bigint()
    const figures = await this.db.transaction(async (tx) => {
      await tx.query(limitReading(LONGEST_MS))
      return this.figures(tx, sourceId)
    })
    const tookMs = Number((process.hrtime.bigint() - began) / 1_000_000n)
    const [kept] = await this.db.query<{ counted_at: Date }>(keepFigures(sourceId, figures, tookMs))
    return { figures, counted_at: kept?.counted_at ?? new Date() }
  }

  /** One after the other: one connection is enough for what nobody waits for. */
  private async figures(tx: Db, sourceId: string): Promise<Figures> {
    const statuses = await tx.query<Figures["statuses"][number]>(selectReportStatuses(sourceId))
    const [outcomes] = await tx.query<Figures["outcomes"]>(selectReportOutcomes(sourceId))
    const links = await tx.query<Figures["links"][number]>(selectReportLinks(sourceId))
    const domains = await tx.query<DomainRow>(selectReportDomains(sourceId, DOMAINS_SHOWN))
    const devices = await tx.query<DeviceRow>(selectReportDevices(sourceId))
    return { statuses, outcomes: outcomes!, links, domains, devices, control: await this.control(tx, sourceId) }
  }

  private async control(tx: Db, sourceId: string): Promise<ControlGroup | null> {
    const [mailing] = await tx.query<MeasuredMailing>(selectMeasured(sourceId))
    if (!mailing) return this.automationControl(tx, sourceId)
    if (!mailing.started_at || mailing.control_share === 0) return null
    const zone = (await this.parts.settings.read()).general.timeZone
    const { from, until } = windowOf(mailing, mailing.started_at, zone)
    const [main] = await tx.query<{ currency: string }>(selectMainCurrency())
    const currency = main?.currency ?? null
    const groups = await tx.query<GroupRow>(selectGroups(sourceId, { currency, from, until }))
    const measured = { until: until.toISOString(), days: null, is_over: until <= mailing.now }
    return { share: mailing.control_share, currency, ...measured, ...compared(groups) }
  }

  /** An automation has no end: each person is looked at for some days from the first entry on. */
  private async automationControl(tx: Db, id: string): Promise<ControlGroup | null> {
    const [automation] = await tx.query<{ share: number; since: Date | null }>(selectMeasuredAutomation(id))
    if (!automation || (automation.share === 0 && !automation.since)) return null
    const { share, since } = automation
    const [main] = await tx.query<{ currency: string }>(selectMainCurrency())
    const currency = main?.currency ?? null
    const days = AUTOMATION_DAYS
    const groups = since ? await tx.query<GroupRow>(selectAutomationGroups(id, { currency, since, days })) : []
    return { share, currency, until: null, days, is_over: false, ...compared(groups) }
  }
}

const NOBODY = { people: 0, buyers: 0, sum: 0, squares: 0 }

function compared(groups: GroupRow[]) {
  const treated = groups.find(({ is_held }) => !is_held) ?? NOBODY
  const held = groups.find(({ is_held }) => is_held) ?? NOBODY
  return {
    treated: treated.people,
    held: held.people,
    treated_buyers: treated.buyers,
    held_buyers: held.buyers,
    result: extraRevenue(treated, held),
  }
}

const DAY_MS = 86_400_000

/** The days of the mailing's rule, counted from its start; both groups alike, clicked or not. */
function windowOf(
  { credit, finished_at, now }: MeasuredMailing,
  start: Date,
  zone: string,
): { from: Date; until: Date } {
  if (credit.by === "range" && credit.from && credit.to)
    return {
      from: DateTime.fromISO(credit.from, { zone }).startOf("day").toJSDate(),
      until: DateTime.fromISO(credit.to, { zone }).plus({ days: 1 }).startOf("day").toJSDate(),
    }
  const end = (finished_at ?? now).getTime() + (credit.days ?? USUAL_DAYS) * DAY_MS
  return { from: start, until: new Date(end) }
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
