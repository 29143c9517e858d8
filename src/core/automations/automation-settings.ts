import { z } from "zod"
import { addressSchema } from "./address-schema"

/** What of an automation may be changed while it runs, without a new version. */
export const automationSettingsSchema = z.object({
  isTracked: z.boolean().default(false),
  isCopyKept: z.boolean().default(true),
  /** Empty addresses: the owner's own from the settings. */
  ownerCopy: z
    .object({ enabled: z.boolean().default(false), addresses: z.array(addressSchema).max(10).default([]) })
    .prefault({}),
  /** Only the cart reminder reads it. */
  idleMinutes: z.coerce.number().int().min(5).max(20_160).default(60),
  /** So many of a hundred entrants are held out and only measured (F15). */
  controlPercent: z.coerce.number().int().min(0).max(90).default(0),
  /** Topic of its marketing mails whose node names none. */
  topicId: z.string().min(1).max(64).nullable().default(null),
})
export type AutomationSettings = z.infer<typeof automationSettingsSchema>
