import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  credit: await mailroom.orderCredits.ofOrder(params.order_id!),
}))
