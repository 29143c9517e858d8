import { advance } from "../../core/automations/advance"
import { automationSettingsSchema } from "../../core/automations/automation-settings"
import { versionSchema, type AutomationVersion } from "../../core/automations/definition"
import { enter } from "../../core/automations/enter"
import { knowFrom, type Question } from "../../core/automations/questions"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectEngineVersions, type EngineVersionRow, type EnrolmentRow } from "../../modules/mailroom/sql/enrolments"
import { answerAll } from "./answers/answer"
import type { Walk } from "./walk"

/** More rounds of questions than the longest graph has nodes: something asks the same again and again. */
const MOST_ROUNDS = 220
const MOST_KEPT = 500

/** Versions never change, so what was parsed once is kept. */
const parsedVersions = new Map<string, AutomationVersion>()

/** Begins the walks of claimed entrants: each with its version and its automation's settings of this moment. */
export async function beginWalks({ db }: Mailroom, rows: EnrolmentRow[]): Promise<Walk[]> {
  const ids = [...new Set(rows.map(({ version_id: id }) => id))]
  const found = ids.length > 0 ? await db.query<EngineVersionRow>(selectEngineVersions(ids)) : []
  const shared = new Map(
    found.map((row) => [
      row.id,
      {
        automationKind: row.automation_kind,
        version: parsedVersion(row),
        settings: automationSettingsSchema.parse(row.settings),
      },
    ]),
  )
  return rows.map((row) => ({ row, ...shared.get(row.version_id)!, answers: new Map() }))
}

function parsedVersion({ id, trigger, nodes }: EngineVersionRow): AutomationVersion {
  const known = parsedVersions.get(id)
  if (known) return known
  const version = versionSchema.parse({ trigger, nodes })
  if (parsedVersions.size >= MOST_KEPT) parsedVersions.clear()
  parsedVersions.set(id, version)
  return version
}

/**
 * Walks all of them to their next rest or end. What one of them must know to go on is asked for all at once, and they are
 * walked again; nothing is stored before everybody stands. Every walk has its `step` afterwards.
 */
export async function walkBatch(mailroom: Mailroom, walks: Walk[]): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const asked = walks.filter(({ step }) => !step).flatMap(walkOn)
    if (asked.length === 0) return
    await answerAll(mailroom, asked)
  }
  for (const walk of walks) walk.step ??= { kind: "failed", error: new Error("It asks the same again and again.") }
}

/** As far as is known: its step, or what it asks. */
export function walkOn(walk: Walk): { walk: Walk; question: Question }[] {
  try {
    const asking = tryWalk(walk)
    return asking.map((question) => ({ walk, question }))
  } catch (error) {
    walk.step = { kind: "failed", error }
    return []
  }
}

function tryWalk(walk: Walk): Question[] {
  const { row, version, settings, answers } = walk
  const know = knowFrom(answers)
  const automation = { id: row.automation_id, settings }
  if (row.node === null && !row.facts.isCorrection) {
    const entry = enter({ trigger: version.trigger, automation, know, now: row.now })
    if ("ask" in entry) return entry.ask
    if ("later" in entry) {
      walk.step = { kind: "later", at: entry.later }
      return []
    }
    if (!entry.enters) {
      walk.step = { kind: "refused", verdict: entry.verdict, reason: entry.reason, saw: entry.saw }
      return []
    }
  }
  const moved = advance({
    version,
    automation,
    position: { node: row.node, visit: row.visit, rested: row.rested },
    entrant: { id: row.id, contactId: row.contact_id, enteredAt: row.entered_at },
    know,
    now: row.now,
  })
  if ("ask" in moved) return moved.ask
  walk.step = { kind: "moved", moved }
  return []
}
