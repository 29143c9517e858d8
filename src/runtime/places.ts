/** Bulk never gets more than this part of the connections, once there are enough of them. */
const BULK_SHARE = 0.8

type Waiting = { isBulk: boolean; places: number; go: () => void }

/** So many at once, of which bulk gets no more than its share. */
export class Places {
  private taken = 0
  private takenByBulk = 0
  private waiting: Waiting[] = []

  constructor(private readonly bulkShare = BULK_SHARE) {}

  hasRoom(isBulk: boolean, places: number): boolean {
    if (this.taken >= places) return false
    const mostBulk = places < 5 ? places : Math.floor(places * this.bulkShare)
    return !isBulk || this.takenByBulk < mostBulk
  }

  take(isBulk: boolean): void {
    this.taken += 1
    this.takenByBulk += Number(isBulk)
  }

  /** Takes a place as soon as one is free; receipts are let in before bulk. */
  async wait(isBulk: boolean, places: number): Promise<void> {
    if (this.hasRoom(isBulk, places)) return this.take(isBulk)
    await new Promise<void>((go) => this.waiting.push({ isBulk, places, go }))
  }

  free(isBulk: boolean): void {
    this.taken -= 1
    this.takenByBulk -= Number(isBulk)
    const mayEnter = (one: Waiting) => this.hasRoom(one.isBulk, one.places)
    const next = this.waiting.find((one) => !one.isBulk && mayEnter(one)) ?? this.waiting.find(mayEnter)
    if (!next) return
    this.waiting.splice(this.waiting.indexOf(next), 1)
    this.take(next.isBulk)
    next.go()
  }
}
