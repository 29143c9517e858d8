import type { MailingState } from "./mailings"

export type Attachment = { id: string; name: string; mime: string; bytes: number; created_at: string }

export type ObserverGroup = { id: string; name: string; emails: string[]; created_at: string; updated_at: string }

export type MailingLink = { kind: "product" | "order"; ref_id: string; is_by_hand: boolean; label: string | null }

/** A mailing on the page of a product or an order. */
export type LinkedMailing = {
  id: string
  kind: string
  shown_name: string
  subject: string
  state: MailingState
  started_at: string | null
  scheduled_at: string | null
  created_at: string
  is_by_hand: boolean
}

export type DirectDraft = { id: string; subject: string; created_by: string | null; updated_at: string }
