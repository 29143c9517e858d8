/** From one block's head to the next one in reading order, columns included. */
export function focusNeighbour(head: Element, by: -1 | 1): void {
  const heads = allHeads()
  heads[heads.indexOf(head as HTMLElement) + by]?.focus()
}

/** What was pressed goes away with its block; the focus stays in the letter, where Ctrl+Z and the arrows are heard. */
export function focusBeside(inBlock: Element): void {
  const card = inBlock.closest("[data-block]")
  const heads = allHeads().filter((one) => !card?.contains(one))
  const isBefore = (one: Element) =>
    card !== null && (one.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const beside = heads.filter(isBefore).at(-1) ?? heads[0]
  beside?.focus()
}

function allHeads(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-block-head]")]
}
