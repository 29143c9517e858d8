import { z } from "zod"
import { sendTestOfContent } from "../../../../../runtime/preview-content"
import { answer, parsed } from "../../call"
import { contentAskedSchema } from "../../content-asked"

const bodySchema = contentAskedSchema.extend({ email: z.string().trim().min(3).max(320) })

export const POST = answer(({ mailroom, actor, body }) =>
  sendTestOfContent(mailroom, { ...parsed(bodySchema, body), by: actor.userId }),
)
