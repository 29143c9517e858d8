import { z } from "zod"
import { addressSchema } from "./address-schema"

/**
 * Who is told: a fixed address, the address that stands under a key in the metadata of what was bought, the supplier of the
 * product, the shop's own people (Settings → Owner), or one user of the admin.
 */
export const noticeRecipientSchema = z.discriminatedUnion("by", [
  z.object({ field: z.enum(["to", "cc", "bcc"]), by: z.literal("address"), value: addressSchema }),
  z.object({
    field: z.enum(["to", "cc", "bcc"]),
    by: z.enum(["product_metadata", "category_metadata"]),
    value: z.string().trim().min(1).max(100),
  }),
  z.object({
    field: z.enum(["to", "cc", "bcc"]),
    by: z.enum(["supplier", "owner"]),
    value: z.string().max(100).default(""),
  }),
  z.object({
    field: z.enum(["to", "cc", "bcc"]),
    by: z.literal("staff"),
    value: z.string().trim().min(1, "choose a colleague").max(64),
  }),
])
export type NoticeRecipient = z.infer<typeof noticeRecipientSchema>

export const noticeRecipientsSchema = z
  .array(noticeRecipientSchema)
  .min(1, "add at least one recipient")
  .max(50)
  .refine((recipients) => recipients.some(({ field }) => field === "to"), 'add at least one recipient in "to"')
