import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => ({ job: await mailroom.jobs.cancel(params.id!) }))
