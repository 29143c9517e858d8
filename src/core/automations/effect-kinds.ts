/** What can be done outside of the database; each has its runner in `runtime/effects`. */
export const EFFECT_KINDS = [
  "notice",
  "occurrence_notice",
  "own_action",
  "promotion",
  "send_push",
  "send_sms",
  "task",
  "webhook",
] as const
export type EffectKind = (typeof EFFECT_KINDS)[number]
