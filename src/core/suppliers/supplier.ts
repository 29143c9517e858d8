import { IANAZone } from "luxon"
import { z } from "zod"
import { normaliseAddress } from "../contacts/normalise-address"
import { spanAt, windowOf, windowSchema } from "../mailings/sending-window"
import { isLanguageTag } from "../settings/language-tag"

const address = z
  .string()
  .trim()
  .max(320)
  .refine((text) => normaliseAddress(text).ok, "must be one e-mail address")

/** A supplier as a merchant writes it down (F65). */
export const supplierSchema = z.strictObject({
  name: z.string().trim().min(1, "give the supplier a name").max(200),
  emails: z.array(address).min(1, "name at least one address").max(10),
  cc: z.array(address).max(10).default([]),
  /** Null: the store's language and clock. */
  locale: z
    .string()
    .max(35)
    .refine(isLanguageTag, "must be a language tag such as en or de-AT")
    .nullable()
    .default(null),
  time_zone: z
    .string()
    .max(64)
    .refine((zone) => IANAZone.isValidZone(zone), 'must be a time zone such as "Europe/Berlin"')
    .nullable()
    .default(null),
  /** When mails may arrive there; null: at any time. */
  hours: windowSchema.nullable().default(null),
  note: z.string().max(5000).default(""),
})
export type SupplierInput = z.infer<typeof supplierSchema>

/** When a mail may go to a supplier: now, or when its delivery hours begin. */
export function opensAt(supplier: Pick<SupplierInput, "hours" | "time_zone">, now: Date, storeZone: string): Date {
  const window = supplier.hours && windowOf(supplier.hours, supplier.hours)
  return window ? spanAt(window, now, supplier.time_zone, storeZone).from : now
}
