import { answer, parsed } from "../../call"
import { observerGroupSchema } from "../../observer-group-input"

export const POST = answer(async ({ mailroom, params, body }) => ({
  group: await mailroom.observerGroups.update(params.id!, parsed(observerGroupSchema, body)),
}))

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.observerGroups.remove(params.id!)
  return { id: params.id, deleted: true }
})
