const SPAN_MS = 10_000
const SLOT_MS = 1_000
const SLOTS = SPAN_MS / SLOT_MS

/** How many a second over the last ten seconds, in ten slots: a figure for people, not a limit. Times as `performance.now()`. */
export class RateMeter {
  total = 0
  private readonly slots: { n: number; of: number }[] = Array.from({ length: SLOTS }, () => ({ n: 0, of: -1 }))

  count(now: number): void {
    this.total += 1
    const of = Math.floor(now / SLOT_MS)
    const slot = this.slots[of % SLOTS]!
    if (slot.of === of) slot.n += 1
    else Object.assign(slot, { n: 1, of })
  }

  perSecond(now: number): number {
    const from = Math.floor(now / SLOT_MS) - SLOTS
    const n = this.slots.reduce((sum, slot) => sum + (slot.of > from ? slot.n : 0), 0)
    return (n * 1000) / SPAN_MS
  }
}
