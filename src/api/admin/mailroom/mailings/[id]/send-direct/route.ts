import { z } from "zod"
import { sendDirect } from "../../../../../../runtime/send-direct"
import { adminUsers } from "../../../../../../shop/admin-users"
import { answer, parsed } from "../../../call"
import { revisionSchema } from "../../../mailing-input"

const bodySchema = z.strictObject({ revision: revisionSchema.optional() })

/** Answers to the mail go to the user who sends it; with an API key, which is nobody, to the sender's address. */
export const POST = answer(async ({ mailroom, actor, params, body, req }) => {
  const { revision } = parsed(bodySchema, body)
  const user = actor.userId ? (await adminUsers(req.scope)).find(({ id }) => id === actor.userId) : undefined
  return sendDirect(mailroom, { id: params.id!, revision, by: { userId: actor.userId, email: user?.email ?? null } })
})
