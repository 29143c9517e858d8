import type { PlacedEffectOf } from "../../core/automations/effects"
import { knowFrom } from "../../core/automations/questions"
import type { NewMessage } from "../../core/messages/new-message"
import type { Db } from "../../modules/mailroom/database"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { lockEntries, selectEarlierEntries, type EarlierRow } from "../../modules/mailroom/sql/enrolment-answers"
import {
  changeTags,
  countPassages,
  fanOut,
  insertEffects,
  moveEnrolments,
  prolongLease,
  wipeSealedOf,
  type Move,
  type NewEffect,
  type PassageCount,
} from "../../modules/mailroom/sql/enrolment-batch"
import { insertDecisions, type DecisionRow } from "../../modules/mailroom/sql/enrolments"
import { PROCESS_ID } from "../process-id"
import { findPeople } from "./answers/person"
import { mailsOf } from "./mails-of"
import { meansFor, type Means } from "./means"
import { factsOf, type Walk } from "./walk"

/** Everything of one entrant's step that is written in one transaction. */
export type Outcome = {
  move: Move
  messages: NewMessage[]
  decisions: DecisionRow[]
  effects: NewEffect[]
  tags: { contactId: string; add: string[]; remove: string[] }[]
  fanOuts: {
    effect: PlacedEffectOf<"fan_out">
    members: Awaited<ReturnType<Mailroom["segmentMembers"]["statementOf"]>>
    controlPercent: number
  }[]
  passages: PassageCount[]
  /** The trigger whose secret is not needed any more. */
  endsTrigger: string | null
  /** Of somebody who may not be inside twice: what was known of other entries when this one was let in. */
  entry: Entry | null
}

type Entry = { enrolmentId: string; automationId: string; contactId: string; count: number }

/** Another process took an entrant over while this one was asleep; what it wrote is undone by the rollback. */
export class LeaseLost extends Error {
  constructor() {
    super("An entrant was taken over by another process.")
  }
}

/** Another occurrence of the same person was let in since this one was judged: it is judged again. */
export class EnteredMeanwhile extends Error {
  constructor() {
    super("Another occurrence of the same person has entered meanwhile.")
  }
}

/** What is to be written for walks that moved or were refused; one that cannot be is `failed` afterwards. */
export async function outcomesOf(mailroom: Mailroom, walks: Walk[]): Promise<{ walk: Walk; outcome: Outcome }[]> {
  await findPeople(
    mailroom,
    walks.filter(
      ({ step, row }) => step?.kind === "moved" && (step.moved.effects.length > 0 || row.contact_id === null),
    ),
  )
  const means = await meansFor(mailroom, walks)
  const found: { walk: Walk; outcome: Outcome }[] = []
  for (const walk of walks) {
    try {
      const outcome = await outcomeOf(mailroom, walk, means)
      if (outcome) found.push({ walk, outcome })
    } catch (error) {
      walk.step = { kind: "failed", error }
    }
  }
  return found
}

async function outcomeOf(mailroom: Mailroom, walk: Walk, means: Means): Promise<Outcome | null> {
  const { step, row } = walk
  if (step?.kind === "refused") return refusal(walk, step)
  if (step?.kind !== "moved") return null
  const { position, state, dueAt, outcome, effects, passages } = step.moved
  const contactId = row.contact_id
  const fanOuts = []
  for (const effect of effects)
    if (effect.kind === "fan_out")
      fanOuts.push({
        effect,
        members: await mailroom.segmentMembers.statementOf(effect.segmentId),
        controlPercent: walk.settings.controlPercent,
      })
  const facts = factsOf(walk)
  const { automationKind, settings, person } = walk
  const messages = facts
    ? effects.flatMap((one) => mailsOf({ row, automationKind, settings, facts, person: person!, effects, means }, one))
    : []
  return {
    move: { id: row.id, token: row.lease_token, state, ...position, dueAt, outcome, contactId },
    messages,
    decisions: [
      ...effects.flatMap((one) =>
        one.kind === "decision" ? [decision(walk, one.node, one.verdict, one.reason, one.saw)] : [],
      ),
      ...messages.flatMap((message) => waitOf(walk, message)),
    ],
    effects: effects.flatMap((one) => (one.kind === "outside" ? [outside(walk, one)] : [])),
    tags: effects.flatMap((one) =>
      one.kind === "tag" && contactId ? [{ contactId, add: one.add, remove: one.remove }] : [],
    ),
    fanOuts,
    passages: passages.map((passage) => ({ versionId: row.version_id, ...passage, n: 1 })),
    endsTrigger: state === "done" ? row.facts.triggerId : null,
    entry: entryOf(walk),
  }
}

/** Nobody else's entry matters to who goes on, who corrects an earlier notice, and who may enter as often as it happens. */
function entryOf({ row, version, answers }: Walk): Entry | null {
  const { id: enrolmentId, automation_id: automationId, contact_id: contactId } = row
  if (row.node !== null || row.facts.isCorrection || !contactId) return null
  if (version.trigger.reentry.rule === "per_occurrence") return null
  const { count } = knowFrom(answers)({ about: "earlier_entries" })!
  return { enrolmentId, automationId, contactId, count }
}

