import { MedusaError } from "@medusajs/framework/utils"
import { automationSettingsSchema } from "../../core/automations/automation-settings"
import { eventsOf } from "../../core/automations/definition"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectPeople } from "../../modules/mailroom/sql/enrolment-answers"
import { selectPastEvents, type PastEvent } from "../../modules/mailroom/sql/replay"
import { planTestMail } from "../test-mail"
import { ghostOf } from "./ghost"
import { mailFor } from "./replay-report"
import { versionToReplay, walkGhosts } from "./replay"

/** However long the waits are: it is over in a moment. */
const END_OF_TIME = new Date("9999-01-01T00:00:00Z")
const DAYS = 90
const MOST_LOOKED_AT = 500

/**
 * One person's way through an automation with all waits left out, its mails to whoever tries it and nobody else. By the
 * last real occurrence of that person where there is one, because mails about an order need an order.
 */
export async function testRun(mailroom: Mailroom, id: string, { contactId, to }: { contactId: string; to: string }) {
  const version = await versionToReplay(mailroom, id)
  const { kind, settings } = await mailroom.automations.retrieve(id)
  const event = await lastEventOf(mailroom, eventsOf(version.trigger), contactId)
  const at = event?.occurred_at ?? new Date()
  const ghost = ghostOf(
    { automationKind: kind, version, settings: automationSettingsSchema.parse(settings) },
    {
      n: 0,
      automationId: id,
      key: event?.occurrence_key ?? `test:${contactId}`,
      contactId,
      at,
      facts: {
        triggerId: event?.id ?? "0",
        event: event?.event ?? version.trigger.kind,
        payload: event?.payload ?? { contact_id: contactId },
        source: event?.source ?? "api",
        occurredAt: at.toISOString(),
        isCorrection: false,
      },
    },
  )
  await walkGhosts({ mailroom, ghosts: [ghost], places: new Map() }, END_OF_TIME)
  const steps = []
  for (const { node, at: then, refused } of ghost.mails) {
    const mail = await mailFor(mailroom, ghost, node)
    const messageId = mail
      ? await planTestMail(mailroom, {
          to,
          templateVersionId: mail.versionId,
          class: "tx",
          context: mail.context,
          locale: mail.locale,
        })
      : null
    steps.push({ node, at: then, kind: "mail", refused, subject: mail?.subject ?? null, message_id: messageId })
  }
  for (const { node, at: then, effect } of ghost.effects)
    steps.push({ node, at: then, kind: effect.kind === "outside" ? effect.what : effect.kind })
  steps.sort((a, b) => a.at.getTime() - b.at.getTime())
  return { about: event?.occurrence_key ?? null, state: ghost.state, outcome: ghost.outcome, steps }
}

/** Null: the person never set it off, or its trigger is computed. */
async function lastEventOf(mailroom: Mailroom, events: string[], contactId: string): Promise<PastEvent | null> {
  const known = await mailroom.db.query(selectPeople([contactId]))
  if (known.length === 0) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact "${contactId}".`)
  if (events.length === 0) return null
  const rows = await mailroom.db.query<PastEvent>(
    selectPastEvents({ events, days: DAYS, limit: MOST_LOOKED_AT, contactId }),
  )
  return rows.at(-1) ?? null
}
