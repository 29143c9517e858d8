import {
  findBlock,
  insertBlock,
  moveBlock,
  placeOf,
  replaceBlock,
  stepBlock,
  type Place,
} from "../../src/core/templates/block-tree"
import type { Block, BlocksDocument, BlockWords } from "../../src/core/templates/document"
import { setWords, withCopy, withoutBlock } from "../../src/core/templates/edit-document"
import { useText } from "../parts/use-text"
import { useMailEditor } from "./editor-context"
import { newBlock, newId } from "./blocks/new-block"

/** What can be done with the blocks; each is one step for undo, and is said aloud. */
export function useBlocks() {
  const text = useText()
  const { content, change, selected, select, locale, announce } = useMailEditor()
  const document = content.document.kind === "blocks" ? content.document : null
  const blocks = document?.blocks ?? []

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
    const block = findBlock(blocks, id)
    return block ? text(`editor.block.${block.type}`) : ""
  }

  return {
    blocks,
    document,
    nameOf,
    changeDocument,
    insert,
    /** Below the open block, or at the end but above the footer. */
    append: (type: Block["type"]) => insert(type, placeForNew(blocks, selected, type)),
    remove(id: string) {
      announce(text("editor.said.removed", { name: nameOf(id) }))
      changeDocument((before) => withoutBlock(before, id))
      if (selected === id) select(null)
    },
    duplicate(id: string) {
      const ids: string[] = []
      changeDocument((before) => withCopy(before, id, fromList(ids)).document)
      announce(text("editor.said.duplicated", { name: nameOf(id) }))
    },
    step(id: string, by: -1 | 1) {
      changeBlocks((before) => stepBlock(before, id, by))
      const place = placeOf(stepBlock(blocks, id, by), id)
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
