import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, actor, params }) => ({
  mailing: await mailroom.directMails.begin({ customerId: params.customer_id! }, actor.userId),
}))
