import type { ShopUser } from "../core/shop/shop"
import type { BuiltinContexts } from "../core/templates/contexts"
import type { Db } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { TaskRow } from "../modules/mailroom/services/tasks"
import { TemplateMissing } from "./template-missing"

/** What the mail about a task needs and no transaction must wait for. */
export type TaskMeans = { templateVersionId: string; locale: string; baseUrl: string | null; staff: ShopUser[] }

/** A task that is a week old is seen on the screen. */
const EXPIRES_MS = 7 * 86_400_000

export async function taskMeans(mailroom: Mailroom, staff: ShopUser[]): Promise<TaskMeans> {
  const templateVersionId = await mailroom.templates.liveVersion("task_assigned")
  if (!templateVersionId) throw new TemplateMissing("task_assigned")
  const { locale, baseUrl } = (await mailroom.settings.read()).general
  return { templateVersionId, locale, baseUrl: baseUrl?.replace(/\/+$/, "") ?? null, staff }
}

/**
 * Tells the assignee, once each time the task becomes theirs; whoever takes it on knows already. Nobody is told of a task
 * whose assignee has no address, or left the shop.
 */
export async function mailTask(
  mailroom: Mailroom,
  { tx, task, means, by }: { tx: Db; task: TaskRow; means: TaskMeans; by: string | null },
): Promise<void> {
  const reader = means.staff.find(({ id }) => id === task.assignee_id)
  if (!reader?.email || reader.id === by) return
  await mailroom.messages.plan(tx, [
    {
      idempotencyKey: `task:${task.id}:${task.assigned_at.toISOString()}`,
      originAt: task.assigned_at,
      class: "system",
      origin: "automation",
      kind: "system",
      lane: "receipts",
      sourceId: null,
      contactId: null,
      addressId: null,
      to: { email: reader.email, name: reader.name },
      templateVersionId: means.templateVersionId,
      locale: means.locale,
      about: task.order_id ? { kind: "order", id: task.order_id } : null,
      context: { ...taskContext(task, means.baseUrl) },
      isTracked: false,
      // It names a person; the task itself is where that belongs.
      isCopyKept: false,
      expiresAt: new Date(task.assigned_at.getTime() + EXPIRES_MS),
    },
  ])
}

export function taskContext(task: TaskRow, baseUrl: string | null): BuiltinContexts["task_assigned"] {
  return {
    task: {
      title: task.title,
      note: task.note,
      isCall: task.kind === "call",
      dueAt: task.due_at.toISOString(),
      url: baseUrl && `${baseUrl}/app/mailroom/tasks?id=${task.id}`,
      person: task.contact_name ?? task.contact_email ?? "",
      email: task.contact_email ?? "",
      phone: task.phone ?? "",
      orderNumber: task.order_display_id === null ? "" : String(task.order_display_id),
    },
  }
}
