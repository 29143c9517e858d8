import { reportSchema } from "../../../../../../core/automations/report-rhythm"
import { answer, parsed } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => {
  const { id } = await mailroom.automations.retrieve(params.id!)
  return { report: await mailroom.automationReports.get(id) }
})

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const input = parsed(reportSchema, body)
  const { id } = await mailroom.automations.retrieve(params.id!)
  return { report: await mailroom.automationReports.set(id, input, actor.userId) }
})
