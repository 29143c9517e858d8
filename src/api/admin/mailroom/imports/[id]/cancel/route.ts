import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => ({ import: await mailroom.imports.cancel(params.id!) }))
