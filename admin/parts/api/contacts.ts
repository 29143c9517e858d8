import type { OutboxRow } from "./outbox"

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

export type EmailState =
  "subscribed" | "pending" | "never_asked" | "unsubscribed" | "suppressed" | "no_address" | "erased"

export type ContactRow = {
  id: string
  name: string | null
  email: string | null
  state: EmailState
  locale: string | null
  customer_ids: string[]
  last_interaction_at: string | null
  last_transaction_at: string | null
  created_at: string
}

/** F41: what was sent to this person, and what the person did with it. */
export type Activity = {
  at: string
  types: string[]
  feature: string | null
  action_feature: string | null
  sentence: string
  message_id: string
}

export type Contact = ContactRow & {
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

export type CustomerMails = { contact: Contact | null; messages: OutboxRow[]; next_cursor: string | null }
