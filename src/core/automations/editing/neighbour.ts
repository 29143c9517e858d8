import { TRIGGER } from "./flow"
import type { LaidOut } from "./layout-flow"

export type Direction = "up" | "down" | "left" | "right"

type Card = { id: string; x: number; y: number; width: number; height: number }

/** The card that an arrow key goes to from the selected one (`trigger` is the first); itself where there is none. */
export function neighbour(laidOut: LaidOut, from: string | null, direction: Direction): string {
  const cards: Card[] = [{ ...laidOut.trigger, id: TRIGGER }, ...laidOut.steps]
  const now = cards.find(({ id }) => id === from)
  if (!now) return TRIGGER
  const middle = (card: Card) => ({ x: card.x + card.width / 2, y: card.y + card.height / 2 })
  const at = middle(now)
  const isUpright = direction === "up" || direction === "down"
  const sign = direction === "down" || direction === "right" ? 1 : -1
  const ahead = cards.flatMap((card) => {
    const { x, y } = middle(card)
    const along = sign * (isUpright ? y - at.y : x - at.x)
    const aside = Math.abs(isUpright ? x - at.x : y - at.y)
    // To the side only what stands at about the same height; up and down the nearest row.
    const isAhead = isUpright ? along > 1 : along > 1 && aside < card.height
    return isAhead ? [{ id: card.id, cost: isUpright ? along * 4 + aside : along + aside * 4 }] : []
  })
  return ahead.sort((one, other) => one.cost - other.cost)[0]?.id ?? now.id
}
