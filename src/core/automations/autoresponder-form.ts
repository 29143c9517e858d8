import { z } from "zod"
import type { Autoresponder } from "./autoresponder"

/** The plain form as the API takes and gives it: when · who · which mail. */
export const autoresponderFormSchema = z.strictObject({
  name: z.string().trim().min(1, "must be a name to find it by").max(120),
  when: z.strictObject({
    /** A kind of docs/triggers.md: a date, a repeated date, days before or after one, or an event. */
    trigger: z.string().max(120),
    settings: z.record(z.string(), z.unknown()).default({}),
    delay: z
      .strictObject({ amount: z.number().int().min(1).max(527_040), unit: z.enum(["minutes", "hours", "days"]) })
      .nullable()
      .default(null),
  }),
  /** Null: everybody it happens to. */
  who: z.strictObject({ segment_id: z.string().min(1).max(64).nullable().default(null) }).prefault({}),
  mail: z.strictObject({
    template: z.string().trim().min(1, "must be the key or id of a template").max(64),
    class: z.enum(["tx", "marketing"]).default("marketing"),
    topic_id: z.string().min(1).max(64).nullable().default(null),
  }),
  is_on: z.boolean().default(false),
})
export type AutoresponderForm = z.output<typeof autoresponderFormSchema>

export function autoresponderFrom({ when, who, mail }: AutoresponderForm): Autoresponder {
  return {
    trigger: { kind: when.trigger, settings: when.settings },
    delay: when.delay,
    segmentId: who.segment_id,
    mail: { template: mail.template, class: mail.class, topicId: mail.topic_id },
  }
}

/** Null in `when` while nobody has said what sets it off. */
export function formFrom({ trigger, delay, segmentId, mail }: Autoresponder) {
  return {
    when: trigger && { trigger: trigger.kind, settings: trigger.settings, delay },
    who: { segment_id: segmentId },
    mail: { template: mail.template, class: mail.class, topic_id: mail.topicId },
  }
}
