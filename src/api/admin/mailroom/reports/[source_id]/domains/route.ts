import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  domains: (await mailroom.reports.breakdown(params.source_id!)).domains,
}))
