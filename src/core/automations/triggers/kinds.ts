import type { TriggerKind } from "../trigger-kind"
import { DATE_TRIGGERS } from "./dates"
import { GOODS_TRIGGERS } from "./goods"
import { MAIL_TRIGGERS } from "./mail"
import { OWN_TRIGGERS } from "./own"
import { PEOPLE_TRIGGERS } from "./people"
import { POLL_TRIGGERS } from "./polls"
import { SITE_TRIGGERS } from "./site"
import { STORE_EVENTS } from "./store-events"

/** Every kind of trigger, in the order in which the editor offers them. A new kind is one more line here. */
export const TRIGGER_KINDS: readonly TriggerKind[] = [
  ...STORE_EVENTS,
  ...GOODS_TRIGGERS,
  ...PEOPLE_TRIGGERS,
  ...MAIL_TRIGGERS,
  ...POLL_TRIGGERS,
  ...DATE_TRIGGERS,
  ...SITE_TRIGGERS,
  ...OWN_TRIGGERS,
]

const byKind = new Map(TRIGGER_KINDS.map((kind) => [kind.kind, kind]))

export const triggerKindOf = (kind: string): TriggerKind | undefined => byKind.get(kind)
