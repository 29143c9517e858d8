import type { Facts } from "../../core/automations/facts"
import type { TaskSettings } from "../../core/automations/nodes/task"
import { dueAfter, type TaskAnswer } from "../../core/tasks/task"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { RenderError } from "../../rendering/render-error"
import { renderWords } from "../../rendering/render-words"
import { mailTask, taskMeans } from "../task-mail"
import type { EffectEnd, EffectJob, EffectRunner } from "./effect-runner"

/** The task and the mail about it are one transaction, under the effect's own key. */
export const task: EffectRunner = { isRepeatable: true, run }

async function run({ mailroom, row, facts }: EffectJob): Promise<EffectEnd> {
  const settings = row.settings as TaskSettings
  if (!mailroom.shop) return { state: "again", afterSeconds: 5, why: "shop_away", countsTry: false }
  const known = await facts()
  if (row.facts && !known && row.attempts < 4) return { state: "again", afterSeconds: 10, why: "shop_data_missing" }
  const staff = await mailroom.shop.staff()
  const userIds = settings.userIds.filter((id) => staff.some((user) => user.id === id))
  if (userIds.length === 0) return { state: "failed", why: "assignee_gone" }
  try {
    const words = await wordsOf(mailroom, settings, known)
    const means = await taskMeans(mailroom, staff)
    const made = await mailroom.db.transaction(async (tx) => {
      const { task, isNew } = await mailroom.tasks.assign(tx, userIds, {
        key: row.idempotency_key,
        kind: settings.taskKind,
        title: words.line,
        note: words.text,
        assigneeId: null,
        // From the row's own time, so that a later try means the same moment.
        dueAt: dueAfter(row.created_at, settings),
        contactId: row.contact_id,
        phone: phoneOf(known),
        orderId: known?.order?.context.id ?? null,
        automationId: row.automation_id,
        node: row.node,
        visit: row.visit,
        enrolmentId: row.enrolment_id,
        by: null,
      })
      if (isNew) await mailTask(mailroom, { tx, task, means, by: null })
      return task
    })
    const answer: TaskAnswer = { task: made.state, task_id: made.id, due_at: made.due_at.toISOString() }
    return { state: "done", answer: { ...answer, assignee_id: made.assignee_id } }
  } catch (error) {
    // The words are the merchant's: trying again would not mend them.
    if (error instanceof RenderError) return { state: "failed", why: `task_words: ${error.message}` }
    throw error
  }
}

async function wordsOf(mailroom: Mailroom, { title, note }: TaskSettings, facts: Facts | null) {
  const { general } = await mailroom.settings.read()
  const sender = await mailroom.senders.resolve({ salesChannelId: facts?.salesChannelId ?? null })
  const { email = null, name = null } = facts?.shopper ?? {}
  const contact = { name: name ?? email ?? "", email: email ?? "" }
  const words = renderWords({
    line: title,
    text: note,
    context: { ...facts?.context, contact },
    locale: general.locale,
    timeZone: general.timeZone,
    shopName: sender?.name ?? "",
  })
  // Whatever it is called, it can be seen in the list.
  return { ...words, line: words.line || title }
}

const phoneOf = (facts: Facts | null): string | null =>
  facts?.order?.phone ?? facts?.order?.context.shippingAddress?.phone ?? null
