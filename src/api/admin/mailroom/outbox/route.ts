import { z } from "zod"
import { MESSAGE_KINDS, MESSAGE_STATUSES } from "../../../../core/messages/states"
import { answer, parsed } from "../call"
import { listOf, pageSchema } from "../query"

const querySchema = pageSchema.extend({
  order: z.enum(["newest", "oldest"]).default("newest"),
  status: listOf(MESSAGE_STATUSES),
  type: listOf(MESSAGE_KINDS),
  star: z.enum(["red", "grey", "green"]).optional(),
  source_id: z.string().max(200).optional(),
  q: z
    .string()
    .trim()
    .max(254)
    .optional()
    .refine((q) => !q || q.length >= 3, "must have at least 3 characters"),
  about: z.string().max(200).optional(),
})

export const GET = answer(({ mailroom, query }) => {
  const { status, type, source_id, ...rest } = parsed(querySchema, query)
  return mailroom.outbox.list({ ...rest, statuses: status, kinds: type, sourceId: source_id })
})
