import type { EffectKind } from "./effect-kinds"
import type { Notice } from "./notice"
import type { NoticeSettings } from "./nodes/notify-third-party"
import type { SendEmailSettings } from "./nodes/send-email"
import type { Saw } from "./saw"
import type { WayReason } from "./way-reasons"

/** What a node wants done. Stored with the position in one transaction; nothing happens while a node decides. */
export type Effect =
  | { kind: "mail_shopper"; settings: SendEmailSettings }
  | { kind: "mail_owner"; settings: SendEmailSettings }
  | { kind: "mail_third_party"; settings: NoticeSettings; notice: Notice }
  /** Words for "why" (F49): `left` ended here, `skipped` did nothing here, `went` took an exit, `not_entered` never began. */
  | {
      kind: "decision"
      verdict: "skipped" | "left" | "went" | "not_entered" | "control"
      reason: WayReason
      saw?: Saw
    }
  | { kind: "tag"; add: string[]; remove: string[] }
  /** One entrant per member of a segment goes on at `to`. */
  | { kind: "fan_out"; segmentId: string; to: string }
  /**
   * Anything that leaves the database: a row of `mailroom.effect`, carried out from there. `what` names its runner,
   * `recipient` tells several of one visit apart.
   */
  | {
      kind: "outside"
      what: EffectKind
      settings: Record<string, unknown>
      recipient?: string
      dueAt?: Date
    }

/** An effect with the place from which it comes; the place is part of its key, so that it happens once. */
export type PlacedEffect = Effect & { node: string; visit: number }
export type PlacedEffectOf<Kind extends Effect["kind"]> = Extract<PlacedEffect, { kind: Kind }>
