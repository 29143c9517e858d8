import type { NoticeRecipients } from "../../../core/notices/group-lines"
import type { SaidLine } from "../../../core/notices/notice-context"
import type { ToldLine } from "../../../core/notices/changed-lines"
import type { Statement } from "../database"

export type NoticeRow = {
  id: string
  automation_id: string
  node: string
  recipients: NoticeRecipients
  settings: Record<string, unknown>
  state: "collecting" | "sent" | "nothing_left"
  send_at: Date
  sent_at: Date | null
  sendings: number
  acknowledged_at: Date | null
  acknowledged_by: string | null
  reminded_at: Date | null
  escalated_at: Date | null
  corrected_at: Date | null
  created_at: Date
}

const COLUMNS = `id, automation_id, node, recipients, settings, state, send_at, sent_at, sendings, acknowledged_at,
  acknowledged_by, reminded_at, escalated_at, corrected_at, created_at`

/**
 * Puts lines into the notice that still collects for the same people, or begins one. A line that was put in once stays where it
 * is, however often it comes. `told`: how many of it.
 */
export function collectLines(row: {
  automationId: string
  node: string
  groupKey: string
  recipients: NoticeRecipients
  settings: Record<string, unknown>
  sendAt: Date
  lines: { order_id: string; line_id: string; told: number; said: SaidLine }[]
}): Statement {
  return {
    text: `WITH coming AS (
             SELECT c.* FROM json_to_recordset($7::json) AS c(order_id text, line_id text, told integer, said jsonb)
              WHERE NOT EXISTS (SELECT FROM mailroom.notice_line l WHERE l.automation_id = $1 AND l.node = $2
                AND l.group_key = $3 AND l.order_id = c.order_id AND l.line_id = c.line_id)
           ), target AS (
             INSERT INTO mailroom.notice (automation_id, node, group_key, recipients, settings, state, send_at)
             SELECT $1, $2, $3, $4::jsonb, $5::jsonb, 'collecting', $6 WHERE EXISTS (SELECT FROM coming)
             ON CONFLICT (automation_id, node, group_key) WHERE state = 'collecting'
               DO UPDATE SET settings = excluded.settings, recipients = excluded.recipients
             RETURNING id
           )
           INSERT INTO mailroom.notice_line (automation_id, node, group_key, order_id, line_id, notice_id, told, said)
           SELECT $1, $2, $3, c.order_id, c.line_id, t.id, c.told, c.said FROM coming c CROSS JOIN target t
           ON CONFLICT DO NOTHING RETURNING notice_id`,
    values: [
      row.automationId,
      row.node,
      row.groupKey,
      JSON.stringify(row.recipients),
      JSON.stringify(row.settings),
      row.sendAt,
      JSON.stringify(row.lines),
    ],
  }
}

export function selectDueNotices(limit: number): Statement {
  return {
    text: `SELECT n.id FROM mailroom.notice n
            WHERE n.state = 'collecting' AND n.send_at <= mailroom.now()
              AND NOT EXISTS (SELECT FROM mailroom.automation a WHERE a.id = n.automation_id AND a.state = 'paused')
            ORDER BY n.send_at LIMIT $1`,
    values: [limit],
  }
}

/** Sent, and something in its orders is otherwise since. */
export function selectNoticesToRecheck(limit: number): Statement {
  return {
    text: `SELECT DISTINCT n.id FROM mailroom.notice n JOIN mailroom.notice_line l ON l.notice_id = n.id AND l.recheck
            WHERE n.state = 'sent' LIMIT $1`,
    values: [limit],
  }
}

export function selectNoticesToRemind(limit: number): Statement {
  return {
    text: `SELECT id FROM mailroom.notice WHERE remind_at <= mailroom.now() ORDER BY remind_at LIMIT $1`,
    values: [limit],
  }
}

export function selectNoticesToEscalate(limit: number): Statement {
  return {
    text: `SELECT id FROM mailroom.notice WHERE escalate_at <= mailroom.now() ORDER BY escalate_at LIMIT $1`,
    values: [limit],
  }
}

/** Nothing is returned when another process works on it. */
export function lockNotice(id: string): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.notice WHERE id = $1 FOR UPDATE SKIP LOCKED`, values: [id] }
}

export function selectNotice(id: string): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.notice WHERE id = $1`, values: [id] }
}

export type NoticeLineRow = ToldLine & { recheck: boolean; said: SaidLine }

export function selectNoticeLines(noticeId: string): Statement {
  return {
    text: `SELECT order_id AS "orderId", line_id AS "lineId", told, recheck, said FROM mailroom.notice_line
            WHERE notice_id = $1 ORDER BY order_id, line_id`,
    values: [noticeId],
  }
}

