/**
 * Stops the whole transport when it is the server, not a mail, that is in trouble; what waits keeps its attempts.
 * closed: all may go. open: nothing until `until`. probing: one message finds out.
 */
export type Breaker =
  | { kind: "closed"; faults: number; succeededAt: number }
  | { kind: "open"; until: number; pauseMs: number; cause: string; needsMerchant: boolean }
  | { kind: "probing"; pauseMs: number; cause: string; needsMerchant: boolean }

const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 600_000
/** One connection among many that work says nothing: so many faults in a row, or one when nothing worked lately. */
const FAULTS_IN_A_ROW = 3
const LATELY_MS = 10_000

export const CLOSED_BREAKER: Breaker = { kind: "closed", faults: 0, succeededAt: -Infinity }

/** How many messages may be on the wire now, of `capacity`. */
export function breakerAllows(breaker: Breaker, capacity: number, now: number): number {
  if (breaker.kind === "closed") return capacity
  if (breaker.kind === "open") return breaker.until <= now ? 1 : 0
  return 1
}

/** Call when the pause is over and one message is let through. */
export function breakerProbes(breaker: Breaker, now: number): Breaker {
  if (breaker.kind !== "open" || breaker.until > now) return breaker
  return { kind: "probing", pauseMs: breaker.pauseMs, cause: breaker.cause, needsMerchant: breaker.needsMerchant }
}

export function breakerAfterSuccess(_breaker: Breaker, now: number): Breaker {
  return { kind: "closed", faults: 0, succeededAt: now }
}

export function breakerAfterFault(
  breaker: Breaker,
  fault: { cause: string; needsMerchant: boolean },
  now: number,
): Breaker {
  if (breaker.kind === "open") return breaker
  if (breaker.kind === "probing") return opened(Math.min(LONGEST_PAUSE_MS, breaker.pauseMs * 2), fault, now)
  const faults = breaker.faults + 1
  const workedLately = now - breaker.succeededAt < LATELY_MS
  if (!fault.needsMerchant && workedLately && faults < FAULTS_IN_A_ROW) return { ...breaker, faults }
  return opened(FIRST_PAUSE_MS, fault, now)
}

function opened(pauseMs: number, fault: { cause: string; needsMerchant: boolean }, now: number): Breaker {
  return { kind: "open", until: now + pauseMs, pauseMs, ...fault }
}
