export type EtaFacts = {
  state: string
  /** Still to be decided: not planned yet, or waiting. */
  remaining: number
  /** Settled in the window, and how long the window really was. */
  settledInWindow: number
  windowSeconds: number
  /** When so many seconds of sending that begin now are over, where it rests at night; absent: it never rests. */
  stretched?: (seconds: number) => number
}

export type Eta = { per_minute: number | null; eta_seconds: number | null; eta_text: string }

/** Less than this says nothing about the rest. */
const ENOUGH_SECONDS = 5
const ENOUGH_SETTLED = 5

/** From what is really happening, never from what was configured; where nothing can be said it says so (F33). */
export function etaOf({ state, remaining, settledInWindow, windowSeconds, stretched }: EtaFacts): Eta {
  const nothing = (eta_text: string): Eta => ({ per_minute: null, eta_seconds: null, eta_text })
  if (state === "paused") return nothing("paused")
  if (state !== "planning" && state !== "sending") return nothing(state)
  if (windowSeconds < ENOUGH_SECONDS || settledInWindow < ENOUGH_SETTLED) return nothing("cannot be said yet")
  const perSecond = settledInWindow / windowSeconds
  const open = Math.ceil(remaining / perSecond)
  const eta_seconds = stretched ? stretched(open) : open
  return { per_minute: Math.round(perSecond * 60), eta_seconds, eta_text: inWords(eta_seconds) }
}

function inWords(seconds: number): string {
  if (seconds < 60) return "less than a minute"
  if (seconds < 5400) return about(Math.round(seconds / 60), "minute")
  if (seconds < 36 * 3600) return about(Math.round(seconds / 3600), "hour")
  return about(Math.round(seconds / 86_400), "day")
}

const about = (n: number, unit: string) => `about ${n} ${unit}${n === 1 ? "" : "s"}`
