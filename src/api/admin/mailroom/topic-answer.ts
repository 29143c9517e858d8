import { z } from "zod"
import type { TopicRow } from "../../../modules/mailroom/sql/topics"

/** `Topic` of docs/api.md. */
export function topicAnswer({ archived_at, ...topic }: TopicRow) {
  return { ...topic, is_archived: archived_at !== null }
}

/** What can be given of a topic besides its name. */
export const topicFields = {
  slug: z.string().optional(),
  description: z.string().max(1000).nullable().optional(),
  visibility: z.enum(["public", "internal"]).optional(),
  /** `{ de: { name, description } }` */
  translations: z
    .record(z.string(), z.strictObject({ name: z.string().optional(), description: z.string().optional() }))
    .optional(),
  is_default_on: z.boolean().optional(),
  is_double_opt_in: z.boolean().optional(),
  /** Whether everybody may read what was sent to it. */
  archive: z.enum(["off", "unlisted", "indexed"]).optional(),
}
