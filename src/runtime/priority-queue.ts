/** First in, first out within a weight; heavier ones first. A handful of weights, thousands of items. */
export class PriorityQueue<Item> {
  private readonly byWeight: { weight: number; items: Item[]; from: number }[] = []

  add(weight: number, item: Item): void {
    let at = this.byWeight.findIndex((queue) => queue.weight <= weight)
    if (at === -1) at = this.byWeight.length
    if (this.byWeight[at]?.weight !== weight) this.byWeight.splice(at, 0, { weight, items: [], from: 0 })
    this.byWeight[at]!.items.push(item)
  }

  has(may: (item: Item) => boolean): boolean {
    return this.byWeight.some((queue) => queue.from < queue.items.length && may(queue.items[queue.from]!))
  }

  /** The first item of the heaviest queue whose first one may go. */
  take(may: (item: Item) => boolean): Item | undefined {
    const queue = this.byWeight.find(({ items, from }) => from < items.length && may(items[from]!))
    if (!queue) return undefined
    const item = queue.items[queue.from]!
    queue.from += 1
    // Shifting an array of a thousand for every mail would cost more than the rest.
    if (queue.from === queue.items.length) Object.assign(queue, { items: [], from: 0 })
    return item
  }

  empty(): Item[] {
    return this.byWeight.splice(0).flatMap(({ items, from }) => items.slice(from))
  }
}
