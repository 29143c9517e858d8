import { z } from "zod"
import { answer, parsed } from "../../../call"
import { pageSchema } from "../../../query"

const bodySchema = z.strictObject({ contact_ids: z.array(z.uuid()).min(1).max(1000) })

export const GET = answer(({ mailroom, params, query }) =>
  mailroom.segmentMembers.page(params.id!, parsed(pageSchema, query)),
)

export const POST = answer(async ({ mailroom, params, body }) => ({
  added: await mailroom.segmentMembers.add(params.id!, parsed(bodySchema, body).contact_ids),
}))
