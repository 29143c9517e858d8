import type { EffectKind } from "../../core/automations/effect-kinds"
import { isDatabaseAway } from "../../modules/mailroom/database"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import {
  claimEffects,
  doubtHandedEffects,
  markEffectHanded,
  postponeEffect,
  settleEffect,
  type EffectRow,
} from "../../modules/mailroom/sql/effect-queue"
import { backoffSeconds } from "../engine-backoff"
import { loadFacts } from "../facts"
import type { Loop } from "../loop"
import type { EffectEnd, EffectRunner } from "./effect-runner"
import { effectRunners } from "./effect-runners"

const BATCH = 20
/** Longer than any single try may take. */
const LEASE_SECONDS = 120
const MOST_TRIES = 8

/**
 * Carries out what leaves the database (`mailroom.effect`), many at once, each under a lease: a process that dies leaves
 * what can be repeated to the next one, and what cannot in doubt.
 */
export function effectLoop(mailroom: Mailroom): Loop {
  return {
    name: "effects",
    roles: ["worker", "shared"],
    everyMs: 1_000,
    async turn() {
      await mailroom.db.query(doubtHandedEffects())
      const rows = await mailroom.db.query<EffectRow>(claimEffects({ limit: BATCH, leaseSeconds: LEASE_SECONDS }))
      const outcomes = await Promise.allSettled(rows.map((row) => carryOut(mailroom, row)))
      const broken = outcomes.find((outcome) => outcome.status === "rejected")
      if (broken) throw broken.reason
      return rows.length === BATCH ? "more" : "idle"
    },
  }
}

async function carryOut(mailroom: Mailroom, row: EffectRow): Promise<void> {
  const end = await attempt(mailroom, row)
  const fence = { id: row.id, token: row.lease_token }
  const answer = end.answer ?? null
  if (end.state === "again") {
    const { afterSeconds: seconds, countsTry = true } = end
    await mailroom.db.query(postponeEffect({ ...fence, seconds, error: end.why.slice(0, 500), answer, countsTry }))
    return
  }
  const error = end.state === "done" ? null : end.why.slice(0, 500)
  await mailroom.db.query(settleEffect({ ...fence, state: end.state, answer, error }))
}

async function attempt(mailroom: Mailroom, row: EffectRow): Promise<EffectEnd> {
  const runner: EffectRunner | undefined = effectRunners[row.kind as EffectKind]
  if (row.automation_state === "off") return { state: "skipped", why: "automation_off" }
  if (!runner) return { state: "failed", why: `Nothing here carries out "${row.kind}".` }
  const { isRepeatable: can } = runner
  const isRepeatable = typeof can === "function" ? can({ mailroom, row }) : can
  if (!isRepeatable) {
    const handed = await mailroom.db.query(markEffectHanded({ id: row.id, token: row.lease_token }))
    if (handed.length === 0) return { state: "again", afterSeconds: 0, why: "lease_lost" }
  }
  try {
    return await runner.run({ mailroom, row, facts: () => factsOf(mailroom, row) })
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    const why = error instanceof Error ? error.message : String(error)
    mailroom.log.warn(`Mailroom could not carry out ${row.kind} of ${row.automation_id} (${row.id}): ${why}`)
    // Thrown after it was handed over: it may have arrived.
    if (!isRepeatable) return { state: "in_doubt", why }
    if (row.attempts >= MOST_TRIES) return { state: "failed", why }
    return { state: "again", afterSeconds: backoffSeconds(row.attempts), why }
  }
}

async function factsOf(mailroom: Mailroom, { facts }: EffectRow) {
  if (!facts || !mailroom.shop) return null
  const known = await loadFacts(mailroom, mailroom.shop, facts)
  return "missing" in known ? null : known
}
