import { isDatabaseAway } from "../modules/mailroom/database"

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
    await this.write(batch)
    this.isRunning = false
    if (this.waiting.length > 0) this.schedule()
  }

  /** One item that the database does not take must not cost the others their answer: the halves are tried alone. */
  private async write(batch: Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.commit(batch.map(({ item }) => item))
      batch.forEach(({ resolve }, n) => resolve(answers[n]!))
    } catch (error) {
      if (batch.length === 1 || isDatabaseAway(error)) return batch.forEach(({ reject }) => reject(error))
      const half = Math.ceil(batch.length / 2)
      await this.write(batch.slice(0, half))
      await this.write(batch.slice(half))
    }
  }
}
