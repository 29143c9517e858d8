import { z } from "zod"
import { MESSAGE_STATUSES } from "../../../core/messages/states"

const SHOWN = [...MESSAGE_STATUSES, "delivered", "open", "click", "bounce", "spam", "unsubscribed"] as const

/** Filters of a report's recipients, on the page and in the export. */
export const recipientFilterSchema = z.object({
  status: z.enum(SHOWN).optional(),
  q: z.string().trim().max(254).optional(),
})
