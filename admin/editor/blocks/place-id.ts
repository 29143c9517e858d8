import type { Place } from "../../../src/core/templates/block-tree"

/** The same place has the same name from one drawing to the next. */
export function placeId({ within, index }: Place): string {
  return within ? `place:${within.id}:${within.column}:${index}` : `place:${index}`
}
