import { z } from "zod"
import { MOST_PICKED_EVER } from "../../../../../core/mailings/audience"
import { answer, parsed } from "../../call"

const bodySchema = z.strictObject({
  customer_ids: z.array(z.string().min(1).max(200)).min(1).max(MOST_PICKED_EVER),
})

export const POST = answer(({ mailroom, actor, body }) =>
  mailroom.serialMails.begin(parsed(bodySchema, body).customer_ids, actor.userId),
)