/** A mail that waits for its reader's hours says so; one that is refused waits for nothing. */
function waitOf(walk: Walk, { dueAt, node, refused }: NewMessage): DecisionRow[] {
  if (!dueAt || refused) return []
  return [decision(walk, node ?? null, "deferred", "quiet_hours", { until: dueAt.toISOString() })]
}

function refusal(
  walk: Walk,
  { verdict, reason, saw }: { verdict: string; reason: string; saw: Record<string, unknown> },
): Outcome {
  const { id, lease_token: token, visit, rested, contact_id: contactId } = walk.row
  return {
    move: { id, token, state: "refused", node: null, visit, rested, dueAt: null, outcome: reason, contactId },
    messages: [],
    decisions: [decision(walk, null, verdict, reason, saw)],
    effects: [],
    tags: [],
    fanOuts: [],
    passages: [],
    endsTrigger: walk.row.facts.triggerId,
    entry: null,
  }
}

function decision(
  walk: Walk,
  node: string | null,
  verdict: string,
  reason: string,
  saw: Record<string, unknown> | undefined,
): DecisionRow {
  const { row } = walk
  return {
    sourceId: row.automation_id,
    enrolmentId: row.id,
    contactId: row.contact_id,
    occurrenceKey: row.occurrence_key,
    node,
    verdict,
    reason,
    detail: { about: factsOf(walk)?.about ?? null, ...(saw && { saw }) },
  }
}

function outside({ row }: Walk, effect: PlacedEffectOf<"outside">): NewEffect {
  const { node, visit, what, settings, recipient, dueAt } = effect
  return {
    key: `auto:${row.id}:${node}:${visit}${recipient ? `:${recipient}` : ""}`,
    automationId: row.automation_id,
    enrolmentId: row.id,
    node,
    visit,
    kind: what,
    settings,
    contactId: row.contact_id,
    dueAt: dueAt ?? null,
  }
}

/** Longer than copying a million people takes. */
const FAN_OUT_SECONDS = 900

/** One transaction, fenced by the leases: all of it, or (with a throw) nothing. */
export async function storeBatch(mailroom: Mailroom, outcomes: Outcome[]): Promise<void> {
  if (outcomes.length === 0) return
  const all = <Key extends "messages" | "decisions" | "effects" | "tags" | "passages">(key: Key) =>
    outcomes.flatMap((outcome) => outcome[key] as Outcome[Key][number][])
  for (const { move, fanOuts } of outcomes) if (fanOuts.length > 0) await prolong(mailroom, move)
  await mailroom.db.transaction(async (tx) => {
    await letIn(
      tx,
      outcomes.flatMap(({ entry }) => entry ?? []),
    )
    await storeMessages(mailroom, tx, all("messages"))
    if (all("decisions").length > 0) await tx.query(insertDecisions(all("decisions")))
    if (all("effects").length > 0) await tx.query(insertEffects(all("effects")))
    if (all("tags").length > 0) await tx.query(changeTags(all("tags")))
    for (const { move, fanOuts } of outcomes)
      for (const { effect, members, controlPercent } of fanOuts)
        await tx.query(fanOut(members, { ...effectPlace(effect), enrolmentId: move.id, controlPercent }))
    const moved = await tx.query(moveEnrolments(outcomes.map(({ move }) => move)))
    if (moved.length < outcomes.length) throw new LeaseLost()
    const ended = outcomes.flatMap(({ endsTrigger }) => endsTrigger ?? [])
    if (ended.length > 0) await tx.query(wipeSealedOf(ended))
    // Last, because two processes may count the same: nobody waits longer for a count than a commit takes.
    const passages = summed(all("passages"))
    if (passages.length > 0) await tx.query(countPassages(passages, SLOT))
  })
}

/** Judged and written are two moments: a process beside this one may have let the same person in between them. */
async function letIn(tx: Db, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return
  await tx.query(lockEntries(entries))
  const now = await tx.query<EarlierRow>(selectEarlierEntries(entries))
  if (now.some(({ n, count }) => count !== entries[n - 1]!.count)) throw new EnteredMeanwhile()
}

async function storeMessages(mailroom: Mailroom, tx: Db, messages: NewMessage[]): Promise<void> {
  if (messages.length > 0) await mailroom.messages.plan(tx, messages)
}

async function prolong({ db }: Mailroom, { id, token }: Move): Promise<void> {
  const held = await db.query(prolongLease({ id, token, seconds: FAN_OUT_SECONDS }))
  if (held.length === 0) throw new LeaseLost()
}

const effectPlace = ({ to, visit }: PlacedEffectOf<"fan_out">) => ({ node: to, visit })

/** Processes count in rows of their own, as far as there are slots. */
const SLOTS = 16
const SLOT = [...PROCESS_ID].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % SLOTS, 7)

function summed(passages: PassageCount[]): PassageCount[] {
  const sums = new Map<string, PassageCount>()
  for (const one of passages) {
    const key = JSON.stringify([one.versionId, one.node, one.exit])
    sums.set(key, { ...one, n: (sums.get(key)?.n ?? 0) + one.n })
  }
  return [...sums.values()]
}
