import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ supplier_id: z.string().min(1).max(80).nullable() })

export const GET = answer(async ({ mailroom, params }) => ({
  supplier: await mailroom.suppliers.ofProduct(params.product_id!),
}))

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { supplier_id: supplierId } = parsed(bodySchema, body)
  const productId = params.product_id!
  if (supplierId) await mailroom.suppliers.assign(supplierId, { by: "product", ids: [productId] }, actor.userId)
  else await mailroom.suppliers.free([productId])
  return { supplier: await mailroom.suppliers.ofProduct(productId) }
})
