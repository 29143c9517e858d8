import { z } from "zod"
import { answer, parsed } from "../call"
import { mailingInputSchema } from "../mailing-input"
import { pageSchema } from "../query"

const querySchema = pageSchema.extend({
  state: z.string().max(20).optional(),
  archived: z.stringbool().optional(),
  q: z.string().trim().max(200).optional(),
})

export const GET = answer(({ mailroom, query }) => mailroom.mailings.list(parsed(querySchema, query)))

export const POST = answer(async ({ mailroom, actor, body }) => ({
  mailing: await mailroom.mailings.create(parsed(mailingInputSchema, body), actor.userId),
}))
