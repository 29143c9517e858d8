import { z } from "zod"
import { answer, parsed } from "../../../call"
import { contactAnswer } from "../../../contact-answer"

const bodySchema = z.strictObject({ suppression_id: z.uuid(), reason: z.string().trim().min(3).max(500) })

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { suppression_id: suppressionId, reason } = parsed(bodySchema, body)
  await mailroom.people.lift(params.id!, { suppressionId, reason, by: actor.userId })
  return contactAnswer(mailroom, params.id!)
})
