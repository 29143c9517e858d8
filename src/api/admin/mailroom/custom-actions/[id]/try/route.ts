import { z } from "zod"
import { tryCustomAction } from "../../../../../../runtime/try-custom-action"
import { answer, parsed } from "../../../call"
import { oneCustomAction } from "../../../one-custom-action"

const bodySchema = z.strictObject({ order_id: z.string().min(1).max(200).optional() })

export const POST = answer(async ({ mailroom, params, body }) => {
  const { order_id: orderId } = parsed(bodySchema, body)
  const { id, locale } = await oneCustomAction(mailroom, params.id!)
  return tryCustomAction(mailroom, { id, locale, orderId })
})
