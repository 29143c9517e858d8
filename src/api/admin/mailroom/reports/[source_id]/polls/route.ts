import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => {
  const { source_id: sourceId } = await mailroom.reports.report(params.source_id!)
  return { polls: await mailroom.polls.ofSource(sourceId) }
})
