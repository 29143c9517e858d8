import { sendReportNow } from "../../../../../../../runtime/automation-reports"
import { answer } from "../../../../call"

/** Answers who is told. */
export const POST = answer(async ({ mailroom, params }) => {
  const { id } = await mailroom.automations.retrieve(params.id!)
  return { to: await sendReportNow(mailroom, id) }
})
