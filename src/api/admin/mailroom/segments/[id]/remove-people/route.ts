import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ contact_ids: z.array(z.uuid()).min(1).max(1000) })

export const POST = answer(async ({ mailroom, params, body }) => ({
  removed: await mailroom.segmentMembers.remove(params.id!, parsed(bodySchema, body).contact_ids),
}))
