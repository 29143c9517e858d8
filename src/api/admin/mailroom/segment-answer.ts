import type { Segment } from "../../../modules/mailroom/services/segments"

/** `takes_too_long`: it was counted, and not finished within the time that a count may take. */
export function segmentAnswer(segment: Segment) {
  const { count_ms: _, ...rest } = segment
  return {
    ...rest,
    takes_too_long: segment.counted_at !== null && segment.members === null,
    counted_at: segment.counted_at?.toISOString() ?? null,
    created_at: segment.created_at.toISOString(),
    updated_at: segment.updated_at.toISOString(),
  }
}
