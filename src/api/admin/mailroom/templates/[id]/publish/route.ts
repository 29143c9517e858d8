import { z } from "zod"
import { publishTemplate } from "../../../../../../runtime/publish-template"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ revision: z.number().int().min(1) })

export const POST = answer(async ({ mailroom, actor, params, body }) => ({
  template: await publishTemplate(mailroom, {
    id: params.id!,
    revision: parsed(bodySchema, body).revision,
    by: actor.userId,
  }),
}))
