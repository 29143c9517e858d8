import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => {
  const { id } = await mailroom.people.row(params.id!)
  return { erasure: await mailroom.erasures.of(id) }
})
