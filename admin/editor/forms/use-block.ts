import type { Block } from "../../../src/core/templates/document"
import { useMailEditor } from "../editor-context"
import { useBlockEdits } from "../use-block-edits"

/** Changes this block's fields; `isTranslation`: only its words can be changed here. */
export function useBlock<One extends Block>(block: One) {
  const { locale } = useMailEditor()
  const { set } = useBlockEdits()
  return { isTranslation: locale !== null, set: (patch: Partial<One>) => set(block.id, patch) }
}
