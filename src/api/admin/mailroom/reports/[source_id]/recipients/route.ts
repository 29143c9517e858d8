import { answer, parsed } from "../../../call"
import { pageSchema } from "../../../query"
import { recipientFilterSchema } from "../../../recipient-query"

const querySchema = pageSchema.extend(recipientFilterSchema.shape)

export const GET = answer(({ mailroom, params, query }) =>
  mailroom.reports.recipients(params.source_id!, parsed(querySchema, query)),
)
