import type { MailState } from "./questions"

/** What may be asked of a mail that went out. Opens and clicks are those of people. */
export const MAIL_OUTCOMES = ["sent", "delivered", "opened", "clicked"] as const
export type MailOutcome = (typeof MAIL_OUTCOMES)[number]

const HOUR_MS = 3_600_000
const FAR = new Date("9999-01-01T00:00:00Z")
/** Minutes between looks. */
const LOOKS_AFTER_MINUTES = [1, 5, 15, 60]

export function hasComeTrue({ sentAt, isDelivered, isOpened, isClicked }: MailState, what: MailOutcome): boolean {
  switch (what) {
    case "sent":
      return sentAt !== null
    case "delivered":
      return isDelivered || isOpened || isClicked
    case "opened":
      return isOpened || isClicked
    case "clicked":
      return isClicked
  }
}

/** Until when it may still come true, counted from when it went out; null: it cannot any more. */
export function outcomeDeadline(mail: MailState | null, withinHours: number): Date | null {
  if (!mail) return null
  if (mail.sentAt) return new Date(mail.sentAt.getTime() + withinHours * HOUR_MS)
  // On its way: nobody can open what is not out yet.
  return mail.status === "queued" || mail.status === "held" ? FAR : null
}

/** When to look again: soon at first, then hourly, and never behind the deadline. */
export function nextLook({ until, rested, now }: { until: Date; rested: number; now: Date }): Date {
  const minutes = LOOKS_AFTER_MINUTES[Math.min(rested, LOOKS_AFTER_MINUTES.length - 1)]!
  return new Date(Math.min(until.getTime(), now.getTime() + minutes * 60_000))
}
