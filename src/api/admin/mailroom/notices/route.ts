import { z } from "zod"
import { answer, parsed } from "../call"
import { noticeAnswer } from "../../../../modules/mailroom/notice-answer"
import { pageSchema } from "../query"

const querySchema = pageSchema.extend({ state: z.enum(["waiting", "open"]).optional() })

export const GET = answer(async ({ mailroom, query }) => {
  const { state = null, ...page } = parsed(querySchema, query)
  const { notices, next_cursor } = await mailroom.notices.list({ state, ...page })
  return { notices: notices.map(noticeAnswer), next_cursor }
})
