/** Sums of one dispatch, or of one running line, as the database counts them. Persons, not events. */
export type ReportSums = {
  planned: number
  sent: number
  /** Sent with a personal pixel. */
  tracked: number
  open: number
  click: number
  unsubscribed: number
  blocked: number
  complaints: number
  /** True when complaints can come in at all (webhook or mailbox connected). */
  hasFeedback: boolean
}

export type UnknownReason = "nobody_tracked" | "nothing_sent" | "no_feedback"

/** The columns of the mailing reports (F39). Null is *unknown*, with its reason in `unknown`, and never 0. */
export type ReportFigures = {
  planned: number
  sent: number
  tracked: number
  open: number | null
  open_rate: number | null
  open_rate_tracked: number | null
  click: number | null
  unsubscribed: number
  blocked: number
  spam: number | null
  blocked_spam: number | null
  unknown: Record<string, UnknownReason>
}

/**
 * Open rate = persons with a human open ÷ Sent; beside it ÷ tracked recipients. Blocked/Spam = refusals of class block +
 * complaints. Without a personal pixel nobody's open can be seen; without feedback nobody's complaint.
 */
export function reportFigures(sums: ReportSums): ReportFigures {
  const { planned, sent, tracked, unsubscribed, blocked, complaints, hasFeedback } = sums
  const unknown: Record<string, UnknownReason> = {}
  const known = (figure: string, value: number, reason: UnknownReason | null): number | null => {
    if (reason) unknown[figure] = reason
    return reason ? null : value
  }
  const noOpens: UnknownReason | null = sent === 0 ? "nothing_sent" : tracked === 0 ? "nobody_tracked" : null
  const noFeedback: UnknownReason | null = hasFeedback || complaints > 0 ? null : "no_feedback"
  return {
    planned,
    sent,
    tracked,
    open: known("open", sums.open, noOpens),
    open_rate: known("open_rate", sums.open / sent, noOpens),
    open_rate_tracked: known("open_rate_tracked", sums.open / tracked, noOpens),
    click: known("click", sums.click, sums.click > 0 ? null : noOpens),
    unsubscribed,
    blocked,
    spam: known("spam", complaints, noFeedback),
    blocked_spam: known("blocked_spam", blocked + complaints, noFeedback),
    unknown,
  }
}

/** Ready text for the merchant, to act on or to hand to the mail provider; null when nothing was blocked. */
export function blockedAdvice({ sent, blocked, complaints }: ReportSums): string | null {
  if (blocked + complaints === 0) return null
  const share = sent + blocked > 0 ? Math.round((1000 * (blocked + complaints)) / (sent + blocked)) / 10 : 0
  return [
    `${blocked} mails were refused by the receiving servers' rules and ${complaints} people marked it as spam (${share} %).`,
    "Check that SPF, DKIM and DMARC of the sender's domain are right, mail only people who asked for it, and write less often to those who never open.",
    "Mailbox providers begin to block at 0.3 % complaints.",
  ].join(" ")
}
