import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type { ShopUser } from "../core/shop/shop"
import type { TaskKind } from "../core/tasks/task"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { TaskRow } from "../modules/mailroom/services/tasks"
import { mailTask, taskMeans } from "./task-mail"

export type TaskWords = {
  kind: TaskKind
  title: string
  note: string
  assigneeId: string | null
  dueAt: Date
  contactId: string | null
}

/** A task made by hand; the assignee is told, unless it is who made it. INVALID_DATA names who is not there. */
export async function createTask(mailroom: Mailroom, words: TaskWords, by: string | null): Promise<TaskRow> {
  const staff = await staffWith(mailroom, words.assigneeId)
  // Throws NOT_FOUND for a contact that is not there.
  if (words.contactId) await mailroom.people.row(words.contactId)
  const means = await taskMeans(mailroom, staff)
  return mailroom.db.transaction(async (tx) => {
    const task = await mailroom.tasks.create(tx, {
      ...words,
      key: `hand:${randomUUID()}`,
      phone: null,
      orderId: null,
      automationId: null,
      node: null,
      visit: null,
      enrolmentId: null,
      by,
    })
    await mailTask(mailroom, { tx, task: task!, means, by })
    return task!
  })
}

export type TaskChange = Partial<Pick<TaskWords, "title" | "note" | "assigneeId" | "dueAt">>

/** Only what is given changes. A new assignee is told. */
export async function changeTask(
  mailroom: Mailroom,
  { id, change, by }: { id: string; change: TaskChange; by: string | null },
): Promise<TaskRow> {
  const before = await mailroom.tasks.get(id)
  const after = {
    id: before.id,
    title: change.title ?? before.title,
    note: change.note ?? before.note,
    assigneeId: change.assigneeId === undefined ? before.assignee_id : change.assigneeId,
    dueAt: change.dueAt ?? before.due_at,
  }
  const means = await taskMeans(mailroom, await staffWith(mailroom, change.assigneeId ?? null))
  return mailroom.db.transaction(async (tx) => {
    const { task, isHandedOn } = await mailroom.tasks.change(tx, after)
    if (isHandedOn) await mailTask(mailroom, { tx, task, means, by })
    return task
  })
}

async function staffWith({ shop }: Mailroom, userId: string | null): Promise<ShopUser[]> {
  const staff = (await shop?.staff()) ?? []
  if (userId !== null && !staff.some(({ id }) => id === userId))
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `assignee_id is "${userId}": no user of this admin. Take an id of GET /admin/mailroom/tasks/people.`,
    )
  return staff
}
