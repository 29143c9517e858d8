import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  domains: await mailroom.reports.domains(params.source_id!),
}))
