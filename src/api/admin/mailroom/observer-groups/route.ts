import { answer, parsed } from "../call"
import { observerGroupSchema } from "../observer-group-input"

export const GET = answer(async ({ mailroom }) => ({ groups: await mailroom.observerGroups.list() }))

export const POST = answer(async ({ mailroom, body }) => ({
  group: await mailroom.observerGroups.create(parsed(observerGroupSchema, body)),
}))
