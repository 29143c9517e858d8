import type { TaskKind, TaskState } from "../../../core/tasks/task"
import type { Statement } from "../database"

export type TaskRow = {
  id: string
  kind: TaskKind
  title: string
  note: string
  state: TaskState
  assignee_id: string | null
  assigned_at: Date
  due_at: Date
  is_overdue: boolean
  contact_id: string | null
  contact_name: string | null
  contact_email: string | null
  phone: string | null
  order_id: string | null
  order_display_id: number | null
  automation_id: string | null
  automation_name: string | null
  node: string | null
  created_at: Date
  created_by: string | null
  settled_at: Date | null
  settled_by: string | null
}

const SELECT = `
  SELECT t.id, t.kind, t.title, t.note, t.state, t.assignee_id, t.assigned_at, t.due_at,
         t.state = 'open' AND t.due_at <= mailroom.now() AS is_overdue, t.contact_id,
         nullif(concat_ws(' ', c.first_name, c.last_name), '') AS contact_name, a.email AS contact_email, t.phone, t.order_id,
         o.display_id AS order_display_id, t.automation_id, m.name AS automation_name, t.node, t.created_at, t.created_by,
         t.settled_at, t.settled_by
    FROM mailroom.task t
    LEFT JOIN mailroom.contact c ON c.id = t.contact_id
    LEFT JOIN mailroom.contact_address a ON a.contact_id = t.contact_id AND a.is_primary
    LEFT JOIN mailroom.purchase_order o ON o.order_id = t.order_id
    LEFT JOIN mailroom.automation m ON m.id = t.automation_id`

export type NewTask = {
  key: string
  kind: TaskKind
  title: string
  note: string
  assigneeId: string | null
  dueAt: Date
  contactId: string | null
  phone: string | null
  orderId: string | null
  automationId: string | null
  node: string | null
  visit: number | null
  enrolmentId: string | null
  by: string | null
}

/** Nothing is returned when the key is there already. */
export function insertTask(task: NewTask): Statement {
  return {
    text: `INSERT INTO mailroom.task (key, kind, title, note, assignee_id, due_at, contact_id, phone, order_id, automation_id,
                  node, visit, enrolment_id, created_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7::uuid, $8, $9, $10, $11, $12, $13::uuid, $14)
           ON CONFLICT (key) DO NOTHING RETURNING id`,
    values: [
      task.key,
      task.kind,
      task.title,
      task.note,
      task.assigneeId,
      task.dueAt,
      task.contactId,
      task.phone,
      task.orderId,
      task.automationId,
      task.node,
      task.visit,
      task.enrolmentId,
      task.by,
    ],
  }
}

export function selectTaskByKey(key: string): Statement {
  return { text: `${SELECT} WHERE t.key = $1`, values: [key] }
}

export function selectTask(id: string): Statement {
  return { text: `${SELECT} WHERE t.id = $1::uuid`, values: [id] }
}

/** The row stays locked until the transaction ends: two processes take two turns. */
export function takeTurn({ automationId, node }: { automationId: string; node: string }): Statement {
  return {
    text: `INSERT INTO mailroom.task_turn AS t (automation_id, node, turn) VALUES ($1, $2, 1)
           ON CONFLICT (automation_id, node) DO UPDATE SET turn = t.turn + 1 RETURNING turn::int`,
    values: [automationId, node],
  }
}

/** Null: of everybody. */
export type TaskFilter = {
  show: "open" | "overdue" | "settled" | "all"
  assigneeId: string | null
  contactId: string | null
}

/** What is to be done, the most urgent first. Indexes: task_mine, task_due, task_contact. */
export function selectOpenTasks(
  { show, assigneeId, contactId }: TaskFilter,
  { after, limit }: { after: string[] | null; limit: number },
): Statement {
  return {
    text: `${SELECT}
      WHERE t.state = 'open' AND ($1::text IS NULL OR t.assignee_id = $1) AND ($2::uuid IS NULL OR t.contact_id = $2)
        ${show === "overdue" ? "AND t.due_at <= mailroom.now()" : ""}
        AND ($3::timestamptz IS NULL OR (t.due_at, t.id) > ($3::timestamptz, $4::uuid))
      ORDER BY t.due_at, t.id LIMIT $5`,
    values: [assigneeId, contactId, after?.[0] ?? null, after?.[1] ?? null, limit],
  }
}

/** Newest first. */
export function selectNewestTasks(
  { show, assigneeId, contactId }: TaskFilter,
  { after, limit }: { after: string | null; limit: number },
): Statement {
  return {
    text: `${SELECT}
      WHERE ($1::text IS NULL OR t.assignee_id = $1) AND ($2::uuid IS NULL OR t.contact_id = $2)
        ${show === "settled" ? "AND t.state <> 'open'" : ""} AND ($3::uuid IS NULL OR t.id < $3::uuid)
      ORDER BY t.id DESC LIMIT $4`,
    values: [assigneeId, contactId, after, limit],
  }
}

export type TaskCount = { open: number; overdue: number; mine_open: number; mine_overdue: number }

export function countTasks(userId: string | null): Statement {
  return {
    text: `SELECT count(*)::int AS open, count(*) FILTER (WHERE due_at <= mailroom.now())::int AS overdue,
                  count(*) FILTER (WHERE assignee_id = $1)::int AS mine_open,
                  count(*) FILTER (WHERE assignee_id = $1 AND due_at <= mailroom.now())::int AS mine_overdue
             FROM mailroom.task WHERE state = 'open'`,
    values: [userId],
  }
}

/** The effect that made it tells the way that waits for it; its key is the task's. Time as a replay of it would read it. */
const TELL = (from: string) => `, told AS (
             UPDATE mailroom.effect f SET answer = coalesce(f.answer, '{}') || jsonb_build_object('task', s.state,
                      'due_at', to_char(s.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
               FROM ${from} s WHERE f.idempotency_key = s.key
           ), woken AS (
             UPDATE mailroom.enrolment e SET due_at = mailroom.now() FROM ${from} s
              WHERE e.id = s.enrolment_id AND e.node = s.node AND e.state = 'waiting' AND e.lease_token IS NULL)`

/** Whoever waits for it in an automation looks at once. Nothing is returned when it was settled before. */
export function settleTask({ id, to, by }: { id: string; to: "done" | "dismissed"; by: string | null }): Statement {
  return {
    text: `WITH settled AS (
             UPDATE mailroom.task SET state = $2, settled_at = mailroom.now(), settled_by = $3
              WHERE id = $1::uuid AND state = 'open' RETURNING *
           )${TELL("settled")} SELECT id FROM settled`,
    values: [id, to, by],
  }
}

/** `is_handed_on`: it is another one's now. Nothing is returned when it is no longer open. */
export function changeTask(task: {
  id: string
  title: string
  note: string
  assigneeId: string | null
  dueAt: Date
}): Statement {
  return {
    text: `WITH before AS (SELECT id, assignee_id FROM mailroom.task WHERE id = $1::uuid AND state = 'open' FOR UPDATE),
           changed AS (
             UPDATE mailroom.task t
                SET title = $2, note = $3, assignee_id = $4, due_at = $5,
                    assigned_at = CASE WHEN t.assignee_id IS DISTINCT FROM $4 THEN mailroom.now() ELSE t.assigned_at END
               FROM before b WHERE t.id = b.id RETURNING t.*, b.assignee_id IS DISTINCT FROM t.assignee_id AS is_handed_on
           )${TELL("changed")} SELECT id, is_handed_on FROM changed`,
    values: [task.id, task.title, task.note, task.assigneeId, task.dueAt],
  }
}
