import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ suppression_id: z.uuid(), reason: z.string().trim().min(3).max(500) })

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { suppression_id: suppressionId, reason } = parsed(bodySchema, body)
  await mailroom.people.lift(params.id!, { suppressionId, reason, by: actor.userId })
  return { contact: await mailroom.people.page(params.id!) }
})
