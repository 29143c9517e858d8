import { MedusaError } from "@medusajs/framework/utils"
import { eventsOf, type AutomationVersion } from "../../core/automations/definition"
import { triggerKindOf } from "../../core/automations/triggers/kinds"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectNow } from "../../modules/mailroom/sql/consent"
import { selectPeople } from "../../modules/mailroom/sql/enrolment-answers"
import type { EnrolmentFacts } from "../../modules/mailroom/sql/enrolments"
import { selectLatestOf, selectPastEvents, type LatestRow, type PastEvent } from "../../modules/mailroom/sql/replay"
import { planTestMail } from "../test-mail"
import type { Coming, Ghost, GhostStep } from "./ghost"
import { mailFor } from "./ghost-mail"
import { GhostWorld } from "./ghost-world"
import { readOnlyMailroom } from "./read-only-mailroom"
import { sharedOf, walkGhosts } from "./replay"

/** However long the waits are: it is over in a moment. */
const END_OF_TIME = new Date("9999-01-01T00:00:00Z")
const DAYS = 90
const MOST_LOOKED_AT = 500

/** Of a mail also its subject, and why the person would not get it. */
type TestStep = Omit<GhostStep, "mail"> & {
  refused?: string | null
  subject?: string | null
  message_id?: string | null
}

/**
 * One person's way through an automation with all waits left out, its mails to `to` and nobody else; `to` is one of ours
 * (`test-addresses`). By the last real occurrence of that person where there is one, because mails about an order need an order.
 */
export async function testRun(mailroom: Mailroom, id: string, { contactId, to }: { contactId: string; to: string }) {
  const looking = await readOnlyMailroom(mailroom)
  const shared = await sharedOf(looking, id)
  const coming = await comingOf(looking, shared.version, contactId)
  const world = new GhostWorld(looking, shared, { most: 2, onlyPerson: contactId })
  await world.add([coming])
  await walkGhosts(world, END_OF_TIME)
  const steps: TestStep[] = []
  for (const ghost of world.ghosts) steps.push(...(await stepsOf(mailroom, ghost, to)))
  const { state, outcome } = world.ghosts.at(-1)!
  return { about: coming.key, to, state, outcome, steps }
}

/** In the order in which they were walked, each mail planned for whoever tries it. */
async function stepsOf(mailroom: Mailroom, ghost: Ghost, to: string): Promise<TestStep[]> {
  const steps: TestStep[] = []
  for (const { mail, ...step } of ghost.trace)
    steps.push(mail ? { ...step, ...(await sent(mailroom, ghost, mail, to)) } : step)
  return steps
}

async function sent(mailroom: Mailroom, ghost: Ghost, { node, refused }: Ghost["mails"][number], to: string) {
  const mail = await mailFor(mailroom, ghost, node)
  if (!mail) return { refused, subject: null, message_id: null }
  const { versionId: templateVersionId, context, locale, subject } = mail
  const message_id = await planTestMail(mailroom, { to, templateVersionId, class: "tx", context, locale })
  return { refused, subject, message_id }
}

/** How this person comes to it: as really happened last, else as it would happen with what we know of the person. */
async function comingOf(mailroom: Mailroom, { trigger }: AutomationVersion, contactId: string): Promise<Coming> {
  const { db } = mailroom
  const known = await db.query(selectPeople([contactId]))
  if (known.length === 0) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact "${contactId}".`)
  const last = await lastEventOf(mailroom, eventsOf(trigger), contactId)
  if (last) {
    const { id: triggerId, event, occurrence_key: key, payload, source, occurred_at: at } = last
    return { key, contactId, at, facts: { ...factsAt(at), triggerId, event, payload, source } }
  }
  const [clock] = await db.query<{ at: Date }>(selectNow())
  const isNobody = triggerKindOf(trigger.kind)?.subject === null
  const payload = isNobody ? {} : await latestOf(mailroom, trigger.kind, contactId)
  const facts: EnrolmentFacts = { ...factsAt(clock!.at), event: eventsOf(trigger)[0] ?? trigger.kind, payload }
  return { key: `test:${contactId}`, contactId: isNobody ? null : contactId, at: clock!.at, facts }
}

const factsAt = (at: Date): EnrolmentFacts => ({
  triggerId: "0",
  event: "",
  payload: {},
  source: "api",
  occurredAt: at.toISOString(),
  isCorrection: false,
})

/** Null: the person never set it off, or it is computed. */
async function lastEventOf({ db }: Mailroom, events: string[], contactId: string): Promise<PastEvent | null> {
  if (events.length === 0) return null
  const asked = { events, days: DAYS, limit: MOST_LOOKED_AT, contactId }
  return (await db.query<PastEvent>(selectPastEvents(asked))).at(-1) ?? null
}

/** The person's latest order, cart or product, by what the trigger is about. */
async function latestOf({ db }: Mailroom, kind: string, contactId: string): Promise<Record<string, unknown>> {
  const [latest] = await db.query<LatestRow>(selectLatestOf(contactId))
  const { order_id, cart_id, customer_id, product_id } = latest!
  switch (triggerKindOf(kind)?.subject) {
    case "order":
      return { contact_id: contactId, id: order_id, order_id }
    case "cart":
      return { contact_id: contactId, id: cart_id, cart_id }
    case "customer":
      return { contact_id: contactId, id: customer_id }
    case "product":
      return { contact_id: contactId, product_id }
    default:
      return { contact_id: contactId }
  }
}
