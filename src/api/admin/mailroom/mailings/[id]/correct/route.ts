import { correctMailing } from "../../../../../../runtime/correct-mailing"
import { answer, parsed } from "../../../call"
import { mailingInputSchema, revisionSchema } from "../../../mailing-input"

const bodySchema = mailingInputSchema.pick({ subject: true, preheader: true, document: true }).extend({
  revision: revisionSchema,
})

export const POST = answer(async ({ mailroom, actor, params, body }) => ({
  mailing: await correctMailing(mailroom, params.id!, { ...parsed(bodySchema, body), by: actor.userId }),
}))
