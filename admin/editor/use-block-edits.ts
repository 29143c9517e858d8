import { useMemo } from "react"
import {
  findBlock,
  insertBlock,
  moveBlock,
  placeOf,
  replaceBlock,
  stepBlock,
  type Place,
} from "../../src/core/templates/block-tree"
import type { Block, BlocksDocument, BlockWords, MailContent } from "../../src/core/templates/document"
import { setWords, withCopy, withoutBlock } from "../../src/core/templates/edit-document"
import { useText, type Text } from "../parts/use-text"
import { newBlock, newId } from "./blocks/new-block"
import { useMailEditor, type EditorValue } from "./editor-context"

/** What can be done with the blocks; each is one step for undo, and is said aloud. The same as long as the language is. */
export function useBlockEdits() {
  const text = useText()
  const editor = useMailEditor()
  return useMemo(() => editsOf(editor, text), [editor, text])
}

function editsOf({ change, now, select, locale, announce }: EditorValue, text: Text) {
  function changeDocument(next: (document: BlocksDocument) => BlocksDocument, group: string | null = null) {
    change((before) => {
      if (before.document.kind !== "blocks") return before
      const document = next(before.document)
      return document === before.document ? before : { ...before, document }
    }, group)
  }

  function changeBlocks(next: (blocks: Block[]) => Block[]) {
    changeDocument((before) => {
      const blocks = next(before.blocks)
      return blocks === before.blocks ? before : { ...before, blocks }
    })
  }

  function insert(type: Block["type"], place: Place) {
    const block = newBlock(type)
    changeBlocks((before) => insertBlock(before, block, place))
    select(block.id)
    announce(text("editor.said.added", { name: text(`editor.block.${type}`) }))
  }

  const nameOf = (id: string) => {
    const block = findBlock(blocksOf(now().content), id)
    return block ? text(`editor.block.${block.type}`) : ""
  }

  return {
    changeDocument,
    insert,
    /** Below the open block, or at the end but above the footer. */
    append: (type: Block["type"]) => insert(type, placeForNew(blocksOf(now().content), now().selected, type)),
    remove(id: string) {
      announce(text("editor.said.removed", { name: nameOf(id) }))
      changeDocument((before) => withoutBlock(before, id))
      if (now().selected === id) select(null)
    },
    duplicate(id: string) {
      const ids: string[] = []
      changeDocument((before) => withCopy(before, id, fromList(ids)).document)
      announce(text("editor.said.duplicated", { name: nameOf(id) }))
    },
    step(id: string, by: -1 | 1) {
      changeBlocks((before) => stepBlock(before, id, by))
      const place = placeOf(stepBlock(blocksOf(now().content), id, by), id)
      announce(text("editor.said.moved", { name: nameOf(id), place: (place?.index ?? 0) + 1 }))
    },
    move(id: string, to: Place) {
      changeBlocks((before) => moveBlock(before, id, to))
    },
    /** In the original the block itself; in a translation the words of that language. */
    set(id: string, patch: object) {
      const group = `${locale ?? ""}/${id}/${Object.keys(patch).join()}`
      if (locale !== null) return changeDocument((before) => setWords(before, locale, id, patch as BlockWords), group)
      changeDocument((before) => {
        const block = findBlock(before.blocks, id)
        return block ? { ...before, blocks: replaceBlock(before.blocks, { ...block, ...patch } as Block) } : before
      }, group)
    },
  }
}

function blocksOf({ document }: MailContent): Block[] {
  return document.kind === "blocks" ? document.blocks : []
}

/** A reducer may run twice; both times it must come to the same ids. */
function fromList(ids: string[]): () => string {
  let at = 0
  return () => {
    ids[at] ??= newId()
    return ids[at++]!
  }
}

function placeForNew(blocks: Block[], selected: string | null, type: Block["type"]): Place {
  const open = selected ? placeOf(blocks, selected) : null
  const canNest = type !== "columns" && type !== "footer"
  if (open && (open.within === null || canNest)) return { ...open, index: open.index + 1 }
  const footer = blocks.findIndex((one) => one.type === "footer")
  return { within: null, index: footer >= 0 && type !== "footer" ? footer : blocks.length }
}
