/** The "e-mail state" of a person (F45), for an icon and one sentence. */
export type EmailState =
  "subscribed" | "pending" | "never_asked" | "unsubscribed" | "suppressed" | "no_address" | "erased"

export type EmailStateFacts = {
  isErased: boolean
  email: string | null
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed" | null
  /** Suppressions that hold now; one of reason `unsubscribed` is the person's own choice, the others are not. */
  suppressions: { scope: string; reason: string }[]
}

/** The gravest first: whom nothing reaches, then who wants nothing, then who was never asked. */
export function emailState({ isErased, email, marketing, suppressions }: EmailStateFacts): EmailState {
  if (isErased) return "erased"
  if (!email) return "no_address"
  const holds = suppressions.filter(({ scope, reason }) => scope !== "topic" && reason !== "unsubscribed")
  if (holds.length > 0) return "suppressed"
  return marketing ?? "never_asked"
}

const TEXTS: Record<EmailState, string> = {
  subscribed: "Gets receipts and marketing mail.",
  pending: "Has not yet confirmed the subscription: gets receipts, no marketing mail.",
  never_asked: "Was never asked, or never answered: gets receipts, no marketing mail.",
  unsubscribed: "Has unsubscribed: gets receipts, no marketing mail.",
  suppressed: "Mail to this address is stopped.",
  no_address: "Has no e-mail address.",
  erased: "Was erased; nothing is known any more.",
}

const STOPPED: Record<string, string> = {
  hard_bounce: "Nothing is sent: the mailbox does not exist.",
  soft_bounces: "Nothing is sent: mail came back again and again.",
  complaint: "Marked a mail as spam: gets no marketing mail, only receipts.",
  manual: "Stopped by somebody of the store.",
  erasure: "Nothing is sent: the person asked to be erased.",
}

export function emailStateText(facts: EmailStateFacts): string {
  const state = emailState(facts)
  const stop = state === "suppressed" ? facts.suppressions.find(({ reason }) => STOPPED[reason]) : undefined
  return stop ? STOPPED[stop.reason]! : TEXTS[state]
}
