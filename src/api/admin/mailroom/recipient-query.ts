import { z } from "zod"
import { MESSAGE_STATUSES } from "../../../core/messages/states"

const SHOWN = [...MESSAGE_STATUSES, "delivered", "open", "click", "bounce", "spam", "unsubscribed"] as const

/** Filters of a report's recipients, on the page and in the export. */
export const recipientFilterSchema = z.object({
  status: z.enum(SHOWN).optional(),
  /** Which of the texts that a corrected mailing went out with. */
  version: z.coerce.number().int().min(1).max(100_000).optional(),
  /** Of an automation: the node that sent it. */
  step: z.string().trim().min(1).max(64).optional(),
  q: z.string().trim().max(254).optional(),
})
