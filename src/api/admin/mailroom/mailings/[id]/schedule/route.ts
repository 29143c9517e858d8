import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ at: z.iso.datetime({ offset: true }).nullable(), is_local: z.boolean().optional() })

export const POST = answer(async ({ mailroom, params, body }) => {
  const { at, is_local: isLocal } = parsed(bodySchema, body)
  const mailing = await mailroom.mailingDispatch.schedule(params.id!, at === null ? null : new Date(at), { isLocal })
  return { mailing }
})
