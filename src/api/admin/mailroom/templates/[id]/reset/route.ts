import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => ({
  template: await mailroom.templateDrafts.reset(params.id!),
}))
