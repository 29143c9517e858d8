import type { Segment as StoredSegment } from "../../../src/modules/mailroom/services/segments"
import type { Person } from "../../../src/modules/mailroom/services/segment-members"
import type { Json } from "./json"

export type { Person }

export type Segment = Json<Omit<StoredSegment, "count_ms">> & { takes_too_long: boolean }

export type Preview = { count: number | null; ms: number; takes_too_long: boolean; people: Person[] }
export type Explanation = { is_in: boolean; clauses: { path: string; holds: boolean; decides: boolean }[] }
