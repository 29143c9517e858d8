import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import { z } from "zod"
import { parsed } from "../../../admin/mailroom/call"
import { mailroomOf } from "../../../mailroom/public-mailroom"
import { guarded } from "../guarded"

const requestSchema = z.strictObject({ product_id: z.string().min(1).max(100) })

const customerOf = (req: MedusaRequest) => (req as AuthenticatedMedusaRequest).auth_context.actor_id

/** The logged-in customer wants to hear when a product is back. */
export const POST = guarded(async (req, res) => {
  const { product_id: productId } = parsed(requestSchema, req.body)
  await mailroomOf(req).stockRequests.ask(customerOf(req), productId)
  res.status(201).json({ product_id: productId })
})

/** And does not any more: `?product_id=`. */
export const DELETE = guarded(async (req, res) => {
  const { product_id: productId } = parsed(requestSchema, req.query)
  await mailroomOf(req).stockRequests.withdraw(customerOf(req), productId)
  res.json({ product_id: productId })
})
