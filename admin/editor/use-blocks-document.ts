import type { BlocksDocument } from "../../src/core/templates/document"
import { useContent } from "./editor-context"

/** The letter, if it is made of blocks. */
export function useBlocksDocument(): BlocksDocument | null {
  const { document } = useContent().content
  return document.kind === "blocks" ? document : null
}
