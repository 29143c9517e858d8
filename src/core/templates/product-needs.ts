import type { ProductNeed } from "./contexts"
import { allBlocks, type Block } from "./document"

/** The product lists that have to be read; those of the cart and the order stand in the message already. */
export function productNeeds(blocks: Block[]): ProductNeed[] {
  return allBlocks(blocks).flatMap((block): ProductNeed[] => {
    if (block.type !== "products" || block.source === "cart" || block.source === "order") return []
    const { id, source, productIds, categoryId, count } = block
    return [{ block: id, source, productIds, categoryId, count }]
  })
}
