import { MedusaError } from "@medusajs/framework/utils"
import { variantLetter } from "../../../core/mailings/ab-test"
import { nameByDate } from "../../../core/mailings/mailing"
import { MESSAGE_STATUSES, type MessageStatus } from "../../../core/messages/states"
import { pageOf } from "../../../core/reports/cursor"
import { csvLine } from "../../../core/reports/csv"
import { isoOrNull, outboxRow } from "../../../core/reports/outbox-row"
import { blockedAdvice, reportFigures, type ReportFigures, type ReportSums } from "../../../core/reports/report-line"
import type { ShownWord } from "../../../core/reports/shown"
import type { Star } from "../../../core/reports/star"
import { whyText } from "../../../core/reports/why"
import type { Database } from "../database"
import { pageStart } from "../page-start"
import {
  selectHasFeedback,
  selectRecipients,
  selectReport,
  selectReportHours,
  selectReports,
  type DomainRow,
  type RecipientRow,
  type ReportRow,
} from "../sql/reports"
import type { AutomationStepService, StepRow } from "./automation-steps"
import type { OrderCreditService, Revenue } from "./order-credits"
import type { ControlGroup, Counted, ReportFigureService } from "./report-figures"
import type { SettingsService } from "./settings"

/** One line of the Mailing reports page (F39). */
export type ReportLine = ReportFigures & {
  source_id: string
  kind: string
  is_running: boolean
  name: string
  created_at: string | null
  state: string
  /** Of an automation with several steps that send: a running line each. */
  steps: StepLine[]
}

/** `name` null: the live version has that step no more. */
export type StepLine = ReportFigures & {
  node: string
  number: number
  name: string | null
  revenue: { currency: string; orders: number; net: string }[]
}

/** What is counted behind the page; `counted_at` says when. */
export type Breakdown = {
  counted_at: string
  statuses: Record<MessageStatus, number>
  delivered: number | null
  bounced: number
  open_machine: number
  reasons: { reason: string; sentence: string; count: number }[]
  links: {
    index: number
    url: string
    people: number | null
    clicks: number | null
    machine: number
    anonymous: number
  }[]
  domains: DomainRow[]
  /** Null: nobody agreed to tracking. */
  devices: { device: string; people: number }[] | null
  control: ControlGroup | null
}

export type Report = ReportLine & {
  anonymous_opens: number
  hours: { hour: string; sent: number; open: number; click: number }[]
  advice: string | null
  revenue: Revenue
  /** Null: it is being counted for the first time. */
  breakdown: Breakdown | null
}

export type Recipient = {
  message_id: string
  contact_id: string | null
  email: string | null
  name: string | null
  status: MessageStatus
  shown_status: ShownWord
  reason: string | null
  reason_text: string | null
  status_changed_at: string
  customer_changed_at: string | null
  star: Star
  /** The letter of an A/B test that this person was drawn for; null: the rest, or nothing was tested. */
  variant: string | null
}

type RecipientFilter = {
  status?: string | null
  q?: string | null
  version?: number | null
  step?: string | null
}

const DEFAULT_LIMIT = 50
const CSV_PAGE = 1000
const CSV_HEAD = [
  "Address",
  "Name",
  "Status",
  "Reason",
  "Status changed",
  "Customer record changed",
  "Opened",
  "Message id",
  "Variant",
]

/** The mailing reports: one line per dispatch or running automation, and who is behind the figures. Reads only. */
export class ReportService {
  constructor(
    private readonly db: Database,
    private readonly parts: {
      settings: SettingsService
      orderCredits: OrderCreditService
      figures: ReportFigureService
      steps: AutomationStepService
    },
  ) {}

  async list(query: {
    cursor?: string | null
    limit?: number
    kinds?: string[] | null
    q?: string | null
  }): Promise<{ reports: ReportLine[]; next_cursor: string | null }> {
    const limit = query.limit ?? DEFAULT_LIMIT
    const [sortAt, sourceId] = pageStart(query.cursor, ["time", "text"]) ?? []
    const rows = await this.db.query<ReportRow>(
      selectReports({
        kinds: query.kinds ?? null,
        q: query.q?.trim() || null,
        after: sortAt && sourceId ? { sortAt, sourceId } : null,
        limit: limit + 1,
      }),
    )
    const { page, next_cursor } = pageOf(rows, limit, (row) => [row.sort_at.toISOString(), row.source_id])
    return { reports: await this.lines(page), next_cursor }
  }

