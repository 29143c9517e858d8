export type OpenCart = {
  id: string
  hasAddress: boolean
  itemCount: number
  /** The later of the cart's own and its newest line's change. */
  lastActivityAt: Date
  completedAt: Date | null
}

export type AbandonVerdict =
  | { kind: "abandoned"; at: Date }
  /** Look again then: it is not idle long enough yet. */
  | { kind: "wait"; until: Date }
  | { kind: "never"; reason: "bought" | "emptied" | "no_address" | "bought_elsewhere" | "too_old" }

/**
 * When a cart counts as left behind: idle for N minutes, with items and an address, and not bought since, be it by another
 * cart or under another address of the same customer (`lastOrderAt`). A cart left longer than `forgetAfterMs` ago is only
 * noticed now because Mailroom was not there: reminding would be a surprise.
 */
export function judgeCart({
  cart,
  lastOrderAt,
  idleMinutes,
  now,
  forgetAfterMs = 2 * 24 * 3_600_000,
}: {
  cart: OpenCart
  lastOrderAt: Date | null
  idleMinutes: number
  now: Date
  forgetAfterMs?: number
}): AbandonVerdict {
  const idleSince = cart.lastActivityAt.getTime() + idleMinutes * 60_000
  if (cart.completedAt) return { kind: "never", reason: "bought" }
  if (cart.itemCount === 0) return { kind: "never", reason: "emptied" }
  if (!cart.hasAddress) return { kind: "never", reason: "no_address" }
  if (lastOrderAt && lastOrderAt >= cart.lastActivityAt) return { kind: "never", reason: "bought_elsewhere" }
  if (now.getTime() < idleSince) return { kind: "wait", until: new Date(idleSince) }
  if (now.getTime() - idleSince > forgetAfterMs) return { kind: "never", reason: "too_old" }
  return { kind: "abandoned", at: new Date(idleSince) }
}
