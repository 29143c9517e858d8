type Waiting<Item, Result> = { item: Item; resolve(result: Result): void; reject(error: unknown): void }

export type BatcherOptions = {
  /** A batch starts when so many wait… */
  size: number
  /** …or when the first of them has waited so long; 0 = with the next turn of the event loop. */
  waitMs: number
  /** No more than this in one batch. */
  most: number
}

/**
 * Turns many small calls into few large ones: one batch is under way at a time, and what arrives meanwhile makes the
 * next. Each call settles with its own result, or with the error of its batch.
 */
export class Batcher<Item, Result> {
  private waiting: Waiting<Item, Result>[] = []
  private running: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly options: BatcherOptions,
    private readonly work: (items: Item[]) => Promise<Result[]>,
  ) {}

  get size(): number {
    return this.waiting.length
  }

  add(item: Item): Promise<Result> {
    const result = new Promise<Result>((resolve, reject) => this.waiting.push({ item, resolve, reject }))
    this.schedule()
    return result
  }

  /** Ends when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.running || this.waiting.length > 0) {
      if (!this.running) this.start()
      await this.running
    }
  }

  private schedule(): void {
    if (this.running) return
    if (this.waiting.length >= this.options.size) return this.start()
    this.timer ??= setTimeout(() => this.start(), this.options.waitMs)
  }

  private start(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.running || this.waiting.length === 0) return
    const batch = this.waiting.splice(0, this.options.most)
    this.running = this.run(batch).finally(() => {
      this.running = null
      if (this.waiting.length > 0) this.schedule()
    })
  }

  private async run(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work(batch.map(({ item }) => item))
      batch.forEach(({ resolve }, n) => resolve(results[n]!))
    } catch (error) {
      batch.forEach(({ reject }) => reject(error))
    }
  }
}