  async report(sourceId: string): Promise<Report> {
    const row = await this.row(sourceId)
    const [[line], hasFeedback, revenue, counted] = await Promise.all([
      this.lines([row]),
      this.hasFeedback(),
      this.parts.orderCredits.revenue(sourceId),
      this.parts.figures.shown(sourceId),
    ])
    const hours = row.started_at
      ? await this.db.query<{ hour: Date; sent: number | null; open: number | null; click: number | null }>(
          selectReportHours(sourceId, { startedAt: row.started_at, isRunning: row.is_running }),
        )
      : []
    return {
      ...line!,
      anonymous_opens: row.counters?.open_anonymous ?? 0,
      hours: hours.map(({ hour, sent, open, click }) => ({
        hour: hour.toISOString(),
        sent: sent ?? 0,
        open: open ?? 0,
        click: click ?? 0,
      })),
      advice: blockedAdvice(sumsOf(row, hasFeedback)),
      revenue,
      breakdown: counted && breakdownOf(counted, line!, hasFeedback),
    }
  }

  /** What became of everybody, links, domains, devices and the control group, counted now. Throws NOT_FOUND. */
  async breakdown(sourceId: string): Promise<Breakdown> {
    const [line] = await this.lines([await this.row(sourceId)])
    return breakdownOf(await this.parts.figures.counted(sourceId), line!, await this.hasFeedback())
  }

  async recipients(
    sourceId: string,
    query: RecipientFilter & { cursor?: string | null; limit?: number },
  ): Promise<{ recipients: Recipient[]; next_cursor: string | null }> {
    await this.row(sourceId)
    const limit = query.limit ?? DEFAULT_LIMIT
    const [after = null] = pageStart(query.cursor) ?? []
    const rows = await this.recipientRows(sourceId, query, after, limit + 1)
    const { page, next_cursor } = pageOf(rows, limit, ({ id }) => [id])
    return { recipients: page.map(recipientOf), next_cursor }
  }

  /** All recipients as CSV, page by page: bounded memory however many there are. */
  async *recipientsCsv(sourceId: string, filter: RecipientFilter): AsyncGenerator<string> {
    yield csvLine(CSV_HEAD)
    let after: string | null = null
    for (;;) {
      const rows: RecipientRow[] = await this.recipientRows(sourceId, filter, after, CSV_PAGE)
      yield rows.map((row) => csvLine(csvCells(recipientOf(row)))).join("")
      if (rows.length < CSV_PAGE) return
      after = rows.at(-1)!.id
    }
  }

  private recipientRows(
    sourceId: string,
    { status, q, version, step }: RecipientFilter,
    after: string | null,
    limit: number,
  ) {
    return this.db.query<RecipientRow>(
      selectRecipients({ sourceId, status: status || null, q: q?.trim() || null, version, step, after, limit }),
    )
  }

  private async lines(rows: ReportRow[]): Promise<ReportLine[]> {
    const running = rows.filter(({ is_running }) => is_running).map((row) => row.source_id)
    const [hasFeedback, zone, steps] = [
      await this.hasFeedback(),
      await this.zone(),
      running.length > 0 ? await this.parts.steps.figures(running) : [],
    ]
    return rows.map((row) => ({
      ...lineOf(row, hasFeedback, zone),
      steps: stepLines(
        steps.filter((one) => one.automation_id === row.source_id),
        hasFeedback,
      ),
    }))
  }

