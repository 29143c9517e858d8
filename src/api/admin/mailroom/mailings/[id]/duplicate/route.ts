import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, actor, params }) => ({
  mailing: await mailroom.mailings.duplicate(params.id!, actor.userId),
}))
