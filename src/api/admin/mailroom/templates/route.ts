import { z } from "zod"
import { contentSchema } from "../../../../core/templates/document"
import { answer, parsed } from "../call"

const bodySchema = z.strictObject({ name: z.string().max(200), content: contentSchema })

export const GET = answer(async ({ mailroom }) => ({ templates: await mailroom.templateDrafts.list() }))

export const POST = answer(async ({ mailroom, actor, body }) => ({
  template: await mailroom.templateDrafts.create({ ...parsed(bodySchema, body), by: actor.userId }),
}))
