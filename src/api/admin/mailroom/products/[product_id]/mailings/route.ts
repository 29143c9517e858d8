import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  mailings: await mailroom.mailingLinks.mailingsOf("product", params.product_id!),
}))
