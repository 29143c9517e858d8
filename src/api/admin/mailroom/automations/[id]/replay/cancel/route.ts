import { answer } from "../../../../call"

export const POST = answer(async ({ mailroom, params }) => ({ replay: await mailroom.replays.cancel(params.id!) }))
