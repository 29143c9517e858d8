import { z } from "zod"

/** A time of day in the person's own zone; where none is known, in the shop's. */
export const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day such as 09:00")
  .default("09:00")

/** Longer than ten years nobody plans. */
export const daysSchema = z.coerce.number().int().min(0).max(3650)
