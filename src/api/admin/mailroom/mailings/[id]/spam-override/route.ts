import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ reason: z.string().max(2_000).nullable() })

export const POST = answer(async ({ mailroom, params, actor, body }) => ({
  spam: await mailroom.mailingSpam.override(params.id!, parsed(bodySchema, body).reason, actor.userId),
}))
