/** Items of one statement at most. */
const MOST = 1000

type Waiting<Item, Answer> = { item: Item; resolve: (answer: Answer) => void; reject: (error: unknown) => void }

/**
 * Gathers what many connections want to write and writes it in one statement every few milliseconds, so that a mark per
 * mail costs no statement per mail. One statement at a time; who comes meanwhile goes with the next.
 */
export class GroupCommit<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = []
  private isRunning = false
  private startedAt = -Infinity

  constructor(
    /** Writes the items and answers for each, in order. */
    private readonly commit: (items: Item[]) => Promise<Answer[]>,
    private readonly everyMs = 5,
  ) {}

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject })
      if (!this.isRunning) this.schedule()
    })
  }

  private schedule(): void {
    this.isRunning = true
    const wait = this.startedAt + this.everyMs - performance.now()
    if (wait > 0) setTimeout(() => void this.flush(), wait)
    else setImmediate(() => void this.flush())
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0, MOST)
    this.startedAt = performance.now()
    try {
      const answers = await this.commit(batch.map(({ item }) => item))
      batch.forEach(({ resolve }, n) => resolve(answers[n]!))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
    this.isRunning = false
    if (this.waiting.length > 0) this.schedule()
  }
}
