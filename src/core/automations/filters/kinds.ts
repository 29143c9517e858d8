import type { FilterKind } from "../filter-kind"
import { bought } from "./bought"
import { segment } from "./segment"

/** Every filter that a trigger may have. A new kind is a new file and one line here. */
export const FILTER_KINDS = [bought, segment] as unknown as readonly FilterKind[]

const byKind = new Map(FILTER_KINDS.map((kind) => [kind.kind, kind]))

export const filterKindOf = (kind: string): FilterKind | undefined => byKind.get(kind)
