import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { mailroomOf } from "../../../mailroom/public-mailroom"
import { guarded } from "../guarded"

/** The token by which the storefront's script knows the logged-in customer; null without consent to be tracked. */
export const GET = guarded(async (req, res) => {
  const { actor_id: customerId } = (req as AuthenticatedMedusaRequest).auth_context
  res.set("Cache-Control", "no-store, private")
  res.json({ visitor: await mailroomOf(req).visits.tokenOfCustomer(customerId) })
})
