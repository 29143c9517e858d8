import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ reason: z.string().trim().min(3, "must say why").max(500) })

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { reason } = parsed(bodySchema, body)
  return { suppression: await mailroom.suppressionList.lift(params.id!, { reason, by: actor.userId }) }
})
