/** F21: a domain is given up after this many addresses of it came back as unknown host or null MX within so many days. */
export const DEAD_DOMAIN_ADDRESSES = 3
export const DEAD_DOMAIN_DAYS = 30

/** Enhanced codes that speak of the domain, not of the mailbox (standards §2.2: host unknown, null MX). */
export const DEAD_DOMAIN_CODES = ["5.1.2", "5.4.4", "5.1.10", "5.7.27"] as const

export type DomainBounce = { addressHash: string; code: string | null; at: Date }

const DAY = 24 * 3600 * 1000

/**
 * Until when the domain is given up; null when it is not. A delivery after the last of these bounces shows that it lives:
 * a resolver that failed for an hour must not silence a large provider for a month.
 */
export function deadUntil(
  bounces: readonly DomainBounce[],
  { lastDeliveryAt, now }: { lastDeliveryAt: Date | null; now: Date },
): Date | null {
  const speaking = bounces.filter(
    ({ code, at }) =>
      (DEAD_DOMAIN_CODES as readonly string[]).includes(code ?? "") &&
      at <= now &&
      now.getTime() - at.getTime() <= DEAD_DOMAIN_DAYS * DAY,
  )
  if (new Set(speaking.map(({ addressHash }) => addressHash)).size < DEAD_DOMAIN_ADDRESSES) return null
  const last = Math.max(...speaking.map(({ at }) => at.getTime()))
  if (lastDeliveryAt && lastDeliveryAt.getTime() > last) return null
  return new Date(last + DEAD_DOMAIN_DAYS * DAY)
}
