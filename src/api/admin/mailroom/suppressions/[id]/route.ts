import { answer } from "../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  suppression: await mailroom.suppressionList.get(params.id!),
}))
