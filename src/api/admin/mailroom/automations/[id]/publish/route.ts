import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({
  revision: z.number().int().min(1),
  people: z.enum(["stay", "move"]).default("stay"),
})

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { moved, left } = await mailroom.automationDrafts.publish(params.id!, {
    ...parsed(bodySchema, body),
    by: actor.userId,
  })
  const { versionId, versionNumber } = await mailroom.automations.retrieve(params.id!)
  return { version: { id: versionId, number: versionNumber }, moved, left }
})
