import { isDatabaseAway } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { moveEnrolments } from "../modules/mailroom/sql/enrolment-batch"
import {
  claimEnrolments,
  insertDecisions,
  postponeEnrolment,
  selectNoticeStates,
  type EnrolmentRow,
} from "../modules/mailroom/sql/enrolments"
import { EnteredMeanwhile, LeaseLost, outcomesOf, storeBatch } from "./automations/store-batch"
import type { Walk } from "./automations/walk"
import { beginWalks, walkBatch } from "./automations/walk-batch"
import { backoffSeconds } from "./engine-backoff"
import type { Loop } from "./loop"

const BATCH = 500
const LEASE_SECONDS = 60
const MOST_ATTEMPTS = 8

/**
 * Moves every due entrant one step on, hundreds at a time. What must be known is read before the transaction; positions,
 * messages and decisions are then written together, fenced by the leases: a crash anywhere leaves all of them where they
 * were. A batch that cannot be written is written one by one, so that nobody waits for somebody else's bad luck.
 */
export function automationClock(mailroom: Mailroom): Loop {
  return {
    name: "automation-clock",
    roles: ["worker", "shared"],
    everyMs: 250,
    async turn() {
      if (!mailroom.shop) return "idle"
      const rows = await mailroom.db.query<EnrolmentRow>(claimEnrolments({ limit: BATCH, leaseSeconds: LEASE_SECONDS }))
      if (rows.length === 0) return (await mailroom.automationLifecycle.tidy()) ? "more" : "idle"
      await advanceAll(mailroom, rows)
      return "more"
    },
  }
}

async function advanceAll(mailroom: Mailroom, rows: EnrolmentRow[]): Promise<void> {
  const ready = await withoutCorrections(mailroom, rows)
  const walks = await beginWalks(mailroom, ready)
  await walkBatch(mailroom, walks)
  const found = await outcomesOf(mailroom, walks)
  await storeAll(mailroom, found)
  for (const walk of walks) await settle(mailroom, walk)
}

async function storeAll(mailroom: Mailroom, found: Awaited<ReturnType<typeof outcomesOf>>): Promise<void> {
  try {
    await storeBatch(
      mailroom,
      found.map(({ outcome }) => outcome),
    )
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    for (const { walk, outcome } of found) await storeOne(mailroom, walk, outcome)
  }
}

async function storeOne(mailroom: Mailroom, walk: Walk, outcome: Parameters<typeof storeBatch>[1][number]) {
  try {
    await storeBatch(mailroom, [outcome])
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    // Who has it now walks it again.
    if (error instanceof LeaseLost) return
    walk.step = error instanceof EnteredMeanwhile ? { kind: "later", at: walk.row.now } : { kind: "failed", error }
  }
}

/** Those whose step could not be stored: given back, or given up with their reason. */
async function settle(mailroom: Mailroom, { row, step }: Walk): Promise<void> {
  switch (step?.kind) {
    case "later":
      return postpone(mailroom, row, {
        seconds: 1,
        error: "Another entry of the same person is being decided.",
        countsAttempt: false,
      })
    case "missing":
      return missing(mailroom, row, step.what)
    case "failed":
      return giveBack(mailroom, row, step.error)
    default:
  }
}

/** Those of a notice that takes an earlier one back wait for it, or have nothing to take back. */
async function withoutCorrections(mailroom: Mailroom, rows: EnrolmentRow[]): Promise<EnrolmentRow[]> {
  const ready: EnrolmentRow[] = []
  for (const row of rows) {
    const verdict = row.facts.isCorrection ? await correctionVerdict(mailroom, row) : "send"
    if (verdict === "send") ready.push(row)
    else if (verdict === "needless") await stop(mailroom, row, "done", "notice_never_sent")
    // Waiting is no failed try: a notice that is on its way for long must not cost its correction the tries it may need.
    else
      await postpone(mailroom, row, {
        seconds: 60,
        error: "The notice itself is still on its way.",
        countsAttempt: false,
      })
  }
  return ready
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

async function stop(mailroom: Mailroom, row: EnrolmentRow, state: "done" | "failed", reason: string): Promise<void> {
  const { id, lease_token: token, node, visit, rested, contact_id: contactId } = row
  await mailroom.db.transaction(async (tx) => {
    const moved = await tx.query(
      moveEnrolments([{ id, token, state, node, visit, rested, dueAt: null, outcome: reason, contactId }]),
    )
    if (moved.length === 0) return
    await mailroom.triggers.wipeSecret(tx, row.facts.triggerId)
    await tx.query(
      insertDecisions([
        {
          sourceId: row.automation_id,
          enrolmentId: id,
          contactId,
          occurrenceKey: row.occurrence_key,
          node,
          verdict: "left",
          reason,
          detail: null,
        },
      ]),
    )
  })
}

/** Perhaps only not there yet: the event may have been quicker than the shop's own transaction. */
async function missing(mailroom: Mailroom, row: EnrolmentRow, what: string): Promise<void> {
  if (row.attempts < 4)
    return postpone(mailroom, row, {
      seconds: backoffSeconds(row.attempts),
      error: `The shop does not have ${what}.`,
    })
  mailroom.log.warn(
    `Mailroom mails nothing about ${row.occurrence_key} (${row.automation_id}): the shop does not have ${what}.`,
  )
  await stop(mailroom, row, "failed", "shop_data_missing")
}

async function postpone(
  { db }: Mailroom,
  { id, lease_token: token }: EnrolmentRow,
  { error, ...rest }: { seconds: number; error: string; countsAttempt?: boolean },
): Promise<void> {
  await db.query(postponeEnrolment({ id, token, error: error.slice(0, 500), ...rest }))
}

async function giveBack(mailroom: Mailroom, row: EnrolmentRow, error: unknown): Promise<void> {
  if (isDatabaseAway(error)) throw error
  const sentence = error instanceof Error ? error.message : String(error)
  if (row.attempts < MOST_ATTEMPTS)
    return postpone(mailroom, row, { seconds: backoffSeconds(row.attempts), error: sentence })
  mailroom.log.error(
    `Mailroom gave up ${row.occurrence_key} in ${row.automation_id} after ${row.attempts} tries: ${sentence}`,
  )
  await stop(mailroom, row, "failed", "error")
}
