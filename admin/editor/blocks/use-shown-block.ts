import { useRef } from "react"
import type { Block } from "../../../src/core/templates/document"
import { blockIn } from "../../../src/core/templates/edit-document"
import { useBlocksDocument } from "../use-blocks-document"

/** The block in the words of a translation: the same object as long as it says the same, so that its card rests. */
export function useShownBlock(block: Block, locale: string): Block {
  const document = useBlocksDocument()
  const shown = document ? blockIn(document, block, locale) : block
  const last = useRef(shown)
  if (JSON.stringify(last.current) !== JSON.stringify(shown)) last.current = shown
  return last.current
}
