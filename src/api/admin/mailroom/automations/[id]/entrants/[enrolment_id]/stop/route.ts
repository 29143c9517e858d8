import { answer } from "../../../../../call"

export const POST = answer(async ({ mailroom, params }) => {
  const { id, enrolment_id: entrant } = params
  await mailroom.automationEntrants.path(id!, entrant!)
  await mailroom.automationLifecycle.stopEntrant(id!, entrant!)
  return mailroom.automationEntrants.path(id!, entrant!)
})