export function markNoticeSent(row: {
  id: string
  state: "sent" | "nothing_left"
  remindAfterHours: number | null
  escalateAfterHours: number | null
}): Statement {
  return {
    text: `UPDATE mailroom.notice SET state = $2, sent_at = CASE WHEN $2 = 'sent' THEN mailroom.now() END,
                  sendings = sendings + CASE WHEN $2 = 'sent' THEN 1 ELSE 0 END,
                  remind_at = mailroom.now() + make_interval(hours => $3), escalate_at = mailroom.now() + make_interval(hours => $4)
            WHERE id = $1`,
    values: [row.id, row.state, row.remindAfterHours, row.escalateAfterHours],
  }
}

/** What the last mail said of each line; nothing more is to be looked at. */
export function tellLines(noticeId: string, lines: { orderId: string; lineId: string; told: number }[]): Statement {
  return {
    text: `UPDATE mailroom.notice_line l SET told = t.told, recheck = false
             FROM json_to_recordset($2::json) AS t("orderId" text, "lineId" text, told integer)
            WHERE l.notice_id = $1 AND l.order_id = t."orderId" AND l.line_id = t."lineId"`,
    values: [noticeId, JSON.stringify(lines)],
  }
}

export function markCorrected(id: string): Statement {
  return {
    text: `UPDATE mailroom.notice SET corrected_at = mailroom.now(), sendings = sendings + 1 WHERE id = $1`,
    values: [id],
  }
}

export function markReminded(id: string): Statement {
  return {
    text: `UPDATE mailroom.notice SET remind_at = NULL, reminded_at = mailroom.now(), sendings = sendings + 1 WHERE id = $1`,
    values: [id],
  }
}

export function markEscalated(id: string): Statement {
  return {
    text: `UPDATE mailroom.notice SET escalate_at = NULL, escalated_at = mailroom.now(), sendings = sendings + 1 WHERE id = $1`,
    values: [id],
  }
}

export function markSentAgain(id: string): Statement {
  return { text: `UPDATE mailroom.notice SET sendings = sendings + 1 WHERE id = $1`, values: [id] }
}

/** Whoever said "seen" first is remembered; nobody is reminded any more. */
export function acknowledgeNotice(id: string, by: string): Statement {
  return {
    text: `UPDATE mailroom.notice
              SET acknowledged_at = coalesce(acknowledged_at, mailroom.now()), acknowledged_by = coalesce(acknowledged_by, $2),
                  remind_at = NULL, escalate_at = NULL
            WHERE id = $1 AND state = 'sent' RETURNING id`,
    values: [id, by],
  }
}

/** The order was changed or cancelled: what was told of it is looked at again. Index: notice_line_order. */
export function recheckOrder(orderId: string): Statement {
  return {
    text: `UPDATE mailroom.notice_line l SET recheck = true FROM mailroom.notice n
            WHERE l.order_id = $1 AND n.id = l.notice_id AND n.state = 'sent' AND l.told > 0 AND NOT l.recheck`,
    values: [orderId],
  }
}

/** `order_numbers` as the shop shows them, as far as the read model knows the orders. */
export type ListedNotice = NoticeRow & {
  automation_name: string
  lines: number
  orders: number
  order_numbers: number[]
}

/** Newest first. */
export function selectNotices({
  state,
  before,
  limit,
}: {
  state: "waiting" | "open" | null
  before: string | null
  limit: number
}): Statement {
  const conditions = {
    waiting: "AND n.state = 'collecting'",
    open: "AND n.state = 'sent' AND n.acknowledged_at IS NULL AND n.settings->'acknowledge' <> 'null'::jsonb",
  }
  return {
    text: `SELECT ${COLUMNS.split(", ")
      .map((column) => `n.${column.trim()}`)
      .join(", ")}, coalesce(a.name, n.automation_id) AS automation_name, l.lines, l.orders, l.order_numbers
             FROM mailroom.notice n LEFT JOIN mailroom.automation a ON a.id = n.automation_id
             CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE s.told > 0)::int AS lines,
               count(DISTINCT s.order_id)::int AS orders,
               coalesce(array_agg(DISTINCT o.display_id) FILTER (WHERE o.display_id IS NOT NULL), '{}') AS order_numbers
                FROM mailroom.notice_line s LEFT JOIN mailroom.purchase_order o ON o.order_id = s.order_id
               WHERE s.notice_id = n.id) l
            WHERE ($1::uuid IS NULL OR n.id < $1::uuid) ${state ? conditions[state] : ""}
            ORDER BY n.id DESC LIMIT $2`,
    values: [before, limit],
  }
}
