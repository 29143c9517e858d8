import { MedusaError } from "@medusajs/framework/utils"
import { nextReport, periodBefore } from "../core/automations/report-rhythm"
import type { Database, Db } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { AutomationReportRow } from "../modules/mailroom/services/automation-reports"
import { lockDueReport, markReported, selectDueReports } from "../modules/mailroom/sql/automation-reports"
import { selectNow } from "../modules/mailroom/sql/consent"
import { reportContext, type ReportContext } from "./automation-report-context"
import type { Loop } from "./loop"
import { TemplateMissing } from "./template-missing"

const AT_ONCE = 10
const EXPIRES_MS = 3 * 86_400_000

type Report = { context: ReportContext; templateVersionId: string; locale: string; readers: string[] }

/**
 * Mails automations' numbers to who is to read them, once per time whatever dies or runs twice: the row is moved on in
 * the transaction that plans the mails. Of several times that were missed only the last is told.
 */
export function automationReports(mailroom: Mailroom): Loop {
  return {
    name: "automation-reports",
    roles: ["worker", "shared"],
    everyMs: 30_000,
    async turn() {
      const due = await mailroom.db.query<AutomationReportRow>(selectDueReports(AT_ONCE))
      for (const row of due) await reportOne(mailroom, row)
      return due.length === AT_ONCE ? "more" : "idle"
    },
  }
}

async function reportOne(mailroom: Mailroom, row: AutomationReportRow): Promise<void> {
  const { timeZone } = (await mailroom.settings.read()).general
  const automation = await mailroom.automations.get(row.automation_id)
  const now = await clockOf(mailroom.db)
  const nextAt = nextReport(row.rhythm, now, timeZone)
  // One that is off has nothing to tell; it may be switched on again.
  const isTold = automation !== null && automation.state !== "off"
  const report = isTold ? await reportOf(mailroom, row, now) : null
  await mailroom.db.transaction(async (tx) => {
    const locked = await tx.query(lockDueReport(row))
    if (locked.length === 0) return
    if (report) await planReport(mailroom, tx, { row, report, at: row.next_at!, occasion: row.next_at!.toISOString() })
    await tx.query(markReported({ automationId: row.automation_id, nextAt, isSent: report !== null }))
  })
}

/** Now, to the readers who are set; the next one comes when it was to come. Gives who is told. */
export async function sendReportNow(mailroom: Mailroom, automationId: string): Promise<string[]> {
  const row = await mailroom.automationReports.get(automationId)
  const now = await clockOf(mailroom.db)
  const report = await reportOf(mailroom, row, now)
  if (report.readers.length === 0)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "Nobody is to read this report: name somebody and save it first.",
    )
  await mailroom.db.transaction((tx) =>
    planReport(mailroom, tx, { row, report, at: now, occasion: `now:${now.toISOString()}` }),
  )
  return report.readers
}

type Planned = { row: AutomationReportRow; report: Report; at: Date; occasion: string }

async function planReport({ messages }: Mailroom, tx: Db, { row, report, at, occasion }: Planned): Promise<void> {
  await messages.plan(
    tx,
    report.readers.map((email) => ({
      idempotencyKey: `report:${row.automation_id}:${occasion}:${email}`,
      originAt: at,
      class: "system" as const,
      origin: "automation" as const,
      kind: "system" as const,
      lane: "system" as const,
      // None: a report is no mail of the automation, and must not count in the next one.
      sourceId: null,
      contactId: null,
      addressId: null,
      to: { email },
      templateVersionId: report.templateVersionId,
      locale: report.locale,
      context: { ...report.context },
      isTracked: false,
      isCopyKept: true,
      expiresAt: new Date(at.getTime() + EXPIRES_MS),
    })),
  )
}

async function reportOf(mailroom: Mailroom, row: AutomationReportRow, at: Date): Promise<Report> {
  const templateVersionId = await mailroom.templates.liveVersion("automation_report")
  if (!templateVersionId) throw new TemplateMissing("automation_report")
  const { general } = await mailroom.settings.read()
  return {
    templateVersionId,
    locale: row.locale ?? general.locale,
    context: await reportContext(mailroom, row.automation_id, periodBefore(row.rhythm, at, general.timeZone)),
    readers: await readersOf(mailroom, row),
  }
}

/** Each address once; who has left the shop's staff reads nothing any more. */
async function readersOf({ shop }: Mailroom, { emails, user_ids: ids }: AutomationReportRow): Promise<string[]> {
  const staff = ids.length > 0 ? ((await shop?.staff()) ?? []) : []
  const theirs = staff.flatMap(({ id, email }) => (ids.includes(id) && email ? [email] : []))
  return [...new Set([...emails, ...theirs].map((email) => email.toLowerCase()))]
}

async function clockOf(db: Database): Promise<Date> {
  const [clock] = await db.query<{ at: Date }>(selectNow())
  return clock!.at
}
