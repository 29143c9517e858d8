import { z } from "zod"
import { answer, parsed } from "../../../call"
import { contactAnswer } from "../../../contact-answer"

const bodySchema = z.strictObject({ scope: z.enum(["all", "marketing"]), note: z.string().trim().max(500).optional() })

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { scope, note } = parsed(bodySchema, body)
  await mailroom.people.suppress(params.id!, { scope, note: note ?? null, by: actor.userId })
  return contactAnswer(mailroom, params.id!)
})
