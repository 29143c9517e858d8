import { allBlocks, type MailDocument } from "../templates/document"

/** What a mailing shows by name: products that somebody picked in its blocks. Lists that fill themselves differ by reader. */
export function productsShown(document: MailDocument): string[] {
  if (document.kind !== "blocks") return []
  const picked = allBlocks(document.blocks).flatMap((block) =>
    block.type === "products" && block.source === "picked" ? block.productIds : [],
  )
  return [...new Set(picked)]
}
