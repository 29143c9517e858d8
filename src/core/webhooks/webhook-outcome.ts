/** What came back of one try: an answer of the server, or why there was none. */
export type WebhookReply =
  | { kind: "answered"; status: number; retryAfterSeconds: number | null }
  | { kind: "refused"; why: string }
  | { kind: "unreachable"; why: string }

export type WebhookOutcome = {
  outcome: "done" | "retry" | "failed"
  sentence: string
  /** At least so long, where the server says it. */
  afterSeconds?: number
}

/**
 * A receiver knows a repetition by `webhook-id` (Standard Webhooks), so that what may have arrived is told again. Only what no
 * repetition can mend is given up at once: an address that we must not go to, a redirection (never followed: it could lead
 * into the shop's own network), and 410, by which a receiver says that nobody listens any more.
 */
export function webhookOutcome(reply: WebhookReply): WebhookOutcome {
  if (reply.kind === "refused") return { outcome: "failed", sentence: reply.why }
  if (reply.kind === "unreachable") return { outcome: "retry", sentence: reply.why }
  const { status, retryAfterSeconds } = reply
  if (status >= 200 && status < 300) return { outcome: "done", sentence: `The server answered ${status}.` }
  if (status >= 300 && status < 400)
    return { outcome: "failed", sentence: `The server answered ${status}: redirections are not followed.` }
  if (status === 410) return { outcome: "failed", sentence: "The server answered 410: nobody listens there any more." }
  return {
    outcome: "retry",
    sentence: `The server answered ${status}.`,
    ...(retryAfterSeconds !== null && { afterSeconds: Math.min(retryAfterSeconds, 86_400) }),
  }
}

const MOST_TRIES = 10

/** Seconds until the next try (about 5 s, 30 s, 3 min, 15 min, 1 h, 3 h, 6 h, 12 h, 24 h), or null: given up. */
export function nextTryAfter(tries: number, afterSeconds = 0): number | null {
  const waits = [5, 30, 180, 900, 3_600, 10_800, 21_600, 43_200, 86_400]
  if (tries >= MOST_TRIES) return null
  return Math.max(waits[Math.min(tries, waits.length) - 1] ?? 5, afterSeconds)
}
