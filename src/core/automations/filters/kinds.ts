import type { FilterKind } from "../filter-kind"
import { amountAtLeast } from "./amount-at-least"
import { bought } from "./bought"
import { country } from "./country"
import { customerGroup } from "./customer-group"
import { firstOrder } from "./first-order"
import { region, salesChannel } from "./place-of-sale"
import { segment } from "./segment"

/** Every filter that a trigger may have. A new kind is a new file and one line here. */
export const FILTER_KINDS = [
  amountAtLeast,
  bought,
  firstOrder,
  country,
  segment,
  salesChannel,
  region,
  customerGroup,
] as unknown as readonly FilterKind[]

const byKind = new Map(FILTER_KINDS.map((kind) => [kind.kind, kind]))

export const filterKindOf = (kind: string): FilterKind | undefined => byKind.get(kind)
