import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => ({
  mailing: await mailroom.mailingTiming.undo(params.id!),
}))
