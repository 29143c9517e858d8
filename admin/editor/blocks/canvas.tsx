import { DndContext, DragOverlay, type DragEndEvent, type DragStartEvent } from "@dnd-kit/core"
import { Text } from "@medusajs/ui"
import { useState } from "react"
import type { Place } from "../../../src/core/templates/block-tree"
import type { Block } from "../../../src/core/templates/document"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { useBlockEdits } from "../use-block-edits"
import { useBlocksDocument } from "../use-blocks-document"
import { BlockIcon } from "./block-icon"
import { BlockList } from "./block-list"
import { DraggedContext, type Dragged } from "./dragged"
import { nearestPlace, useDragSensors } from "./drag-rules"
import { Palette } from "./palette"

const NONE: Block[] = []

/** Only near the edge, and not faster than one can read. */
const SCROLL = { threshold: { x: 0, y: 0.12 }, acceleration: 6 }

/** The palette and the letter; what is dragged from the one or within the other lands between two blocks. */
export function Canvas() {
  const text = useText()
  const { locale, announce } = useMailEditor()
  const { insert, move } = useBlockEdits()
  const blocks = useBlocksDocument()?.blocks ?? NONE
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const sensors = useDragSensors()

  function drop({ active, over }: DragEndEvent) {
    setDragged(null)
    const { type, id } = active.data.current as Dragged
    const place = (over?.data.current as { place: Place } | undefined)?.place
    if (!place) return
    if (id) move(id, place)
    else insert(type, place)
    announce(text("editor.said.dropped", { name: text(`editor.block.${type}`), place: place.index + 1 }))
  }

  const instructions = { draggable: text("editor.dragHelp") }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearestPlace}
      autoScroll={SCROLL}
      accessibility={{ screenReaderInstructions: instructions, announcements: useAnnouncements() }}
      onDragStart={({ active }: DragStartEvent) => setDragged(active.data.current as Dragged)}
      onDragEnd={drop}
      onDragCancel={() => setDragged(null)}
    >
      <div className="flex flex-col gap-y-3 px-6 py-4">
        {locale === null && <Palette />}
        {blocks.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {text("editor.empty")}
          </Text>
        )}
        <DraggedContext.Provider value={dragged}>
          <BlockList blocks={blocks} within={null} />
        </DraggedContext.Provider>
      </div>
      <DragOverlay dropAnimation={null}>{dragged && <Held type={dragged.type} />}</DragOverlay>
    </DndContext>
  )
}

function Held({ type }: { type: Block["type"] }) {
  const text = useText()
  return (
    <div
      data-held={type}
      className="bg-ui-bg-base shadow-elevation-flyout txt-compact-small flex h-8 w-fit items-center gap-x-2 rounded-md px-3"
    >
      <BlockIcon type={type} />
      {text(`editor.block.${type}`)}
    </div>
  )
}

function useAnnouncements() {
  const text = useText()
  const name = (data: unknown) => text(`editor.block.${(data as Dragged).type}`)
  return {
    onDragStart: ({ active }: Pick<DragStartEvent, "active">) =>
      text("editor.said.held", { name: name(active.data.current) }),
    onDragOver: ({ over }: { over: { data: { current?: unknown } } | null }) => {
      const place = (over?.data.current as { place: Place } | undefined)?.place
      return place ? text("editor.said.over", { place: place.index + 1 }) : undefined
    },
    onDragEnd: () => undefined,
    onDragCancel: () => text("editor.said.cancelled"),
  }
}
