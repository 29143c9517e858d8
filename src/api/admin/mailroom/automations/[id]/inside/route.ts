import { answer } from "../../../call"

/** What would become of the people inside if the draft were published and they were moved. */
export const GET = answer(async ({ mailroom, params }) => {
  const { inside, goOn, leave, byNode } = await mailroom.automationDrafts.movePreview(params.id!)
  return { inside, by_node: byNode, if_moved: { go_on: goOn, leave } }
})
