import { z } from "zod"
import { changeTask } from "../../../../../runtime/tasks"
import { answer, parsed } from "../../call"
import { taskFields } from "../../task-input"

const bodySchema = z.strictObject(taskFields).partial()

export const GET = answer(async ({ mailroom, params }) => ({ task: await mailroom.tasks.get(params.id!) }))

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { title, note, assignee_id: assigneeId, due_at: due } = parsed(bodySchema, body)
  const change = { title, note, assigneeId, dueAt: due === undefined ? undefined : new Date(due) }
  return { task: await changeTask(mailroom, { id: params.id!, change, by: actor.userId }) }
})
