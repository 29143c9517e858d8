import type { MessageClass } from "./states"

export type SuppressionFact = {
  scope: "all" | "marketing" | "topic"
  topicId: string | null
  reason: "hard_bounce" | "soft_bounces" | "complaint" | "manual" | "unsubscribed" | "erasure"
  isDomain: boolean
}

/** Everything the gate looks at, read in the last instant in one statement for a whole batch. Times in milliseconds. */
export type GateFacts = {
  class: MessageClass
  /** A test goes to the merchant, who asked for it: the subscription tests say nothing about it. */
  isTest: boolean
  hasAddress: boolean
  isAddressValid: boolean
  topicId: string | null
  /** Null when the message is for nobody known: a supplier, the owner. */
  contact: { isErased: boolean; pausedUntil: number | null; lastSignOfLifeAt: number | null } | null
  address: {
    marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed"
    marketingExpiresAt: number | null
  } | null
  topicState: "pending" | "subscribed" | "unsubscribed" | null
  suppressions: SuppressionFact[]
  hasPostalAddress: boolean
  /** Months of F22, null = rule off. */
  inactiveMonths: number | null
  /**
   * Marketing mails that the person got lately, those of automations of higher priority that wait for the same person, and
   * how many are the most (F33); null = nobody counts.
   */
  frequency: { recent: number; ahead: number; most: number } | null
}
