import { z } from "zod"
import { answer, parsed } from "../../../call"
import { pageSchema } from "../../../query"

const choiceSchema = z.strictObject({
  by: z.enum(["product", "category", "collection", "tag"]),
  ids: z.array(z.string().min(1).max(80)).min(1).max(5_000),
})

export const GET = answer(async ({ mailroom, params, query }) =>
  mailroom.suppliers.products(params.id!, parsed(pageSchema, query)),
)

export const POST = answer(async ({ mailroom, actor, params, body }) =>
  mailroom.suppliers.assign(params.id!, parsed(choiceSchema, body), actor.userId),
)
