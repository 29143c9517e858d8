import type { QualityKind } from "../../../src/core/contacts/address-quality"
import type { FieldType, FieldValue } from "../../../src/core/contacts/contact-field"
import type { RecordableBasis } from "../../../src/core/contacts/record-basis"
import type { EmailState } from "../../../src/core/reports/email-state"
import type { OutboxRow } from "./outbox"

export type { EmailState, FieldValue, QualityKind }

export type Topic = {
  id: string
  slug: string
  name: string
  description: string | null
  visibility: "public" | "internal"
  position: number
  subscribers: number
  is_archived: boolean
}

export type ContactRow = {
  id: string
  name: string | null
  email: string | null
  state: EmailState
  /** When the consent ends by itself; null where it does not. */
  consent_expires_at: string | null
  locale: string | null
  country: string | null
  tags: string[]
  customer_ids: string[]
  last_interaction_at: string | null
  last_transaction_at: string | null
  created_at: string
}

/** Exact unless `is_more`; then `estimate` says about how many, where that is known. */
export type ContactCount = { count: number; is_more: boolean; estimate: number | null }
export type ContactChoices = { tags: string[]; countries: string[] }

/** F41: what was sent to this person, and what the person did with it. */
export type Activity = {
  at: string
  types: string[]
  feature: string | null
  action_feature: string | null
  sentence: string
  message_id: string
}

export type Profile = {
  first_name: string | null
  last_name: string | null
  locale: string | null
  country: string | null
  time_zone: string | null
  birthday: string | null
  tags: string[]
  fields: Record<string, FieldValue>
  own_choices: string[]
  source: string
  fades_at: string | null
  has_account: boolean
  addresses: { email: string | null; is_primary: boolean; created_at: string }[]
  purchases: {
    currency: string
    order_count: number
    net_spend: string
    first_order_at: string
    last_order_at: string
  }[]
  earlier: Moved[]
  later: Moved[]
}
export type Moved = { contact_id: string; email: string | null; moved_at: string }

export type Contact = Omit<ContactRow, "country" | "tags"> & {
  state_text: string
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed"
  marketing_since: string | null
  marketing_basis: string | null
  tracking: "unknown" | "granted" | "denied"
  topics: {
    id: string
    name: string
    state: "pending" | "subscribed" | "unsubscribed" | "none"
    since: string | null
  }[]
  suppressions: {
    id: string
    scope: "all" | "marketing" | "topic"
    topic_id: string | null
    reason: string
    source: string
    created_at: string
    expires_at: string | null
    can_lift: boolean
  }[]
  mails: OutboxRow[]
  activities: Activity[]
}
/** As `contacts/:id` answers it. */
export type WholeContact = Contact & { profile: Profile }

export type CustomerMails = { contact: Contact | null; messages: OutboxRow[]; next_cursor: string | null }

export type ContactField = {
  key: string
  label: string
  type: FieldType
  choices: string[]
  position: number
  is_archived: boolean
}

export type QualityOverview = {
  kinds: { kind: QualityKind; count: number; correctable: number }[]
  checked_at: string | null
  is_checking: boolean
}
export type QualityLine = {
  contact_id: string
  email: string | null
  name: string | null
  suggestion: string | null
  other: { contact_id: string; email: string | null } | null
  obstacle: "account" | "taken" | "no_suggestion" | null
}

export type BulkWork =
  | { kind: "tag" | "untag"; tags: string[] }
  | { kind: "subscribe"; topic_id: string; basis: RecordableBasis; agreed_on: string; wording: string; reason: string }
  | { kind: "unsubscribe"; topic_id: string; reason: string }
  | { kind: "correct"; quality: QualityKind }
export type BulkKind = BulkWork["kind"]

export type BulkAction = {
  id: string
  kind: BulkKind
  what: Record<string, unknown>
  state: "running" | "done" | "stopped"
  total: number
  done: number
  changed: number
  skipped: Record<string, number>
  created_at: string
  finished_at: string | null
}

/** The filter of the list as the API takes it, in the address bar and in a bulk action alike. */
export type ContactFilter = {
  q?: string
  state?: string
  topic_id?: string
  tag?: string
  country?: string
  field?: string
  quality?: string
  ids?: string[]
}
