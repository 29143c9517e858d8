import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ note: z.string().trim().max(500).optional() })

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { note } = parsed(bodySchema, body)
  return { answer: await mailroom.consentAnswers.neverAgain(params.id!, { by: actor.userId, note: note || null }) }
})
