import type { PlacedEffect } from "../../core/automations/effects"
import type { MailState } from "../../core/automations/questions"
import type { Reason } from "../../core/messages/states"
import type { EnrolmentFacts } from "../../modules/mailroom/sql/enrolments"
import type { Walk } from "./walk"

/** A mail that would have gone, or not. */
export type GhostMail = { node: string; visit: number; at: Date; refused: Reason | null }

/** An entrant of a replay: it walks as a real one does, and nothing of it is stored. */
export type Ghost = {
  walk: Walk
  dueAt: Date
  state: "due" | "waiting" | "done" | "refused" | "failed"
  outcome: string | null
  mails: GhostMail[]
  effects: { node: string; at: Date; effect: PlacedEffect }[]
}

/** `n` stands in for the id: the same replay twice gives the same people. */
export function ghostOf(
  shared: Pick<Walk, "automationKind" | "version" | "settings">,
  coming: { n: number; automationId: string; key: string; contactId: string | null; facts: EnrolmentFacts; at: Date },
): Ghost {
  const { n, automationId, key, contactId, facts, at } = coming
  const row = {
    id: `00000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`,
    automation_id: automationId,
    version_id: "",
    occurrence_key: key,
    facts,
    contact_id: contactId,
    node: null,
    visit: 0,
    rested: 0,
    attempts: 0,
    lease_token: "",
    entered_at: at,
    now: at,
  }
  return {
    walk: { ...shared, row, answers: new Map() },
    dueAt: at,
    state: "due",
    outcome: null,
    mails: [],
    effects: [],
  }
}

/** A mail that nothing was against counts as sent at once; who opens or clicks cannot be known, so nobody does. */
export function stateOfMail({ at, refused }: GhostMail): MailState {
  const sent = refused === null
  return {
    status: sent ? "sent" : "dropped",
    reason: refused,
    isDelivered: sent,
    isOpened: false,
    isClicked: false,
    sentAt: sent ? at : null,
  }
}
