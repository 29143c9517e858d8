/** From one block's head to the next one in reading order, columns included. */
export function focusNeighbour(head: EventTarget & Element, by: -1 | 1): void {
  const heads = [...document.querySelectorAll<HTMLElement>("[data-block-head]")]
  heads[heads.indexOf(head as HTMLElement) + by]?.focus()
}
