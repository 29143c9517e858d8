/** A click, and by whose hand: the address and browser that it came from, as one text. Milliseconds. */
export type HandClick = { hand: string; messageId: string; eventId: string; at: number }

const WINDOW_MS = 60_000
const RECIPIENTS = 5

/** Of `clicks` those that are young enough to say anything about one of `now`. */
export function recentClicks<C extends HandClick>(clicks: readonly C[], now: number): C[] {
  return clicks.filter(({ at }) => now - at <= WINDOW_MS)
}

/**
 * A gateway opens the mails of a whole company: one hand that clicks in the messages of five recipients within a minute
 * is a machine's (standards §3.2). Answers all its clicks among those given.
 */
export function clicksOfOneHand<C extends HandClick>(clicks: readonly C[]): C[] {
  const byHand = new Map<string, C[]>()
  for (const click of clicks) {
    const same = byHand.get(click.hand)
    if (same) same.push(click)
    else byHand.set(click.hand, [click])
  }
  return [...byHand.values()].filter(isMachine).flat()
}

/** One walk with a window of a minute: a scanner may click ten thousand times in it. */
function isMachine(clicks: readonly HandClick[]): boolean {
  const ordered = [...clicks].sort((a, b) => a.at - b.at)
  const inWindow = new Map<string, number>()
  let from = 0
  return ordered.some(({ at, messageId }) => {
    inWindow.set(messageId, (inWindow.get(messageId) ?? 0) + 1)
    for (; at - ordered[from]!.at > WINDOW_MS; from++) {
      const { messageId: left } = ordered[from]!
      const others = inWindow.get(left)! - 1
      if (others === 0) inWindow.delete(left)
      else inWindow.set(left, others)
    }
    return inWindow.size >= RECIPIENTS
  })
}
