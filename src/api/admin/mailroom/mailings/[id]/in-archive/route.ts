import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ in_archive: z.boolean() })

export const POST = answer(async ({ mailroom, params, body }) => ({
  mailing: await mailroom.mailingArchive.showInArchive(params.id!, parsed(bodySchema, body).in_archive),
}))
