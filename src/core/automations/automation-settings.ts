import { z } from "zod"
import { windowSchema } from "../mailings/sending-window"
import { addressSchema } from "./address-schema"

/** Lowest first. */
export const PRIORITIES = ["low", "normal", "high"] as const
export type Priority = (typeof PRIORITIES)[number]

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
  /** Hours and days of its marketing mails, by the clock of their reader; null: those of the shop's settings. */
  sendingWindow: windowSchema.nullable().default(null),
  /** What becomes of a marketing mail for which the frequency cap has no room: not sent, or sent as soon as it has. */
  whenCapped: z.enum(["skip", "defer"]).default("skip"),
  /** So many days at most a mail waits for room; then it is not sent. */
  deferDays: z.coerce.number().int().min(1).max(30).default(7),
  /** Whose mail has the last place under the cap where mails of several automations wait for one person. */
  priority: z.enum(PRIORITIES).default("normal"),
})
export type AutomationSettings = z.infer<typeof automationSettingsSchema>
