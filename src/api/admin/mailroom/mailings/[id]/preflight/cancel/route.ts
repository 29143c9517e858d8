import { answer } from "../../../../call"

export const POST = answer(async ({ mailroom, params }) => ({ preflight: await mailroom.preflight.cancel(params.id!) }))
