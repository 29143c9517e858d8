import { MedusaError } from "@medusajs/framework/utils"
import { automationSettingsSchema } from "../../core/automations/automation-settings"
import { eventsOf, versionSchema, type AutomationVersion } from "../../core/automations/definition"
import { triggerKindOf } from "../../core/automations/triggers/kinds"
import type { Reason } from "../../core/messages/states"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import type { EnrolmentFacts } from "../../modules/mailroom/sql/enrolments"
import { selectPastEvents, type PastEvent } from "../../modules/mailroom/sql/replay"
import { answerGhosts, personOf, type AskedGhost, type GhostWorld } from "./ghost-answers"
import { ghostOf, type Ghost } from "./ghost"
import { factsOf, type Walk } from "./walk"
import { walkOn } from "./walk-batch"

/** More events than this are not replayed: the first ones of the period show it as well. */
export const MOST_EVENTS = 2000
/** A graph with a wait in a circle may walk for years. */
const MOST_STEPS = 20_000
const MOST_ROUNDS = 220

export type Replay = { ghosts: Ghost[]; events: number; isCut: boolean; version: AutomationVersion }

/** What is replayed: the draft, if there is one, else what is live. */
export async function versionToReplay(mailroom: Mailroom, id: string): Promise<AutomationVersion> {
  const { draft, problems } = await mailroom.automationDrafts.get(id)
  if (problems.length > 0)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, problems.map(({ sentence }) => sentence).join(" "))
  return versionSchema.parse(draft)
}

/**
 * Runs an automation over what really happened in the last days: the published engine, the clock of each event, and no
 * effect outside. What the shop and people are is read as it is now.
 */
export async function replay(mailroom: Mailroom, id: string, { days }: { days: number }): Promise<Replay> {
  const version = await versionToReplay(mailroom, id)
  const { kind, settings } = await mailroom.automations.retrieve(id)
  const until = await nowOf(mailroom)
  const events = await pastEvents(mailroom, version, days)
  const shared = { automationKind: kind, version, settings: automationSettingsSchema.parse(settings) }
  const ghosts = events.slice(0, MOST_EVENTS).map((event, n) =>
    ghostOf(shared, {
      n,
      automationId: id,
      key: event.occurrence_key,
      contactId: typeof event.payload.contact_id === "string" ? event.payload.contact_id : null,
      facts: factsOfEvent(event),
      at: event.occurred_at,
    }),
  )
  await walkGhosts({ mailroom, ghosts, places: new Map() }, until)
  return { ghosts, events: events.length, isCut: events.length > MOST_EVENTS, version }
}

async function pastEvents(mailroom: Mailroom, { trigger }: AutomationVersion, days: number): Promise<PastEvent[]> {
  const events = eventsOf(trigger)
  if (events.length === 0)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Only triggers that wait for an event can be replayed; "${trigger.kind}" is computed by the clock. Use a test run.`,
    )
  const rows = await mailroom.db.query<PastEvent>(selectPastEvents({ events, days, limit: MOST_EVENTS + 1 }))
  const { matches } = triggerKindOf(trigger.kind)!
  return rows.filter(({ event, payload, occurred_at: occurredAt }) =>
    matches ? matches(trigger.settings, { event, payload, occurredAt }) : true,
  )
}

const factsOfEvent = ({ id, event, payload, source, occurred_at: at }: PastEvent): EnrolmentFacts => ({
  triggerId: id,
  event,
  payload,
  source,
  occurredAt: at.toISOString(),
  isCorrection: false,
})

async function nowOf({ db }: Mailroom): Promise<Date> {
  const [row] = await db.query<{ now: Date }>({ text: `SELECT mailroom.now() AS now`, values: [] })
  return row!.now
}

/** Earliest first, so that re-entry and limits fall as they would have fallen; until nobody is due before the end. */
export async function walkGhosts(world: GhostWorld, until: Date): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = nextOf(world.ghosts)
    if (!next || next.dueAt > until) return
    await step(world, next)
  }
}

function nextOf(ghosts: Ghost[]): Ghost | undefined {
  let next: Ghost | undefined
  for (const ghost of ghosts)
    if ((ghost.state === "due" || ghost.state === "waiting") && (!next || ghost.dueAt < next.dueAt)) next = ghost
  return next
}

async function step(world: GhostWorld, ghost: Ghost): Promise<void> {
  const { walk } = ghost
  walk.row.now = ghost.dueAt
  walk.step = undefined
  walk.answers = new Map()
  for (let round = 0; round < MOST_ROUNDS && !walk.step; round++) {
    const asked: AskedGhost[] = walkOn(walk).map(({ question }) => ({ ghost, question }))
    await answerGhosts(world, asked)
  }
  await settle(world.mailroom, ghost, walk.step)
}

async function settle(mailroom: Mailroom, ghost: Ghost, step: Walk["step"]): Promise<void> {
  if (step?.kind === "later") {
    ghost.dueAt = step.at
    return
  }
  if (step?.kind !== "moved") {
    ghost.state = step?.kind === "refused" ? "refused" : "failed"
    ghost.outcome = step?.kind === "refused" ? step.reason : step?.kind === "missing" ? "shop_data_missing" : "error"
    return
  }
  const { position, state, dueAt, outcome, effects } = step.moved
  const at = ghost.walk.row.now
  await personOf(mailroom, ghost)
  for (const effect of effects) {
    if (effect.kind === "mail_shopper") {
      const refused = await refusalOf(mailroom, ghost, effect.settings.class, effect.settings.topicId)
      ghost.mails.push({ node: effect.node, visit: effect.visit, at, refused })
    } else if (effect.kind !== "decision") ghost.effects.push({ node: effect.node, at, effect })
  }
  Object.assign(ghost.walk.row, position)
  ghost.state = state
  ghost.outcome = outcome
  if (dueAt) ghost.dueAt = dueAt
}

/** What the gate says now: who has unsubscribed since would not get it any more. */
async function refusalOf(
  mailroom: Mailroom,
  { walk }: Ghost,
  messageClass: "tx" | "marketing",
  topicId: string | null,
): Promise<Reason | null> {
  const facts = factsOf(walk)
  if (facts?.isSilenced) return "merchant_asked_for_silence"
  if (!facts?.shopper.email) return "no_address"
  if (!walk.person?.contactId) return messageClass === "marketing" ? "not_subscribed" : null
  const { verdict, reason } = await mailroom.why.ofContact(walk.person.contactId, { topicId, messageClass })
  return verdict === "drop" ? (reason as Reason) : null
}
