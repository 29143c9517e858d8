import { answer } from "../../call"

export const GET = answer(async ({ mailroom, actor }) => {
  const { rights, isOpen } = await mailroom.rights.of(actor)
  return { user_id: actor.userId, rights, is_open: isOpen }
})
