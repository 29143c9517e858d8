import { answer } from "../../../call"

/** Who is inside, mails that have not left, and what would become of the people inside if the draft were published and they were moved. */
export const GET = answer(async ({ mailroom, params }) => {
  const { inside, goOn, leave, byNode } = await mailroom.automationDrafts.movePreview(params.id!)
  const queued = await mailroom.automationLifecycle.queued(params.id!)
  return { inside, by_node: byNode, if_moved: { go_on: goOn, leave }, queued }
})
