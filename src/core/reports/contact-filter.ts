import type { EmailState } from "./email-state"
import type { QualityKind } from "../contacts/address-quality"
import type { FieldValue } from "../contacts/contact-field"

/** Whom a list shows or a bulk action is for; every part that is null lets everybody through. */
export type ContactFilter = {
  /** Words that must all occur in the name or in one of the addresses, whatever their case and accents. */
  q: string | null
  /** The e-mail state as core/reports/email-state names it. */
  state: EmailState | null
  /** Subscribed to this topic. */
  topicId: string | null
  tag: string | null
  /** ISO 3166-1 alpha-2, upper case. */
  country: string | null
  field: { key: string; value: FieldValue } | null
  /** What the contact quality page finds of them. */
  quality: QualityKind | null
  /** Of this customer of the shop. */
  customerId: string | null
  /** Exactly these. */
  ids: string[] | null
}

export const EVERYBODY: ContactFilter = {
  q: null,
  state: null,
  topicId: null,
  tag: null,
  country: null,
  field: null,
  quality: null,
  customerId: null,
  ids: null,
}
