import type { Rhythm } from "../../../core/automations/report-rhythm"
import type { Statement } from "../database"
import { orderWorth } from "./order-worth"

export type AutomationReportRow = {
  automation_id: string
  rhythm: Rhythm
  emails: string[]
  user_ids: string[]
  locale: string | null
  next_at: Date | null
  last_sent_at: Date | null
}

const COLUMNS = "automation_id, rhythm, emails, user_ids, locale, next_at, last_sent_at"

export function selectAutomationReport(automationId: string): Statement {
  return {
    text: `SELECT ${COLUMNS} FROM mailroom.automation_report WHERE automation_id = $1`,
    values: [automationId],
  }
}

/** `next_at` null: it is off. */
export function upsertAutomationReport(
  row: Omit<AutomationReportRow, "last_sent_at"> & { by: string | null },
): Statement {
  return {
    text: `INSERT INTO mailroom.automation_report AS r (automation_id, rhythm, emails, user_ids, locale, next_at, updated_by)
           VALUES ($1, $2::jsonb, $3, $4, $5, $6, $7)
           ON CONFLICT (automation_id) DO UPDATE SET rhythm = excluded.rhythm, emails = excluded.emails,
             user_ids = excluded.user_ids, locale = excluded.locale, next_at = excluded.next_at,
             updated_at = mailroom.now(), updated_by = excluded.updated_by
           RETURNING ${COLUMNS}`,
    values: [row.automation_id, JSON.stringify(row.rhythm), row.emails, row.user_ids, row.locale, row.next_at, row.by],
  }
}

/** Index: automation_report_due. */
export function selectDueReports(limit: number): Statement {
  return {
    text: `SELECT ${COLUMNS} FROM mailroom.automation_report WHERE next_at <= mailroom.now() ORDER BY next_at LIMIT $1`,
    values: [limit],
  }
}

/** Nothing is returned when another process is at it, was before, or it was changed since it was read. */
export function lockDueReport({ automation_id: id, next_at: at }: AutomationReportRow): Statement {
  return {
    text: `SELECT automation_id FROM mailroom.automation_report
            WHERE automation_id = $1 AND date_trunc('milliseconds', next_at) = $2 FOR UPDATE SKIP LOCKED`,
    values: [id, at],
  }
}

export function markReported(row: { automationId: string; nextAt: Date; isSent: boolean }): Statement {
  return {
    text: `UPDATE mailroom.automation_report
              SET next_at = $2, last_sent_at = CASE WHEN $3 THEN mailroom.now() ELSE last_sent_at END
            WHERE automation_id = $1`,
    values: [row.automationId, row.nextAt, row.isSent],
  }
}

type Period = { automationId: string; from: Date; to: Date }

export type PeriodFiguresRow = { entered: number; inside: number }

/** Who came in the time, and who is inside now. Index: enrolment_entrants. */
export function selectPeriodFigures({ automationId, from, to }: Period): Statement {
  return {
    text: `SELECT count(*) FILTER (WHERE state <> 'refused' AND entered_at >= $2 AND entered_at < $3)::int AS entered,
                  count(*) FILTER (WHERE state IN ('due', 'waiting'))::int AS inside
             FROM mailroom.enrolment WHERE automation_id = $1`,
    values: [automationId, from, to],
  }
}

export type StepFiguresRow = { node: string | null; sent: number; tracked: number; opened: number; clicked: number }

/** Mails that went in the time, by step, and what people did with them until now. Index: message_source. */
export function selectStepFigures({ automationId, from, to }: Period): Statement {
  return {
    text: `SELECT m.node, count(*)::int AS sent, count(*) FILTER (WHERE m.is_tracked)::int AS tracked,
                  count(f.first_open_human_at)::int AS opened, count(f.first_click_human_at)::int AS clicked
             FROM mailroom.message m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id
            WHERE m.source_id = $1 AND m.status IN ('sent', 'in_doubt') AND NOT m.is_test AND m.kind <> 'owner_copy'
              AND m.settled_at >= $2 AND m.settled_at < $3
            GROUP BY m.node ORDER BY m.node`,
    values: [automationId, from, to],
  }
}

/** Orders of the time that are credited to it, net of what was given back. */
export function selectPeriodRevenue({ automationId, from, to }: Period): Statement {
  return {
    text: `SELECT o.currency, sum(${orderWorth("o")})::text AS amount
             FROM mailroom.order_credit c JOIN mailroom.purchase_order o USING (order_id)
            WHERE c.source_id = $1 AND o.canceled_at IS NULL AND o.placed_at >= $2 AND o.placed_at < $3
            GROUP BY o.currency ORDER BY o.currency`,
    values: [automationId, from, to],
  }
}
