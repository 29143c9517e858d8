import { MedusaError } from "@medusajs/framework/utils"
import { liftRefusal } from "../../../core/contacts/lift-refusal"
import { activityOf, saidActivity, type Activity } from "../../../core/reports/activity"
import { emailState, emailStateText, type EmailState } from "../../../core/reports/email-state"
import { isoOrNull, type OutboxRow } from "../../../core/reports/outbox-row"
import { UUID } from "../../../core/reports/uuid"
import type { Database } from "../database"
import {
  selectActivities,
  selectSaid,
  selectContactOfAddress,
  selectPerson,
  selectTopicStates,
  type PersonRow,
} from "../sql/people"
import type { CustomerService } from "./customers"
import type { OutboxService } from "./outbox"
import type { SuppressionScope, SuppressionService } from "./suppression"

export type ContactSummary = {
  id: string
  name: string | null
  email: string | null
  state: EmailState
  /** When the consent ends by itself (CASL); null where it does not. */
  consent_expires_at: string | null
  locale: string | null
  customer_ids: string[]
  last_interaction_at: string | null
  last_transaction_at: string | null
  created_at: string
}

/** `Contact` of docs/api.md. */
export type ContactPage = ContactSummary & {
  state_text: string
  marketing: string
  marketing_since: string | null
  marketing_basis: string | null
  tracking: string
  topics: { id: string; name: string; state: string; since: string | null }[]
  suppressions: (PersonRow["suppressions"][number] & { can_lift: boolean })[]
  mails: OutboxRow[]
  activities: Activity[]
}

const MAILS = 20
const ACTIVITIES = 50

/** Contacts as the owner sees them: state, topics, mails and activities (F41, F45). */
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly outbox: OutboxService,
    private readonly suppression: SuppressionService,
    private readonly customers: CustomerService,
  ) {}

  async byCustomer(customerId: string): Promise<ContactPage | null> {
    const found = await this.customers.contactOf(customerId)
    return found && this.page(found.contactId)
  }

  /** Whose address it is or was; null when nobody's. */
  async idOfAddress(emailNorm: string): Promise<string | null> {
    const [found] = await this.db.query<{ contact_id: string }>(selectContactOfAddress(emailNorm))
    return found?.contact_id ?? null
  }

  async page(id: string): Promise<ContactPage> {
    const row = await this.row(id)
    const [topics, { messages }, events, said] = await Promise.all([
      this.db.query<{ id: string; name: string; state: string; since: Date | null }>(selectTopicStates(row.address_id)),
      this.outbox.list({ contactId: id, limit: MAILS }),
      this.db.query<{ kind: string; at: Date; message_id: string; subject: string | null }>(
        selectActivities(id, ACTIVITIES),
      ),
      this.db.query<{ kind: "send_sms" | "send_push"; at: Date; text: string }>(selectSaid(id, ACTIVITIES)),
    ])
    return {
      ...summaryOf(row),
      state_text: emailStateText(factsOf(row)),
      marketing: row.marketing ?? "never_asked",
      marketing_since: isoOrNull(row.marketing_since),
      marketing_basis: row.marketing_basis,
      tracking: row.tracking ?? "unknown",
      topics: topics.map((topic) => ({ ...topic, since: isoOrNull(topic.since) })),
      suppressions: row.suppressions.map((one) => ({
        ...one,
        created_at: isoOrNull(one.created_at)!,
        expires_at: isoOrNull(one.expires_at),
        can_lift: liftRefusal(one.reason) === null,
      })),
      mails: messages,
      activities: newestFirst([...events.flatMap((event) => activityOf(event) ?? []), ...said.map(saidActivity)]),
    }
  }

  /** "Never write again": from now on, and for what waits already. */
  async suppress(
    id: string,
    stop: { scope: "all" | "marketing"; note: string | null; by: string | null },
  ): Promise<void> {
    const { email_hash: emailHash, email } = await this.row(id)
    if (!emailHash || !email)
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This contact has no address that could be stopped.")
    const scope: SuppressionScope = stop.scope === "all" ? { scope: "all" } : { scope: "marketing" }
    await this.db.transaction((tx) =>
      this.suppression.suppress(tx, {
        email,
        ...scope,
        reason: "manual",
        source: "admin",
        evidence: stop.note ? { note: stop.note } : {},
        by: stop.by,
      }),
    )
  }

  async lift(id: string, lift: { suppressionId: string; reason: string; by: string | null }): Promise<void> {
    const { suppressions } = await this.row(id)
    const one = suppressions.find((suppression) => suppression.id === lift.suppressionId)
    if (!one)
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `This contact has no suppression "${lift.suppressionId}".`)
    const refusal = liftRefusal(one.reason)
    if (refusal) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, refusal)
    const { suppressionId, reason, by } = lift
    await this.db.transaction((tx) => this.suppression.lift(tx, { id: suppressionId, by: by ?? "api key", reason }))
  }

  /** The contact with its address; NOT_FOUND when there is none. */
  async row(id: string): Promise<PersonRow> {
    const [row] = UUID.test(id) ? await this.db.query<PersonRow>(selectPerson(id)) : []
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact "${id}".`)
    return row
  }
}

function summaryOf(row: PersonRow): ContactSummary {
  return {
    id: row.id,
    name: [row.first_name, row.last_name].filter(Boolean).join(" ") || null,
    email: row.email,
    state: emailState(factsOf(row)),
    consent_expires_at: isoOrNull(row.marketing_expires_at),
    locale: row.locale,
    customer_ids: row.customer_ids,
    last_interaction_at: isoOrNull(row.last_interaction_at),
    last_transaction_at: isoOrNull(row.last_transaction_at),
    created_at: row.created_at.toISOString(),
  }
}

function factsOf({ erased_at: erasedAt, email, marketing, suppressions, is_faded: isFaded }: PersonRow) {
  return { isErased: erasedAt !== null, email, marketing, suppressions, isFaded }
}

const newestFirst = (activities: Activity[]): Activity[] =>
  activities.sort((a, b) => b.at.localeCompare(a.at)).slice(0, ACTIVITIES)
