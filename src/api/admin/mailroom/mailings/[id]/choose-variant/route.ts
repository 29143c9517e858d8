import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ variant: z.number().int().min(1).max(5) })

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  await mailroom.mailingVariants.choose(params.id!, parsed(bodySchema, body).variant, actor.userId ?? "api")
  return { test: await mailroom.mailingVariants.shown(params.id!) }
})
