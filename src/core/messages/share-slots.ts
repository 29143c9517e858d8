export type LaneOffer = {
  id: number
  transport: "tx" | "marketing"
  weight: number
  /** Had less than it was offered the last time. */
  isEmpty?: boolean
}

/** Of all places on the wire this part is never given to bulk: a receipt finds a free one at once. */
const KEPT_FOR_RECEIPTS = 0.2

/**
 * How many messages to claim of each lane. Receipts, system and direct mails may take all free places, the heaviest
 * lane first; bulk shares by weight what its four fifths leave free, at least one each. A lane that was empty the last
 * time is asked for one: kept free for nobody, its share would cut each claim of the others.
 */
export function shareSlots({
  capacity,
  busy,
  busyWithBulk,
  lanes,
}: {
  capacity: number
  busy: number
  busyWithBulk: number
  lanes: LaneOffer[]
}): { laneId: number; limit: number }[] {
  const free = capacity - busy
  if (free <= 0) return []
  const byWeight = [...lanes].sort((a, b) => b.weight - a.weight || a.id - b.id)
  const receipts = byWeight.filter(({ transport }) => transport === "tx").map(({ id }) => ({ laneId: id, limit: free }))
  const forBulk = Math.min(free, Math.floor(capacity * (1 - KEPT_FOR_RECEIPTS)) - busyWithBulk)
  if (forBulk <= 0) return receipts
  const bulk = byWeight.filter(({ transport }) => transport === "marketing")
  const filled = bulk.filter(({ isEmpty }) => !isEmpty)
  const sharing = new Set(filled.length > 0 ? filled : bulk)
  const allWeights = [...sharing].reduce((sum, { weight }) => sum + weight, 0)
  const share = (weight: number) => Math.max(1, Math.floor((forBulk * weight) / allWeights))
  return [...receipts, ...bulk.map((lane) => ({ laneId: lane.id, limit: sharing.has(lane) ? share(lane.weight) : 1 }))]
}
