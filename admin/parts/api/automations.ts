import type { Trigger } from "./flows"

export type Preview = {
  subject: string
  preheader: string
  html: string
  text: string
  locale: string
  locales: string[]
}

export type RecentFigures = { sent_30d: number; failed_30d: number; dropped_30d: number }

export type StoreEmail = {
  id: string
  key: string
  name: string
  description: string
  event: string
  class: "tx" | "marketing" | "system"
  is_on: boolean
  switched_on_at: string | null
  is_secret: boolean
  can_owner_copy: boolean
  owner_copy: boolean
  owner_addresses: string[]
  idle_minutes: number | null
  is_tracked: boolean
  is_copy_kept: boolean
  figures: RecentFigures
  cart_figures: { left: number; sent: number; without_consent: number; bought: number; other: number } | null
}
export type StoreEmailChange = Partial<
  Pick<StoreEmail, "is_on" | "owner_copy" | "owner_addresses" | "idle_minutes" | "is_tracked" | "is_copy_kept">
>

/** What is picked in the shop; a supplier is picked among ours. */
export type MatchKind = "product" | "category" | "collection" | "tag"
export type Recipient = {
  field: "to" | "cc" | "bcc"
  by: "supplier" | "owner" | "staff" | "address" | "product_metadata"
  value: string
}

export type CustomActionInput = {
  name: string
  is_on: boolean
  trigger: Trigger
  /** Null: the whole order, or there is none. */
  match: { kind: MatchKind | "supplier"; ids: string[] } | null
  recipients: Recipient[]
  heading: string
  text: string
  with_shopper: boolean
  with_prices: boolean
  /** A webhook that is told as well. */
  webhook_id: string | null
  locale: string
  is_tracked: boolean
  is_copy_kept: boolean
  collect_minutes: number
  group_by: "recipient" | "product" | "tag"
  attach: "none" | "csv" | "pdf"
  acknowledge: {
    remind_after_hours: number | null
    escalate_after_hours: number | null
    escalate_to: string[]
  } | null
}
export type CustomAction = CustomActionInput & {
  id: string
  created_at: string
  updated_at: string
  switched_on_at: string | null
  figures: RecentFigures
}

export type CustomActionTrial = {
  order: { id: string; display_id: number | null; placed_at: string } | null
  /** Null: nothing was found to try it with. */
  happened_at: string | null
  sentence: string
  lines: { title: string; quantity: number; sku: string | null; matches: boolean }[]
  mails: { to: string[]; cc: string[]; bcc: string[]; subject: string; html: string }[]
}
