import { advance } from "../core/automations/advance"
import { automationSettingsSchema } from "../core/automations/automation-settings"
import { versionSchema } from "../core/automations/definition"
import type { Facts } from "../core/automations/facts"
import { knowFrom, questionKey } from "../core/automations/questions"
import { isDatabaseAway, type Db } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import {
  claimEnrolments,
  insertDecisions,
  moveEnrolment,
  postponeEnrolment,
  selectNoticeStates,
  type EnrolmentRow,
} from "../modules/mailroom/sql/enrolments"
import { carryOut, meansFor } from "./carry-out"
import { backoffSeconds } from "./engine-backoff"
import { loadFacts } from "./facts"
import type { Loop } from "./loop"

const BATCH = 25
const LEASE_SECONDS = 60
const MOST_ATTEMPTS = 8

/**
 * Moves every due entrant one step on. What the shop says is read before the transaction; position, messages and decisions
 * are then written together, fenced by the lease: a crash anywhere leaves the entrant where it was.
 */
export function automationClock(mailroom: Mailroom): Loop {
  return {
    name: "automation-clock",
    roles: ["worker", "shared"],
    everyMs: 250,
    async turn() {
      if (!mailroom.shop) return "idle"
      const rows = await mailroom.db.query<EnrolmentRow>(claimEnrolments({ limit: BATCH, leaseSeconds: LEASE_SECONDS }))
      for (const row of rows) await step(mailroom, row)
      return rows.length > 0 ? "more" : "idle"
    },
  }
}

async function step(mailroom: Mailroom, row: EnrolmentRow): Promise<void> {
  try {
    if (row.automation_state === "off") return await stop(mailroom, row, "stopped", "automation_off")
    if (row.facts.isCorrection) {
      const verdict = await correctionVerdict(mailroom, row)
      if (verdict === "wait") return await waitForNotice(mailroom, row)
      if (verdict === "needless") return await stop(mailroom, row, "done", "notice_never_sent")
    }
    const facts = await loadFacts(mailroom, mailroom.shop!, row.facts)
    if ("missing" in facts) return await missing(mailroom, row, facts.missing)
    await move(mailroom, row, facts)
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    await giveBack(mailroom, row, error)
  }
}

async function move(mailroom: Mailroom, row: EnrolmentRow, facts: Facts): Promise<void> {
  const version = versionSchema.parse({ trigger: row.trigger, nodes: row.nodes })
  const settings = automationSettingsSchema.parse(row.settings)
  const moved = advance({
    version,
    automation: { id: row.automation_id, settings },
    position: { node: row.node, visit: row.visit, rested: row.rested },
    entrant: { id: row.id, contactId: row.contact_id, enteredAt: row.entered_at },
    know: knowFrom(new Map([[questionKey({ about: "occurrence" }), facts]])),
    now: row.now,
  })
  if ("ask" in moved) throw new Error(`Nobody answers ${moved.ask.map(questionKey).join(", ")}.`)
  const means = await meansFor(mailroom, moved.effects, facts)
  await mailroom.db.transaction(async (tx) => {
    const { contactId } = await carryOut({ mailroom, tx, row, settings, facts, effects: moved.effects, means })
    await moveOrThrow(tx, row, {
      ...moved.position,
      state: moved.state,
      dueAt: moved.dueAt,
      outcome: moved.outcome,
      contactId,
    })
    if (moved.state === "done") await mailroom.triggers.wipeSecret(tx, row.facts.triggerId)
  })
}

type Move = Omit<Parameters<typeof moveEnrolment>[0], "id" | "token">

async function moveOrThrow(tx: Db, row: EnrolmentRow, move: Move): Promise<void> {
  const moved = await tx.query(moveEnrolment({ id: row.id, token: row.lease_token, ...move }))
  if (moved.length === 0) throw new LeaseLost(row.id)
}

/** Another process took the entrant over while this one was asleep; what it wrote is undone by the rollback. */
class LeaseLost extends Error {
  constructor(id: string) {
    super(`Enrolment ${id} was taken over by another process.`)
  }
}

async function stop(
  mailroom: Mailroom,
  row: EnrolmentRow,
  state: "stopped" | "done" | "failed",
  reason: string,
): Promise<void> {
  await mailroom.db.transaction(async (tx) => {
    await moveOrThrow(tx, row, {
      state,
      node: row.node,
      visit: row.visit,
      rested: row.rested,
      dueAt: null,
      outcome: reason,
      contactId: null,
    })
    await mailroom.triggers.wipeSecret(tx, row.facts.triggerId)
    await tx.query(
      insertDecisions([
        {
          sourceId: row.automation_id,
          enrolmentId: row.id,
          contactId: null,
          occurrenceKey: row.occurrence_key,
          node: row.node,
          verdict: "left",
          reason,
          detail: null,
        },
      ]),
    )
  })
}

/** Cancelled while the notice waits: the last-instant check drops it. Cancelled after it went: it is taken back. */
async function correctionVerdict(mailroom: Mailroom, row: EnrolmentRow): Promise<"send" | "wait" | "needless"> {
  const orderId = String(row.facts.payload.id)
  const rows = await mailroom.db.query<{ status: string }>(
    selectNoticeStates({ automationId: row.automation_id, orderId }),
  )
  const states = rows.map(({ status }) => status)
  if (states.includes("sent") || states.includes("in_doubt")) return "send"
  return states.includes("queued") || states.includes("held") ? "wait" : "needless"
}

/** Perhaps only not there yet: the event may have been quicker than the shop's own transaction. */
async function missing(mailroom: Mailroom, row: EnrolmentRow, what: string): Promise<void> {
  if (row.attempts < 4) return postpone(mailroom, row, backoffSeconds(row.attempts), `The shop does not have ${what}.`)
  mailroom.log.warn(
    `Mailroom mails nothing about ${row.occurrence_key} (${row.automation_id}): the shop does not have ${what}.`,
  )
  await stop(mailroom, row, "failed", "shop_data_missing")
}

/** Waiting is no failed try: a notice that is on its way for long must not cost its correction the tries it may need. */
async function waitForNotice(mailroom: Mailroom, row: EnrolmentRow): Promise<void> {
  const error = "The notice itself is still on its way."
  await mailroom.db.query(
    postponeEnrolment({ id: row.id, token: row.lease_token, seconds: 60, error, countsAttempt: false }),
  )
}

async function postpone(mailroom: Mailroom, row: EnrolmentRow, seconds: number, sentence: string): Promise<void> {
  const error = sentence.slice(0, 500)
  await mailroom.db.query(postponeEnrolment({ id: row.id, token: row.lease_token, seconds, error }))
}

async function giveBack(mailroom: Mailroom, row: EnrolmentRow, error: unknown): Promise<void> {
  if (error instanceof LeaseLost) return
  const sentence = error instanceof Error ? error.message : String(error)
  if (row.attempts < MOST_ATTEMPTS) return postpone(mailroom, row, backoffSeconds(row.attempts), sentence)
  mailroom.log.error(
    `Mailroom gave up ${row.occurrence_key} in ${row.automation_id} after ${row.attempts} tries: ${sentence}`,
  )
  await stop(mailroom, row, "failed", "error")
}
