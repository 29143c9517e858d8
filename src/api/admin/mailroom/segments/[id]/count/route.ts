import { answer } from "../../../call"

/** Counted now; the figure is kept for the list. */
export const GET = answer(async ({ mailroom, params }) => {
  const { count, ms } = await mailroom.segmentMembers.countOf(params.id!)
  return { count, ms, takes_too_long: count === null }
})
