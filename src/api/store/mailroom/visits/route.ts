import { z } from "zod"
import { parsed } from "../../../admin/mailroom/call"
import { mailroomOf } from "../../../mailroom/public-mailroom"
import { guarded } from "../guarded"

const named = z.string().min(1).max(200)

const visitsSchema = z.strictObject({
  /** The token by which the storefront knows the person. */
  visitor: z.string().min(1).max(200),
  pages: z
    .array(z.strictObject({ path: z.string().min(1).max(2048), product: named.optional(), category: named.optional() }))
    .min(1)
    .max(20),
})

/** Pages that a known person looked at. `unknown` tells the script to forget the token. */
export const POST = guarded(async (req, res) => {
  const welcome = await mailroomOf(req).visits.record(parsed(visitsSchema, req.body))
  if (welcome !== "too_many") return void res.json({ visitor: welcome })
  res.set("Retry-After", "60")
  res.status(429).json({ type: "too_many_requests", message: "Too many pages in a minute." })
})
