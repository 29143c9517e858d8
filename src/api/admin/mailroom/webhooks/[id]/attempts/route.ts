import { answer, parsed } from "../../../call"
import { pageSchema } from "../../../query"

export const GET = answer(async ({ mailroom, params, query }) =>
  mailroom.webhooks.attempts(params.id!, parsed(pageSchema, query)),
)
