/**
 * Every state and reason of a message, in one place: the database, the API and the screens use these words.
 * `sending` and `handed` are stages of the hot delivery row, not states of the ledger.
 */
export const MESSAGE_STATUSES = [
  "held", // kept back on purpose (restore guard, missing merchant's word)
  "queued",
  "sent", // the server took it (2xx after the dot)
  "in_doubt", // handed over, no answer: cannot be known
  "failed", // final refusal by the server, or it could not be made
  "dropped", // refused by our own gate
  "expired", // too late to be of use
  "cancelled", // the merchant, or the shop's own course, took it back
] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

/** Why a message was not sent. The sentence for the screen stands in the admin's translations under the same key. */
export const REASONS = {
  dropped: [
    "no_address",
    "address_invalid",
    "suppressed_hard_bounce",
    "suppressed_soft_bounces",
    "suppressed_complaint",
    "suppressed_manual",
    "suppressed_domain",
    "suppressed_erasure",
    "not_subscribed",
    "subscription_pending",
    "unsubscribed",
    "consent_expired",
    "topic_not_subscribed",
    "topic_unsubscribed",
    "paused_by_contact",
    "inactive_two_years",
    "contact_erased",
    "frequency_cap",
    "gave_way", // to a mail of an automation of higher priority, under the frequency cap
    "no_room_in_time", // the cap had no place within the days that its automation waits
    "no_postal_address",
    "cart_bought",
    "cart_emptied",
    "order_cancelled",
    "order_refunded",
    "return_open",
    "out_of_stock",
    "price_changed",
    "ordered_meanwhile",
    "merchant_asked_for_silence",
    "likely_spam",
    "control_group",
  ],
  failed: [
    "refused_recipient",
    "refused_policy",
    "refused_content",
    "refused_sender",
    "refused_other",
    "too_many_attempts",
    "render_failed",
    "poison",
    "shop_data_missing",
  ],
  cancelled: ["automation_off", "mailing_stopped", "by_merchant", "unsubscribed", "suppressed_complaint", "erased"],
  expired: ["too_late"],
  held: ["restore_guard", "not_ready", "merchants_word"],
  in_doubt: ["lease_ended_after_hand_over", "no_answer_after_hand_over"],
} as const satisfies Partial<Record<MessageStatus, readonly string[]>>

export type Reason = { [S in keyof typeof REASONS]: (typeof REASONS)[S][number] }[keyof typeof REASONS]
export type DropReason = (typeof REASONS.dropped)[number]

export const MESSAGE_CLASSES = ["tx", "marketing", "system"] as const
export type MessageClass = (typeof MESSAGE_CLASSES)[number]

export const MESSAGE_ORIGINS = ["automation", "mailing", "direct", "mailout", "external"] as const
export type MessageOrigin = (typeof MESSAGE_ORIGINS)[number]

/** What the Outbox shows in its type column. */
export const MESSAGE_KINDS = [
  "store_email",
  "owner_copy",
  "custom_action",
  "autoresponder",
  "automation",
  "newsletter",
  "targeted",
  "serial",
  "direct",
  "mailout",
  "test",
  "copy", // of a mailing, for seed addresses and observers
  "system",
  "external",
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** What may come back about a message; appended, never changed. */
export const MESSAGE_EVENT_KINDS = [
  "sent",
  "deferred",
  "delivered",
  "bounce",
  "dropped",
  "failed",
  "in_doubt",
  "open",
  "click",
  "spam",
  "unsubscribed",
  "resubscribed",
  "resent",
] as const
export type MessageEventKind = (typeof MESSAGE_EVENT_KINDS)[number]
