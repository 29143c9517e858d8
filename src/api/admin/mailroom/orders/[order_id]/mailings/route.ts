import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  mailings: await mailroom.mailingLinks.mailingsOf("order", params.order_id!),
}))
