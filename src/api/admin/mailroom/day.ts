import { z } from "zod"

/** A day of the calendar as YYYY-MM-DD; JavaScript would take 30 February for 2 March, PostgreSQL refuses it. */
export const daySchema = z.string().refine(
  (value) => {
    const at = /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null
    return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
  },
  { message: "must be a day such as 2026-03-01" },
)
