import { MedusaError } from "@medusajs/framework/utils"
import { automationSettingsSchema } from "../../core/automations/automation-settings"
import { versionSchema, type AutomationVersion } from "../../core/automations/definition"
import type { PlacedEffectOf } from "../../core/automations/effects"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectNow } from "../../modules/mailroom/sql/consent"
import { selectSomeMembers } from "../../modules/mailroom/sql/replay"
import { factsAt, nameOfEffect, traced, type Ghost, type GhostMail, type GhostStep } from "./ghost"
import { answerGhost } from "./ghost-answers"
import { noteEffect } from "./ghost-effects"
import { refusalOf } from "./ghost-gate"
import { GhostWorld, type GhostShared, type Progress } from "./ghost-world"
import { pastOccurrences } from "./past-occurrences"
import { readOnlyMailroom } from "./read-only-mailroom"
import { learn } from "./walk"
import { walkOn } from "./walk-batch"

/** More entrants than this are not walked: the first ones of the time show it as well. */
export const MOST_ENTRANTS = 10_000
/** A graph with a wait in a circle may walk for years. */
const STEPS_EACH = 60
const MOST_ROUNDS = 220
/** After so many steps it is told how far it is, and whatever waits in this process has its turn. */
const BREATH = 50

export type Replay = { world: GhostWorld; occurrences: number; until: Date }

/** What is replayed: the draft, if there is one, else what is live. */
export async function versionToReplay(mailroom: Mailroom, id: string): Promise<AutomationVersion> {
  const { draft, problems } = await mailroom.automationDrafts.get(id)
  if (problems.length > 0)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, problems.map(({ sentence }) => sentence).join(" "))
  return versionSchema.parse(draft)
}

/** What all entrants of a replay share. */
export async function sharedOf(mailroom: Mailroom, id: string): Promise<GhostShared> {
  const version = await versionToReplay(mailroom, id)
  const { kind, settings } = await mailroom.automations.retrieve(id)
  return { automationId: id, automationKind: kind, version, settings: automationSettingsSchema.parse(settings) }
}

/**
 * Runs an automation over what really happened in the last days (F51): the published engine, the clock of each occurrence,
 * and services that can only read. What the shop and people are is taken as it is now.
 */
export async function replay(
  real: Mailroom,
  id: string,
  { days, most = MOST_ENTRANTS, progress }: { days: number; most?: number; progress?: Progress },
): Promise<Replay> {
  const mailroom = await readOnlyMailroom(real)
  const shared = await sharedOf(mailroom, id)
  const [clock] = await mailroom.db.query<{ at: Date }>(selectNow())
  const until = clock!.at
  const occurrences = await pastOccurrences(mailroom, shared.version, { days, until, limit: most + 1 })
  const shop = await mailroom.settings.read()
  const sending = { shop, countedDays: days + shop.frequency.days }
  const world = new GhostWorld(mailroom, shared, { most, progress, sending })
  await world.add(occurrences)
  await walkGhosts(world, until)
  return { world, occurrences: occurrences.length, until }
}

/** Earliest first, so that re-entry and limits fall as they would have fallen; until nobody is due before the end. */
export async function walkGhosts(world: GhostWorld, until: Date): Promise<void> {
  for (let steps = 0; steps < STEPS_EACH * Math.max(1, world.ghosts.length); steps++) {
    const ghost = world.next(until)
    if (!ghost) break
    await step(world, ghost)
    if (ghost.state === "due" || ghost.state === "waiting") world.enqueue(ghost)
    if (steps % BREATH === BREATH - 1) await world.tell()
  }
  await world.tell()
}

async function step(world: GhostWorld, ghost: Ghost): Promise<void> {
  const { walk, facts } = ghost
  walk.row.now = ghost.dueAt
  walk.step = undefined
  walk.answers = new Map()
  if (facts) learn(walk, { about: "occurrence" }, factsAt(facts, ghost.dueAt))
  for (let round = 0; round < MOST_ROUNDS && !walk.step; round++)
    for (const { question } of walkOn(walk)) await answerGhost(world, ghost, question)
  await settle(world, ghost)
}

async function settle(world: GhostWorld, ghost: Ghost): Promise<void> {
  const { walk } = ghost
  const { row, step } = walk
  if (step?.kind === "later") return void (ghost.dueAt = step.at)
  if (step?.kind !== "moved") {
    ghost.state = step?.kind === "refused" ? "refused" : "failed"
    ghost.outcome = step?.kind === "refused" ? step.reason : world.troubled(step)
    return
  }
  if (row.node === null && row.contact_id)
    world.entered.set(row.contact_id, [...(world.entered.get(row.contact_id) ?? []), ghost])
  const { position, state, dueAt, outcome, effects, passages } = step.moved
  const fresh: GhostStep[] = []
  for (const effect of effects) {
    if (effect.kind === "mail_shopper") {
      const mail = await mailOf(world, ghost, effect)
      ghost.mails.push(mail)
      if (mail.at > ghost.dueAt) ghost.dueAt = mail.at
      fresh.push({ node: mail.node, at: row.now, kind: "mail", mail })
    } else if (effect.kind === "fan_out") await fanOut(world, ghost, effect)
    else if (effect.kind !== "decision") {
      await noteEffect(world, ghost, effect)
      fresh.push({ node: effect.node, at: row.now, kind: nameOfEffect(effect) })
    }
  }
  traced(ghost, fresh, passages)
  Object.assign(row, position)
  ghost.state = state
  ghost.outcome = outcome
  if (dueAt && dueAt > ghost.dueAt) ghost.dueAt = dueAt
}

/** Who waits for a mail that waits for its hour goes on behind it. */
async function mailOf(world: GhostWorld, ghost: Ghost, effect: PlacedEffectOf<"mail_shopper">): Promise<GhostMail> {
  const { node, visit, settings } = effect
  const at = ghost.walk.row.now
  const refused = await refusalOf(world, ghost, effect)
  if (refused !== null || settings.class !== "marketing") return { node, visit, at, refused }
  const left = world.leaves(ghost)
  return "drop" in left ? { node, visit, at, refused: left.drop } : { node, visit, at: left.at, refused: null }
}

async function membersOf({ mailroom }: GhostWorld, segmentId: string): Promise<{ id: string }[]> {
  const statement = await mailroom.segmentMembers.statementOf(segmentId)
  return mailroom.db.query<{ id: string }>(selectSomeMembers(statement, MOST_ENTRANTS + 1))
}

/** Everybody who is in the segment now goes on from there. */
async function fanOut(world: GhostWorld, { walk: { row } }: Ghost, { segmentId, to }: PlacedEffectOf<"fan_out">) {
  const members = world.onlyPerson ? [{ id: world.onlyPerson }] : await membersOf(world, segmentId)
  await world.add(
    members.map(({ id }) => ({
      key: `run:${row.occurrence_key}:${id}`,
      contactId: id,
      facts: { ...row.facts, payload: { ...row.facts.payload, contact_id: id } },
      at: row.now,
      node: to,
    })),
  )
}
