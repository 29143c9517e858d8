import { z } from "zod"
import { answer, parsed } from "../call"

const bodySchema = z.strictObject({ name: z.string().max(500), url: z.string().max(5_000) })

export const GET = answer(async ({ mailroom }) => ({ webhooks: await mailroom.webhooks.list() }))

export const POST = answer(async ({ mailroom, body }) => ({
  webhook: await mailroom.webhooks.create(parsed(bodySchema, body)),
}))
