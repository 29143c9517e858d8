import { MAX_ATTEMPTS, retryDelayMs } from "./retry-delay"
import type { SmtpVerdict } from "./smtp-verdict"
import type { MessageClass, MessageStatus, Reason } from "./states"

/** How a try ended, as the wire told it. */
export type TryOutcome =
  | { kind: "accepted" }
  /** A reply said no, or the connection broke before the body left: surely not delivered. */
  | { kind: "refused"; verdict: SmtpVerdict; isConnected: boolean }
  /** The body left and no answer came. */
  | { kind: "unanswered" }

/** What becomes of the message. */
export type Settlement =
  | { kind: "final"; status: MessageStatus; reason: Reason | null }
  /** Back into the queue; `countsAttempt` unless it was the transport's fault. */
  | { kind: "retry"; delayMs: number; countsAttempt: boolean }
  /** In doubt now, sent once more later with the same Message-ID. */
  | { kind: "doubt"; resendInMs: number }

/** A receipt in doubt is sent once more after this time, when no webhook or bounce has said what became of it. */
export const RESEND_DOUBTFUL_AFTER_MS = 15 * 60_000

export function decideSettlement(tried: {
  outcome: TryOutcome
  class: MessageClass
  /** Tries that counted before this one. */
  attempts: number
  /** How often it was in doubt before. */
  doubts: number
  random: number
}): Settlement {
  const { outcome } = tried
  if (outcome.kind === "accepted") return { kind: "final", status: "sent", reason: null }
  if (outcome.kind === "unanswered") return settleDoubt(tried, "no_answer_after_hand_over")
  const { verdict, isConnected } = outcome
  if (verdict.isPermanent) return { kind: "final", status: "failed", reason: verdict.reason }
  // A server that breaks off in the middle may do so because of this very mail: that counts, or it would go on for ever.
  const isOurs =
    (verdict.at === "transport" || verdict.at === "sender") && !(isConnected && verdict.diagnosis === "connectionlost")
  if (isOurs) return { kind: "retry", delayMs: 0, countsAttempt: false }
  const attempts = tried.attempts + 1
  if (attempts >= MAX_ATTEMPTS) return { kind: "final", status: "failed", reason: "too_many_attempts" }
  const delayMs = retryDelayMs({ class: tried.class, attempts, askedMs: verdict.retryAfterMs, random: tried.random })
  return { kind: "retry", delayMs, countsAttempt: true }
}

/** Marketing is never sent twice; a receipt is, once. */
export function settleDoubt(
  message: { class: MessageClass; doubts: number },
  reason: "no_answer_after_hand_over" | "lease_ended_after_hand_over",
): Settlement {
  if (message.class !== "marketing" && message.doubts === 0)
    return { kind: "doubt", resendInMs: RESEND_DOUBTFUL_AFTER_MS }
  return { kind: "final", status: "in_doubt", reason }
}
