import { z } from "zod"
import { contentSchema } from "../../../../../core/templates/document"
import { answer, parsed } from "../../call"

const changeSchema = z.strictObject({
  revision: z.number().int().min(1),
  name: z.string().max(200).optional(),
  content: contentSchema.optional(),
})

export const GET = answer(async ({ mailroom, params }) => ({
  template: await mailroom.templateDrafts.get(params.id!),
}))

export const POST = answer(async ({ mailroom, actor, params, body }) => ({
  template: await mailroom.templateDrafts.save(params.id!, { ...parsed(changeSchema, body), by: actor.userId }),
}))

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.templateDrafts.remove(params.id!)
  return { id: params.id, deleted: true }
})
