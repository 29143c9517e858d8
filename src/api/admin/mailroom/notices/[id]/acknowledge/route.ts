import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, actor, params }) => {
  const { id, acknowledged_at } = await mailroom.notices.acknowledge(params.id!, actor.userId ?? "api")
  return { id, acknowledged_at }
})
