import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => ({
  bulk_action: await mailroom.bulkActions.stop(params.id!),
}))
