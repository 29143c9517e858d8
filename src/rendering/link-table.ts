/**
 * The fixed targets of one version in order of their first appearance; the same target met again has the same index,
 * so Outlook's copy of a button and the picture beside a title count as one link.
 */
export class LinkTable {
  readonly targets: string[] = []
  private readonly indexes = new Map<string, number>()

  indexOf(target: string): number {
    const known = this.indexes.get(target)
    if (known !== undefined) return known
    this.indexes.set(target, this.targets.length)
    return this.targets.push(target) - 1
  }
}