  private async row(sourceId: string): Promise<ReportRow> {
    const [row] = await this.db.query<ReportRow>(selectReport(sourceId))
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no report "${sourceId}".`)
    return row
  }

  private async hasFeedback(): Promise<boolean> {
    const [row] = await this.db.query<{ has_feedback: boolean }>(selectHasFeedback())
    return row!.has_feedback
  }

  private async zone(): Promise<string> {
    return (await this.parts.settings.read()).general.timeZone
  }
}

function sumsOf(
  { counters, planned_rows: plannedRows }: Pick<ReportRow, "counters" | "planned_rows">,
  hasFeedback: boolean,
): ReportSums {
  const count = (...kinds: string[]) => kinds.reduce((sum, kind) => sum + (counters?.[kind] ?? 0), 0)
  return {
    planned: plannedRows ?? count("sent", "in_doubt", "failed", "dropped", "expired", "cancelled"),
    sent: count("sent"),
    tracked: count("tracked"),
    open: count("open_human"),
    click: count("click_human"),
    unsubscribed: count("unsubscribed"),
    blocked: count("bounce_block"),
    complaints: count("spam"),
    hasFeedback,
  }
}

/** What one step did is what the automation did: that line stands there already. */
function stepLines(rows: StepRow[], hasFeedback: boolean): StepLine[] {
  if (rows.length < 2) return []
  return rows.map(({ node, number, name, counters, revenue }) => ({
    node,
    number,
    name,
    revenue: revenue ?? [],
    ...reportFigures(sumsOf({ counters, planned_rows: null }, hasFeedback)),
  }))
}

function lineOf(row: ReportRow, hasFeedback: boolean, zone: string): Omit<ReportLine, "steps"> {
  return {
    source_id: row.source_id,
    kind: row.kind,
    is_running: row.is_running,
    name: row.name ?? namedByDate(row, zone),
    created_at: isoOrNull(row.started_at),
    state: row.state,
    ...reportFigures(sumsOf(row, hasFeedback)),
  }
}

function breakdownOf({ figures, counted_at }: Counted, line: ReportLine, hasFeedback: boolean): Breakdown {
  const { statuses, outcomes, links, domains, devices, control } = figures
  const isSeen = line.tracked > 0
  return {
    counted_at: counted_at.toISOString(),
    statuses: Object.fromEntries(
      MESSAGE_STATUSES.map((status) => [
        status,
        statuses.filter((one) => one.status === status).reduce((sum, { n }) => sum + n, 0),
      ]),
    ) as Breakdown["statuses"],
    // Servers that report deliveries are not connected yet: an inferred one (a person opened it) is no count of all.
    delivered: hasFeedback ? outcomes.delivered : null,
    bounced: outcomes.bounced,
    open_machine: outcomes.open_machine,
    reasons: statuses
      .filter(({ reason }) => reason !== null)
      .map(({ reason, n }) => ({ reason: reason!, sentence: whyText(reason)!, count: n })),
    links: links.map(({ people, clicks, url, ...link }) => ({
      ...link,
      url: url ?? "",
      people: isSeen ? people : null,
      clicks: isSeen ? clicks : null,
    })),
    domains,
    devices: isSeen ? devices : null,
    control,
  }
}

/** A dispatch without a name is called "subject + date" (F39). */
function namedByDate({ subject, started_at: startedAt }: ReportRow, zone: string): string {
  return startedAt ? nameByDate(subject ?? "", startedAt, zone) : `${subject || "(no subject)"} – not started`
}

function recipientOf(row: RecipientRow): Recipient {
  const { id, to, to_name: name, contact_id, status, shown_status, reason, reason_text, star } = outboxRow(row)
  return {
    message_id: id,
    contact_id,
    email: to,
    name,
    status,
    shown_status,
    reason,
    reason_text,
    status_changed_at: row.status_changed_at.toISOString(),
    customer_changed_at: isoOrNull(row.customer_changed_at),
    star,
    variant: row.variant > 0 ? variantLetter(row.variant) : null,
  }
}

function csvCells(one: Recipient): (string | null)[] {
  return [
    one.email,
    one.name,
    one.shown_status,
    one.reason_text,
    one.status_changed_at,
    one.customer_changed_at,
    one.star.key === "opened" ? one.star.first_at : null,
    one.message_id,
    one.variant,
  ]
}
