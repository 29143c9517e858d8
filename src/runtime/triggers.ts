import type { TriggerEvent } from "../core/automations/events"
import { isDatabaseAway, type Db } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Automation } from "../modules/mailroom/services/automations"
import {
  insertDecisions,
  insertEnrolment,
  selectContactBehind,
  selectNoticesAbout,
  type EnrolmentFacts,
} from "../modules/mailroom/sql/enrolments"
import type { TriggerRow } from "../modules/mailroom/sql/triggers"
import { backoffSeconds } from "./engine-backoff"
import type { Loop } from "./loop"
import { refresh, refreshForEvent } from "./refresh"

const BATCH = 25
const MOST_ATTEMPTS = 12

/**
 * Works off the inbox of triggers: reads what changed into the read model and enrols the occurrence into every live
 * automation that waits for it. The row is finished in the transaction of what came of it.
 */
export function triggerLoop(mailroom: Mailroom): Loop {
  return {
    name: "triggers",
    roles: ["worker", "shared"],
    everyMs: 250,
    async turn() {
      if (!mailroom.shop) return "idle"
      const rows = await mailroom.triggers.claim(BATCH)
      for (const row of rows) await work(mailroom, row)
      return rows.length > 0 ? "more" : "idle"
    },
  }
}

async function work(mailroom: Mailroom, row: TriggerRow): Promise<void> {
  try {
    if (row.event === "refresh") await workRefresh(mailroom, row)
    else await workEvent(mailroom, row, row.event as TriggerEvent)
  } catch (error) {
    // With the database away nothing can be written down; the lease ends by itself.
    if (isDatabaseAway(error)) throw error
    await giveBack(mailroom, row, error)
  }
}

async function workRefresh(mailroom: Mailroom, row: TriggerRow): Promise<void> {
  const outcome = await refresh(mailroom, mailroom.shop!, row.payload)
  await mailroom.db.transaction((tx) => mailroom.triggers.finish(tx, row, outcome))
}

async function workEvent(mailroom: Mailroom, row: TriggerRow, event: TriggerEvent): Promise<void> {
  await refreshForEvent(mailroom, mailroom.shop!, event, row.payload)
  await mailroom.db.transaction(async (tx) => {
    const automations = (await mailroom.automations.liveFor(event, tx)).filter((one) => isMeantFor(one, row))
    let entered = 0
    for (const automation of automations) if (await enrol(tx, automation, row)) entered += 1
    if (event === "order.canceled") entered += await enrolCorrections(tx, row)
    const outcome = entered > 0 ? "enrolled" : automations.length > 0 ? "before_switch_on" : "nobody_waits"
    await mailroom.triggers.finish(tx, row, outcome, { keepSecret: entered > 0 })
  })
}

/** Two templates wait for one event: a customer's reset is not an admin user's. */
function isMeantFor({ builtin }: Automation, { payload }: TriggerRow): boolean {
  if (builtin?.key === "password_reset_customer") return payload.actor_type !== "user"
  if (builtin?.key === "password_reset_user") return payload.actor_type === "user"
  return true
}

/** What happened before the switch-on is written down as such and mails nobody. */
async function enrol(tx: Db, automation: Automation, row: TriggerRow): Promise<boolean> {
  if (!automation.switchedOnAt || row.occurred_at < automation.switchedOnAt) {
    const [person] = await tx.query<{ contact_id: string }>(selectContactBehind(row.payload))
    await tx.query(
      insertDecisions([
        {
          sourceId: automation.id,
          enrolmentId: null,
          // Whoever asks why this person got nothing is told (F49).
          contactId: person?.contact_id ?? null,
          occurrenceKey: row.occurrence_key,
          node: null,
          verdict: "not_entered",
          reason: "before_switch_on",
          detail: { event: row.event, occurredAt: row.occurred_at, switchedOnAt: automation.switchedOnAt },
        },
      ]),
    )
    return false
  }
  await tx.query(
    insertEnrolment({
      automationId: automation.id,
      versionId: automation.versionId!,
      occurrenceKey: row.occurrence_key,
      facts: factsOf(row, false),
    }),
  )
  return true
}

/** Whoever was told of the order is told that it is cancelled, once. */
async function enrolCorrections(tx: Db, row: TriggerRow): Promise<number> {
  const orderId = String(row.payload.id)
  const notices = await tx.query<{ automation_id: string; version_id: string }>(selectNoticesAbout(orderId))
  for (const notice of notices)
    await tx.query(
      insertEnrolment({
        automationId: notice.automation_id,
        versionId: notice.version_id,
        occurrenceKey: `${orderId}:cancelled`,
        facts: factsOf(row, true),
      }),
    )
  return notices.length
}

const factsOf = (row: TriggerRow, isCorrection: boolean): EnrolmentFacts => ({
  triggerId: row.id,
  event: row.event,
  payload: row.payload,
  source: row.source,
  occurredAt: row.occurred_at.toISOString(),
  isCorrection,
})

async function giveBack(mailroom: Mailroom, row: TriggerRow, error: unknown): Promise<void> {
  const sentence = error instanceof Error ? error.message : String(error)
  if (row.attempts >= MOST_ATTEMPTS) {
    mailroom.log.error(
      `Mailroom gave up trigger ${row.id} (${row.event} ${row.occurrence_key}) after ${row.attempts} tries: ${sentence}`,
    )
    await mailroom.db.transaction((tx) => mailroom.triggers.finish(tx, row, `failed: ${sentence.slice(0, 200)}`))
    return
  }
  await mailroom.triggers.postpone(row, backoffSeconds(row.attempts), sentence)
}
