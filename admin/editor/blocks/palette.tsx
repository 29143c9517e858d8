import { useDraggable } from "@dnd-kit/core"
import { clx } from "@medusajs/ui"
import { memo } from "react"
import type { Block } from "../../../src/core/templates/document"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { useBlockEdits } from "../use-block-edits"
import { BlockIcon } from "./block-icon"
import { typesFor } from "./types-for"

/** All blocks that exist: drag one to its place, or press it and it goes below the open one. */
export const Palette = memo(function Palette() {
  const text = useText()
  const { catalogue } = useMailEditor()
  return (
    <div
      role="group"
      aria-label={text("editor.palette")}
      className="grid grid-cols-[repeat(auto-fill,minmax(118px,1fr))] gap-1.5"
    >
      {typesFor(catalogue).map((type) => (
        <PaletteItem key={type} type={type} />
      ))}
    </div>
  )
})

function PaletteItem({ type }: { type: Block["type"] }) {
  const text = useText()
  const { append } = useBlockEdits()
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `new:${type}`, data: { type } })
  return (
    <button
      ref={setNodeRef}
      type="button"
      // By keyboard Enter adds it; only the mouse drags from here.
      onPointerDown={listeners?.onPointerDown as React.PointerEventHandler | undefined}
      onClick={() => append(type)}
      className={clx(
        "bg-ui-bg-base shadow-borders-base hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus txt-compact-small text-ui-fg-base flex h-8 cursor-grab items-center gap-x-2 rounded-md px-2 text-left outline-none",
        isDragging && "opacity-50",
      )}
    >
      <BlockIcon type={type} />
      <span className="truncate">{text(`editor.block.${type}`)}</span>
    </button>
  )
}
