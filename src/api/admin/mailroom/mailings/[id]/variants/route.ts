import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  test: await mailroom.mailingVariants.shown(params.id!),
}))
