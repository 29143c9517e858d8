import type { MessageClass } from "./states"

const MINUTE = 60_000

/** Receipts come back after seconds, bulk after minutes: base and cap of the doubling (standards.md §5.3). */
const STEPS: Record<MessageClass, { baseMs: number; capMs: number }> = {
  tx: { baseMs: 30_000, capMs: 15 * MINUTE },
  system: { baseMs: 30_000, capMs: 15 * MINUTE },
  marketing: { baseMs: 5 * MINUTE, capMs: 120 * MINUTE },
}

/** After this many tries the message has failed: about three days of receipts, two of bulk; `expires_at` is nearer. */
export const MAX_ATTEMPTS = 300

/** Milliseconds until the next try after `attempts` tries; `random` is 0 to 1. A time named by the server wins when longer. */
export function retryDelayMs(tried: {
  class: MessageClass
  attempts: number
  askedMs: number | null
  random: number
}): number {
  const { baseMs, capMs } = STEPS[tried.class]
  const full = Math.min(capMs, baseMs * 2 ** Math.min(30, Math.max(0, tried.attempts - 1)))
  return Math.max(Math.round(full * (0.5 + tried.random / 2)), tried.askedMs ?? 0)
}
