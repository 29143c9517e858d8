import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params, actor }) => ({
  job: await mailroom.jobs.retry(params.id!, actor.userId),
}))
