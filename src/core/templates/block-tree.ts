import type { Block, BlockOf, LeafBlock } from "./document"

/** A place between blocks: of the letter itself, or of one column. `index` counts from 0. */
export type Place = { within: { id: string; column: number } | null; index: number }

export function findBlock(blocks: Block[], id: string): Block | null {
  for (const one of blocks) {
    if (one.id === id) return one
    const inside = one.type === "columns" ? one.columns.flat().find((leaf) => leaf.id === id) : undefined
    if (inside) return inside
  }
  return null
}

export function placeOf(blocks: Block[], id: string): Place | null {
  for (const [index, one] of blocks.entries()) {
    if (one.id === id) return { within: null, index }
    if (one.type !== "columns") continue
    for (const [column, leaves] of one.columns.entries()) {
      const at = leaves.findIndex((leaf) => leaf.id === id)
      if (at >= 0) return { within: { id: one.id, column }, index: at }
    }
  }
  return null
}

/** Columns and the footer stand in the letter itself, never in a column. */
export function mayStandAt(type: Block["type"], { within }: Place): boolean {
  return within === null || (type !== "columns" && type !== "footer")
}

/** Unchanged where the block may not stand, or the place is no longer there. */
export function insertBlock(blocks: Block[], block: Block, place: Place): Block[] {
  if (!mayStandAt(block.type, place)) return blocks
  return changeList(blocks, place.within, (list) => [
    ...list.slice(0, place.index),
    block as LeafBlock,
    ...list.slice(place.index),
  ])
}

export function removeBlock(blocks: Block[], id: string): Block[] {
  const place = placeOf(blocks, id)
  return place ? changeList(blocks, place.within, (list) => list.filter((one) => one.id !== id)) : blocks
}

export function replaceBlock(blocks: Block[], next: Block): Block[] {
  const place = placeOf(blocks, next.id)
  if (!place) return blocks
  return changeList(blocks, place.within, (list) => list.map((one) => (one.id === next.id ? (next as LeafBlock) : one)))
}

/** To another place, named as it is before the move; never into itself. */
export function moveBlock(blocks: Block[], id: string, to: Place): Block[] {
  const [block, from] = [findBlock(blocks, id), placeOf(blocks, id)]
  if (!block || !from || to.within?.id === id || !mayStandAt(block.type, to)) return blocks
  const isSameList = isSame(from.within, to.within)
  const index = isSameList && from.index < to.index ? to.index - 1 : to.index
  if (isSameList && index === from.index) return blocks
  return insertBlock(removeBlock(blocks, id), block, { ...to, index })
}

/** One step up or down among its neighbours; unchanged at the ends. */
export function stepBlock(blocks: Block[], id: string, by: -1 | 1): Block[] {
  const from = placeOf(blocks, id)
  if (!from) return blocks
  const to = from.index + (by === 1 ? 2 : -1)
  if (to < 0 || to > listAt(blocks, from.within).length) return blocks
  return moveBlock(blocks, id, { ...from, index: to })
}

/** The copy stands below; every block in it gets an id of its own. */
export function duplicateBlock(
  blocks: Block[],
  id: string,
  newId: () => string,
): { blocks: Block[]; copy: Block | null } {
  const [block, from] = [findBlock(blocks, id), placeOf(blocks, id)]
  if (!block || !from) return { blocks, copy: null }
  const copy = withNewIds(block, newId)
  return { blocks: insertBlock(blocks, copy, { ...from, index: from.index + 1 }), copy }
}

export function listAt(blocks: Block[], within: Place["within"]): Block[] {
  if (within === null) return blocks
  const parent = blocks.find((one): one is BlockOf<"columns"> => one.id === within.id && one.type === "columns")
  return parent?.columns[within.column] ?? []
}

function changeList(blocks: Block[], within: Place["within"], change: (list: LeafBlock[]) => Block[]): Block[] {
  if (within === null) return change(blocks as LeafBlock[])
  return blocks.map((one) =>
    one.id === within.id && one.type === "columns"
      ? {
          ...one,
          columns: one.columns.map((list, at) => (at === within.column ? (change(list) as LeafBlock[]) : list)),
        }
      : one,
  )
}

function withNewIds(block: Block, newId: () => string): Block {
  if (block.type !== "columns") return { ...block, id: newId() }
  const columns = block.columns.map((list) => list.map((leaf) => ({ ...leaf, id: newId() })))
  return { ...block, id: newId(), columns }
}

function isSame(one: Place["within"], other: Place["within"]): boolean {
  return one?.id === other?.id && one?.column === other?.column
}
