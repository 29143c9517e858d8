import { MedusaError } from "@medusajs/framework/utils"
import { csvLine } from "../../../core/reports/csv"
import { pageOf } from "../../../core/reports/cursor"
import { UUID } from "../../../core/reports/uuid"
import { effectText, whyText } from "../../../core/reports/why"
import type { Database } from "../database"
import { pageStart } from "../page-start"
import {
  selectContactDecisions,
  selectEntrant,
  selectEntrants,
  selectEntrantsOf,
  selectPathDecisions,
  selectPathEffects,
  selectPathMessages,
  type EntrantRow,
  type PathDecisionRow,
  type PathEffectRow,
  type PathMessageRow,
} from "../sql/automation-entrants"

export type EntrantQuery = {
  states?: string[] | null
  node?: string | null
  q?: string | null
  cursor?: string | null
  limit?: number
}

/** One thing that happened to an entrant, in the order of time; what is seen is what decided. */
export type PathStep =
  | {
      at: Date
      kind: "decision"
      node: string | null
      verdict: string
      reason: string | null
      sentence: string
      saw: unknown
    }
  | { at: Date; kind: "message"; node: string | null; message: Omit<PathMessageRow, "enrolment_id" | "node"> }
  | {
      at: Date
      kind: "effect"
      node: string
      effect: Omit<PathEffectRow, "enrolment_id" | "node">
      /** Why it was not carried out (yet), or what the other side said; empty when there is nothing to say. */
      sentence: string
    }

export type EntrantPath = { entrant: EntrantRow; sentence: string; path: PathStep[] }
/** With the way of the version that it walks: another than the draft, as soon as somebody has gone on editing. */
export type EntrantOnWay = EntrantPath & { way: { trigger: unknown; nodes: unknown } }

export type EntryOfContact = EntrantRow & { automation_id: string; automation_name: string; automation_kind: string }

const DEFAULT_LIMIT = 50
const CSV_PAGE = 1_000
const CSV_HEAD = [
  "email",
  "name",
  "because_of",
  "key",
  "version",
  "state",
  "step",
  "outcome",
  "entered_at",
  "due_at",
  "ended_at",
]

const csvCells = (one: EntrantRow): (string | number | null)[] => [
  one.email,
  one.name,
  one.event,
  one.occurrence_key,
  one.version_number,
  one.state,
  one.node,
  one.outcome,
  ...[one.entered_at, one.due_at, one.ended_at].map((at) => at?.toISOString() ?? null),
]

/** Who is or was inside an automation, where each stands, and why (F49). Reads only. */
export class AutomationEntrantService {
  constructor(private readonly db: Database) {}

  async list(
    automationId: string,
    query: EntrantQuery = {},
  ): Promise<{ entrants: EntrantRow[]; next_cursor: string | null }> {
    const limit = query.limit ?? DEFAULT_LIMIT
    const [after = null] = pageStart(query.cursor) ?? []
    const { states = null, node = null } = query
    const q = query.q?.trim() || null
    const rows = await this.db.query<EntrantRow>(
      selectEntrants({ automationId, states, node, q, after, limit: limit + 1 }),
    )
    const { page, next_cursor } = pageOf(rows, limit, ({ id }) => [id])
    return { entrants: page, next_cursor }
  }

  /** All of them, a page at a time, so that a hundred thousand need no more memory than a hundred. */
  async *csv(automationId: string, query: Omit<EntrantQuery, "cursor" | "limit">): AsyncGenerator<string> {
    yield csvLine(CSV_HEAD)
    for (let cursor: string | null = null; ;) {
      const { entrants, next_cursor } = await this.list(automationId, { ...query, cursor, limit: CSV_PAGE })
      yield entrants.map((one) => csvLine(csvCells(one))).join("")
      if (next_cursor === null) return
      cursor = next_cursor
    }
  }

  /** NOT_FOUND for an unknown entrant. */
  async path(automationId: string, id: string): Promise<EntrantOnWay> {
    type Row = EntrantRow & EntrantOnWay["way"]
    const [row] = UUID.test(id) ? await this.db.query<Row>(selectEntrant({ automationId, id })) : []
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no entrant "${id}" in this automation.`)
    const { trigger, nodes, ...entrant } = row
    return { ...(await this.paths(automationId, [entrant]))[0]!, way: { trigger, nodes } }
  }

  /** Everything about one person: entered or not and because of what, where it stands, each decision with what it saw. */
  async why(automationId: string, contactId: string): Promise<{ entries: EntrantPath[]; notEntered: PathStep[] }> {
    if (!UUID.test(contactId)) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact "${contactId}".`)
    const [entrants, others] = await Promise.all([
      this.db.query<EntrantRow>(selectEntrantsOf(contactId, automationId)),
      this.db.query<PathDecisionRow>(selectContactDecisions({ automationId, contactId })),
    ])
    return { entries: await this.paths(automationId, entrants), notEntered: others.map(decisionStep) }
  }

  /** In which automations a person is or was, for the contact page. */
  async ofContact(contactId: string): Promise<EntryOfContact[]> {
    if (!UUID.test(contactId)) return []
    return this.db.query(selectEntrantsOf(contactId, null))
  }

  private async paths(automationId: string, entrants: EntrantRow[]): Promise<EntrantPath[]> {
    if (entrants.length === 0) return []
    const ids = entrants.map(({ id }) => id)
    const since = new Date(Math.min(...entrants.map(({ entered_at }) => entered_at.getTime())))
    const [decisions, messages, effects] = await Promise.all([
      this.db.query<PathDecisionRow>(selectPathDecisions({ automationId, enrolmentIds: ids, since })),
      this.db.query<PathMessageRow>(selectPathMessages(ids)),
      this.db.query<PathEffectRow>(selectPathEffects(ids)),
    ])
    const of = <Row extends { enrolment_id: string | null }>(rows: Row[], id: string) =>
      rows.filter(({ enrolment_id: enrolment }) => enrolment === id)
    return entrants.map((entrant) => ({
      entrant,
      sentence: sentenceOf(entrant),
      path: [
        ...of(decisions, entrant.id).map(decisionStep),
        ...of(messages, entrant.id).map(messageStep),
        ...of(effects, entrant.id).map(effectStep),
      ].sort((a, b) => secondOf(a) - secondOf(b)),
    }))
  }
}

/** What is written in one moment differs by milliseconds: then what was decided stands before what came of it. */
const secondOf = ({ at }: PathStep): number => Math.floor(at.getTime() / 1000)

function decisionStep({ at, node, verdict, reason, detail }: PathDecisionRow): PathStep {
  const sentence = whyText(reason) ?? ""
  return { at, kind: "decision", node, verdict, reason, sentence, saw: detail?.saw ?? detail }
}

function messageStep({ enrolment_id: _, node, ...message }: PathMessageRow): PathStep {
  return { at: message.planned_at, kind: "message", node, message }
}

function effectStep({ enrolment_id: _, node, ...effect }: PathEffectRow): PathStep {
  return { at: effect.created_at, kind: "effect", node, effect, sentence: effectText(effect.last_error) }
}

function sentenceOf({ state, outcome }: EntrantRow): string {
  if (state === "due" || state === "waiting") return "It is on the way."
  return whyText(outcome) ?? "It walked to the end."
}
