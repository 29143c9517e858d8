import type { MessageClass, MessageKind, MessageOrigin, Reason } from "./states"

/**
 * A decision to send (or, with `refused`, not to send) one mail to one person for one reason.
 * Written in the same transaction as whatever decided it.
 */
export type NewMessage = {
  /** The reason in words, e.g. `auto:{enrolment}:{node}:{visit}:{recipient}`; hashed into the 16-byte key. */
  idempotencyKey: string
  /** Time of the origin (order placed, mailing started): the first 48 bits of the key. Must be the same on a repeat. */
  originAt: Date
  class: MessageClass
  origin: MessageOrigin
  kind: MessageKind
  lane: "receipts" | "system" | "direct" | "automations" | { id: number }
  /** Mailing or automation: one line of the mailing reports. Null for direct mails. */
  sourceId: string | null
  node?: string | null
  enrolmentId?: string | null
  contactId: string | null
  addressId: string | null
  to: { email: string; name?: string | null }
  cc?: string[]
  bcc?: string[]
  topicId?: string | null
  senderId?: string | null
  templateVersionId: string
  locale: string
  /** What the mail is about, for "ask by order": ("order", "order_01…"). */
  about?: { kind: "order" | "cart" | "customer" | "return" | "product" | "subscription"; id: string } | null
  /** The variables that the template uses. */
  context: Record<string, unknown>
  /** Reset and invite mails: context is sealed, no copy, no tracking, wiped at settlement. */
  isSecret?: boolean
  isTracked: boolean
  isCopyKept: boolean
  isTest?: boolean
  dueAt?: Date
  expiresAt: Date
  resendOf?: string | null
  refused?: Reason
}
