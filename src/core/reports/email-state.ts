/** The "e-mail state" of a person (F45), for an icon and one sentence. */
export const EMAIL_STATES = [
  "active",
  "inactive",
  "pending",
  "never_asked",
  "unsubscribed",
  "bounced",
  "complained",
  "blocked",
  "no_address",
  "erased",
] as const
export type EmailState = (typeof EMAIL_STATES)[number]

export type EmailStateFacts = {
  isErased: boolean
  email: string | null
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed" | null
  /** Suppressions that hold now; one of reason `unsubscribed` is the person's own choice, the others are not. */
  suppressions: { scope: string; reason: string }[]
  /** The two-year rule (F22) holds: no sign of life for too long. */
  isFaded: boolean
}

/**
 * The gravest first: whom nothing reaches, then whom somebody stopped, then who wants nothing, then who was never asked.
 * `sql/contact-list.ts` filters by the same order.
 */
export function emailState({ isErased, email, marketing, suppressions, isFaded }: EmailStateFacts): EmailState {
  if (isErased) return "erased"
  if (!email) return "no_address"
  const stopped = stoppedBy(suppressions)
  if (stopped) return stopped
  if (marketing === "subscribed") return isFaded ? "inactive" : "active"
  return marketing ?? "never_asked"
}

/** Which suppressions make which state, the gravest first. */
export const STOPPING_REASONS = {
  bounced: ["hard_bounce", "soft_bounces"],
  blocked: ["manual", "erasure"],
  complained: ["complaint"],
} as const
export type StoppedState = keyof typeof STOPPING_REASONS

function stoppedBy(suppressions: EmailStateFacts["suppressions"]): StoppedState | undefined {
  const reasons = suppressions.filter(({ scope }) => scope !== "topic").map(({ reason }) => reason)
  return (Object.keys(STOPPING_REASONS) as StoppedState[]).find((state) =>
    STOPPING_REASONS[state].some((reason) => reasons.includes(reason)),
  )
}

const TEXTS: Record<EmailState, string> = {
  active: "Gets receipts and marketing mail.",
  inactive: "Agreed once, but has shown no sign of life for so long that no mass mail is sent until the next purchase.",
  pending: "Has not yet confirmed the subscription: gets receipts, no marketing mail.",
  never_asked: "Was never asked, or never answered: gets receipts, no marketing mail.",
  unsubscribed: "Has unsubscribed: gets receipts, no marketing mail.",
  bounced: "Nothing is sent: the mailbox does not exist.",
  complained: "Marked a mail as spam: gets no marketing mail, only receipts.",
  blocked: "Stopped by somebody of the store.",
  no_address: "Has no e-mail address.",
  erased: "Was erased; nothing is known any more.",
}

const STOPPED: Record<string, string> = {
  soft_bounces: "Nothing is sent: mail came back again and again.",
  erasure: "Nothing is sent: the person asked to be erased.",
}

export function emailStateText(facts: EmailStateFacts): string {
  const state = emailState(facts)
  const reasons: readonly string[] = STOPPING_REASONS[state as StoppedState] ?? []
  const stop = facts.suppressions.find(({ scope, reason }) => scope !== "topic" && reasons.includes(reason))
  return (stop && STOPPED[stop.reason]) ?? TEXTS[state]
}
