import { answer } from "../../../call"
import { mailingAnswer } from "../../../mailing-answer"

export const POST = answer(async ({ mailroom, actor, params }) => ({
  mailing: await mailingAnswer(mailroom, await mailroom.mailings.duplicate(params.id!, actor.userId)),
}))
