import { answer } from "../../../call"
import { mailingAnswer } from "../../../mailing-answer"

export const POST = answer(async ({ mailroom, params }) => ({
  mailing: await mailingAnswer(mailroom, await mailroom.mailings.stop(params.id!)),
}))
