import { z } from "zod"
import { answer, parsed } from "../../../call"
import { revisionSchema } from "../../../mailing-input"

const bodySchema = z.strictObject({ revision: revisionSchema.optional() })

export const POST = answer(async ({ mailroom, params, body }) => ({
  mailing: await mailroom.mailingDispatch.sendNow(params.id!, parsed(bodySchema, body).revision),
}))
