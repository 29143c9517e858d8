export type MessageStatus = "held" | "queued" | "sent" | "in_doubt" | "failed" | "dropped" | "expired" | "cancelled"
export type ShownStatus = MessageStatus | "delivered" | "open" | "click" | "bounce" | "spam" | "unsubscribed"

export type StarFacts = {
  colour: "red" | "grey" | "green" | null
  key: string
  /** The tooltip's sentence. */
  text: string
  first_at: string | null
  last_at: string | null
}

export type OutboxRow = {
  id: string
  type: string
  class: "tx" | "marketing" | "system"
  to: string | null
  to_name: string | null
  contact_id: string | null
  subject: string | null
  status: MessageStatus
  shown_status: ShownStatus
  reason: string | null
  reason_text: string | null
  star: StarFacts
  source_id: string | null
  source_name: string | null
  about: { kind: string; id: string } | null
  is_test: boolean
  planned_at: string
  settled_at: string | null
}

export type MessageEvent = {
  id: string
  kind: string
  at: string
  recorded_at: string
  classification: "human" | "uncertain" | "machine" | null
  link_index: number | null
  url: string | null
  sentence: string
}

export type OutboxMessage = OutboxRow & {
  why: string[]
  attempts: number
  server: {
    code: number | null
    enhanced: string | null
    response: string | null
    command: string | null
    queue_id: string | null
  } | null
  queue: {
    stage: "queued" | "claimed" | "handed"
    lane: string
    lane_state: string
    due_at: string
    attempts: number
    expires_at: string
  } | null
  facts: {
    message_id: string
    locale: string | null
    topic: string | null
    sender: string | null
    template: string | null
    is_tracked: boolean
    is_copy_kept: boolean
    pixel: "none" | "aggregate" | "personal"
    cc: string[]
    bcc: string[]
  }
  links: { index: number; url: string; clicks_human: number; clicks_machine: number }[]
  events: MessageEvent[]
  body: { state: "rebuilt" | "raw" | "redacted" | "not_kept"; sentence: string | null }
  can: { resend: boolean; cancel: boolean; why_not: string | null }
  resend_of: string | null
  resent_as: { id: string; to: string | null; status: MessageStatus; planned_at: string }[]
}

/** The answer to "I did not get it", also where there is no message (F64). */
export type Answer = {
  asked: { email: string | null; order: string | null }
  contact: { id: string; name: string | null; email: string | null; marketing: string } | null
  orders: { id: string; display_id: number | null; placed_at: string; email: string | null }[]
  messages: OutboxRow[]
  findings: { key: string; at: string | null; sentence: string; message_id: string | null; source_id: string | null }[]
  typo_hint: string | null
  ready_text: string
}
