import type { TriggerKind } from "../trigger-kind"
import { STORE_EVENTS } from "./store-events"

/** Every kind of trigger, in the order in which the editor offers them. A new kind is one more line here. */
export const TRIGGER_KINDS: readonly TriggerKind[] = [...STORE_EVENTS]

const byKind = new Map(TRIGGER_KINDS.map((kind) => [kind.kind, kind]))

export const triggerKindOf = (kind: string): TriggerKind | undefined => byKind.get(kind)
