import {
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
} from "@dnd-kit/core"

/** The nearest place between blocks; a column counts only for what is held over it. */
export const nearestPlace: CollisionDetection = ({
  droppableContainers,
  droppableRects,
  pointerCoordinates,
  collisionRect,
}) => {
  const at = pointerCoordinates ?? { x: collisionRect.left + 8, y: collisionRect.top }
  const distances = droppableContainers.flatMap((container) => {
    const rect = droppableRects.get(container.id)
    if (!rect) return []
    const dx = Math.max(rect.left - at.x, 0, at.x - rect.right)
    const dy = Math.abs(rect.top + rect.height / 2 - at.y)
    return [{ id: container.id, data: { droppableContainer: container, value: dx * 2 + dy } }]
  })
  return distances.sort((one, other) => one.data.value - other.data.value)
}

/** Arrow keys go from place to place in reading order. */
const nextPlace: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const by = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0
  if (by === 0) return undefined
  event.preventDefault()
  const places = context.droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const rect = context.droppableRects.get(id)
      return rect ? [{ id, rect }] : []
    })
    .sort((one, other) => one.rect.top - other.rect.top || one.rect.left - other.rect.left)
  const at = places.findIndex(({ id }) => id === context.over?.id)
  const to = places[Math.min(Math.max(at + by, 0), places.length - 1)]
  if (!to) return currentCoordinates
  return { x: to.rect.left, y: to.rect.top + to.rect.height / 2 }
}

/** A press is not a drag: six pixels tell them apart. */
const BY_HAND = { activationConstraint: { distance: 6 } }
const BY_KEYS = { coordinateGetter: nextPlace }

/** The options are the same objects each time: with new ones dnd-kit draws all that can be dragged anew. */
export function useDragSensors() {
  return useSensors(useSensor(PointerSensor, BY_HAND), useSensor(KeyboardSensor, BY_KEYS))
}
