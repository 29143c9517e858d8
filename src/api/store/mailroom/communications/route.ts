import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { parsed } from "../../../admin/mailroom/call"
import { mailroomOf, requestFacts } from "../../../mailroom/public-mailroom"
import { guarded } from "../guarded"

const changeSchema = z.strictObject({
  marketing: z.boolean().optional(),
  /** Ids or slugs of all topics that the customer wants. */
  topics: z.array(z.string().max(80)).max(50).optional(),
  tracking: z.boolean().optional(),
  pause_days: z.number().int().min(0).max(365).optional(),
  locale: z.string().max(35).optional(),
  undo: z.literal(true).optional(),
})

/** The logged-in customer's own choices. */
export const GET = guarded(async (req, res) => {
  res.json({ communications: await mailroomOf(req).communications.read(askingOf(req)) })
})

export const POST = guarded(async (req, res) => {
  const { pause_days: pauseDays, ...change } = parsed(changeSchema, req.body)
  const asking = { ...askingOf(req), circumstances: { ...requestFacts(req), pageUrl: req.get("referer") ?? null } }
  res.json({ communications: await mailroomOf(req).communications.change(asking, { ...change, pauseDays }) })
})

function askingOf(req: MedusaRequest & { locale?: string }) {
  const { actor_id: customerId } = (req as AuthenticatedMedusaRequest).auth_context
  return { customerId, locale: req.locale ?? null }
}
