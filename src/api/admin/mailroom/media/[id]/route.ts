import { z } from "zod"
import { answer, parsed } from "../../call"

const bodySchema = z.strictObject({ alt: z.string().trim().max(500) })

export const POST = answer(async ({ mailroom, params, body }) => ({
  media: await mailroom.media.describe(params.id!, parsed(bodySchema, body).alt),
}))

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.media.remove(params.id!)
  return { id: params.id, deleted: true }
})
