import { z } from "zod"

export const observerGroupSchema = z.strictObject({
  name: z.string().trim().max(200),
  emails: z.array(z.string().trim().max(320)).max(1_000),
})
