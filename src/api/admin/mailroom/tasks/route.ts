import { z } from "zod"
import { UUID } from "../../../../core/reports/uuid"
import { TASK_KINDS } from "../../../../core/tasks/task"
import { createTask } from "../../../../runtime/tasks"
import { answer, parsed } from "../call"
import { pageSchema } from "../query"
import { taskFields } from "../task-input"

const querySchema = pageSchema.extend({
  show: z.enum(["open", "overdue", "settled", "all"]).default("open"),
  /** "me": who asks. */
  assignee: z.string().min(1).max(64).optional(),
  contact_id: z.string().regex(UUID, "must be the id of a contact").optional(),
})

const bodySchema = z.strictObject({
  kind: z.enum(TASK_KINDS).default("task"),
  ...taskFields,
  contact_id: z.string().regex(UUID, "must be the id of a contact").nullable().default(null),
})

export const GET = answer(async ({ mailroom, actor, query }) => {
  const { show, assignee, contact_id: contactId = null, ...page } = parsed(querySchema, query)
  // A secret API key is nobody: it has no tasks of its own.
  const assigneeId = assignee === "me" ? (actor.userId ?? "") : (assignee ?? null)
  return mailroom.tasks.list({ show, assigneeId, contactId }, page)
})

export const POST = answer(async ({ mailroom, actor, body }) => {
  const { kind, title, note = "", assignee_id, due_at, contact_id: contactId } = parsed(bodySchema, body)
  const words = { kind, title, note, assigneeId: assignee_id, dueAt: new Date(due_at), contactId }
  return { task: await createTask(mailroom, words, actor.userId) }
})
