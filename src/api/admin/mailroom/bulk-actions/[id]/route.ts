import { answer } from "../../call"

export const GET = answer(async ({ mailroom, params }) => ({ bulk_action: await mailroom.bulkActions.get(params.id!) }))
