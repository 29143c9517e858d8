import { Plus } from "@medusajs/icons"
import { DropdownMenu, clx } from "@medusajs/ui"
import { memo } from "react"
import { mayStandAt, type Place } from "../../../src/core/templates/block-tree"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { useBlockEdits } from "../use-block-edits"
import { useFocusAfterPick } from "../use-focus-after-pick"
import { BlockIcon } from "./block-icon"
import { typesFor } from "./types-for"

type Props = { place: Place; isRoomy: boolean }

/** The + of a place; drawn again neither by a keystroke nor by what is carried over it. */
export const InsertMenu = memo(function InsertMenu({ place, isRoomy }: Props) {
  const text = useText()
  const { picked, onCloseAutoFocus } = useFocusAfterPick()
  return (
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
        <Types place={place} onPick={picked} />
      </DropdownMenu.Content>
    </DropdownMenu>
  )
})

function Types({ place, onPick }: { place: Place; onPick: () => void }) {
  const text = useText()
  const { catalogue } = useMailEditor()
  const { insert } = useBlockEdits()
  return (
    <>
      {typesFor(catalogue)
        .filter((type) => mayStandAt(type, place))
        .map((type) => (
          <DropdownMenu.Item
            key={type}
            className="gap-x-2"
            onSelect={() => {
              onPick()
              insert(type, place)
            }}
          >
            <BlockIcon type={type} />
            {text(`editor.block.${type}`)}
          </DropdownMenu.Item>
        ))}
    </>
  )
}
