import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  changes: await mailroom.templateDrafts.changes(params.id!),
}))
