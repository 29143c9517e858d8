import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({ preflight: await mailroom.preflight.get(params.id!) }))

export const POST = answer(async ({ mailroom, params, actor }) => ({
  preflight: await mailroom.preflight.start(params.id!, actor.userId),
}))
