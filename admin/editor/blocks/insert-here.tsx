import { useDroppable } from "@dnd-kit/core"
import { clx } from "@medusajs/ui"
import { memo } from "react"
import { mayStandAt, type Place } from "../../../src/core/templates/block-tree"
import { useDragged } from "./dragged"
import { InsertMenu } from "./insert-menu"
import { placeId } from "./place-id"

type Props = { place: Place; isRoomy?: boolean }

/** The place between two blocks: a block can be dropped here, and the + offers what can be put here. */
export const InsertHere = memo(function InsertHere({ place, isRoomy = false }: Props) {
  const dragged = useDragged()
  const isAllowed =
    !dragged || (mayStandAt(dragged.type, place) && (place.within === null || place.within.id !== dragged.id))
  const { setNodeRef, isOver } = useDroppable({ id: placeId(place), data: { place }, disabled: !isAllowed })
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
      <InsertMenu place={place} isRoomy={isRoomy} />
    </div>
  )
}, isSame)

function isSame(one: Props, other: Props): boolean {
  return placeId(one.place) === placeId(other.place) && one.isRoomy === other.isRoomy
}
