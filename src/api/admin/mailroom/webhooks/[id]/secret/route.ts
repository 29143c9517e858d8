import { answer } from "../../../call"

/** Shown on demand, not in the list; whoever may edit may see what signs. */
export const GET = answer(async ({ mailroom, params }) => ({ secret: await mailroom.webhooks.secretOf(params.id!) }))

export const POST = answer(async ({ mailroom, params }) => ({
  secret: await mailroom.webhooks.renewSecret(params.id!),
}))
