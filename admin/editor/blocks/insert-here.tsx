import { useDndContext, useDroppable } from "@dnd-kit/core"
import { Plus } from "@medusajs/icons"
import { DropdownMenu, clx } from "@medusajs/ui"
import { mayStandAt, type Place } from "../../../src/core/templates/block-tree"
import type { Block } from "../../../src/core/templates/document"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { useBlocks } from "../use-blocks"
import { useFocusAfterPick } from "../use-focus-after-pick"
import { BlockIcon } from "./block-icon"
import { typesFor } from "./types-for"

type Props = { place: Place; isRoomy?: boolean }

/** The place between two blocks: a block can be dropped here, and the + offers what can be put here. */
export function InsertHere({ place, isRoomy = false }: Props) {
  const text = useText()
  const { catalogue } = useMailEditor()
  const { insert } = useBlocks()
  const { picked, onCloseAutoFocus } = useFocusAfterPick()
  const { active } = useDndContext()
  const dragged = active?.data.current as { type: Block["type"]; id?: string } | undefined
  const isAllowed =
    !dragged || (mayStandAt(dragged.type, place) && (place.within === null || place.within.id !== dragged.id))
  const { setNodeRef, isOver } = useDroppable({ id: idOf(place), data: { place }, disabled: !isAllowed })
  return (
    <div
      ref={setNodeRef}
      data-over={isOver || undefined}
      className={clx("group relative flex items-center justify-center", isRoomy ? "min-h-14" : "h-4")}
    >
      <span
        aria-hidden="true"
        className={clx(
          "absolute inset-x-0 top-1/2 -translate-y-1/2 rounded-full",
          isOver
            ? "bg-ui-fg-interactive h-1"
            : "bg-ui-border-strong h-px opacity-0 group-focus-within:opacity-100 group-hover:opacity-100",
          isRoomy &&
            !isOver &&
            "inset-y-0 h-auto translate-y-0 rounded-md border border-dashed !bg-transparent !opacity-100",
        )}
      />
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <button
            type="button"
            aria-label={text("editor.insertHere")}
            title={text("editor.insertHere")}
            className={clx(
              "bg-ui-bg-base shadow-borders-base text-ui-fg-subtle focus-visible:shadow-borders-focus relative flex size-5 items-center justify-center rounded-full outline-none",
              !isRoomy && "opacity-0 focus-visible:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100",
            )}
          >
            <Plus className="size-3" />
          </button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content className="max-h-80 overflow-y-auto" onCloseAutoFocus={onCloseAutoFocus}>
          {typesFor(catalogue)
            .filter((type) => mayStandAt(type, place))
            .map((type) => (
              <DropdownMenu.Item
                key={type}
                className="gap-x-2"
                onSelect={() => {
                  picked()
                  insert(type, place)
                }}
              >
                <BlockIcon type={type} />
                {text(`editor.block.${type}`)}
              </DropdownMenu.Item>
            ))}
        </DropdownMenu.Content>
      </DropdownMenu>
    </div>
  )
}

function idOf({ within, index }: Place): string {
  return within ? `place:${within.id}:${within.column}:${index}` : `place:${index}`
}
