import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ revision: z.number().int().optional() })

export const POST = answer(async ({ mailroom, params, body }) => ({
  mailing: await mailroom.mailings.sendNow(params.id!, parsed(bodySchema, body).revision),
}))
