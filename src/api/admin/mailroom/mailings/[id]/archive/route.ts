import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ is_archived: z.boolean() })

export const POST = answer(async ({ mailroom, params, body }) => ({
  mailing: await mailroom.mailingArchive.archive(params.id!, parsed(bodySchema, body).is_archived),
}))
