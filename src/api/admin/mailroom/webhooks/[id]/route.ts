import { z } from "zod"
import { answer, parsed } from "../../call"
import { given } from "../../given"

const bodySchema = z.strictObject({ name: z.string().max(500).optional(), url: z.string().max(5_000).optional() })

export const GET = answer(async ({ mailroom, params }) => ({ webhook: await mailroom.webhooks.get(params.id!) }))

export const POST = answer(async ({ mailroom, params, body }) => ({
  webhook: await mailroom.webhooks.update(params.id!, given(parsed(bodySchema, body))),
}))

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.webhooks.remove(params.id!)
  return { id: params.id, deleted: true }
})
