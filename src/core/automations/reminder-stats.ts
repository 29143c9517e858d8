import type { DropReason } from "../messages/states"

/** "14 left, 2 sent, 11 without consent, 1 bought": every cart left is in exactly one of the other columns. */
export type ReminderStats = {
  left: number
  sent: number
  withoutConsent: number
  bought: number
  /** On its way: queued, or not looked at yet. */
  waiting: number
  other: number
}

const WITHOUT_CONSENT: DropReason[] = [
  "not_subscribed",
  "subscription_pending",
  "unsubscribed",
  "consent_expired",
  "topic_not_subscribed",
  "topic_unsubscribed",
  "paused_by_contact",
  "inactive_two_years",
]

type MessageCount = { status: string; reason: string | null; n: number }
type EnrolmentCount = { outcome: string | null; n: number }

/** From the entrants of the reminder by outcome and its messages by where they ended. */
export function reminderStats(enrolments: EnrolmentCount[], messages: MessageCount[]): ReminderStats {
  const entrants = (is: (outcome: string | null) => boolean) => sum(enrolments.filter(({ outcome }) => is(outcome)))
  const mails = (is: (message: MessageCount) => boolean) => sum(messages.filter(is))

  const left = entrants(() => true)
  const sent = mails(({ status }) => status === "sent" || status === "in_doubt")
  const withoutConsent = mails(({ status, reason }) => hasNoConsent(status, reason))
  const bought = entrants((outcome) => outcome === "cart_bought") + mails(({ reason }) => reason === "cart_bought")
  const waiting =
    entrants((outcome) => outcome === null) + mails(({ status }) => status === "queued" || status === "held")
  return {
    left,
    sent,
    withoutConsent,
    bought,
    waiting,
    other: Math.max(0, left - sent - withoutConsent - bought - waiting),
  }
}

const hasNoConsent = (status: string, reason: string | null): boolean =>
  (status === "dropped" || status === "cancelled") && (WITHOUT_CONSENT as readonly (string | null)[]).includes(reason)

const sum = (rows: { n: number }[]): number => rows.reduce((total, { n }) => total + n, 0)
