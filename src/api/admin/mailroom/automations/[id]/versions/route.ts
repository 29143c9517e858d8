import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  versions: await mailroom.automationDrafts.versions(params.id!),
}))
