import { answer } from "../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  report: await mailroom.reports.report(params.source_id!),
}))
