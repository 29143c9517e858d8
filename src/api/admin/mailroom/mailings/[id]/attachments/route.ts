import { z } from "zod"
import { MOST_ATTACHED_BYTES } from "../../../../../../core/mailings/attachment"
import { answer, parsed } from "../../../call"
import { bodyUpTo } from "../../../media/body-up-to"

const fileSchema = z.object({ name: z.string().trim().min(1).max(300) })

export const GET = answer(async ({ mailroom, params }) => {
  const { id } = await mailroom.mailings.row(params.id!)
  return { attachments: await mailroom.attachments.list(id) }
})

/** The bytes are the body, as application/octet-stream: a text or a form would be read as one before it comes here. */
export const POST = answer(async ({ mailroom, actor, params, query, req }) => {
  const { name } = parsed(fileSchema, query)
  const { id } = await mailroom.mailings.row(params.id!)
  const bytes = await bodyUpTo(req, MOST_ATTACHED_BYTES)
  const length = bytes?.length ?? Math.max(MOST_ATTACHED_BYTES + 1, Number(req.headers["content-length"] ?? 0))
  return { attachment: await mailroom.attachments.add(id, { name, bytes, length, by: actor.userId }) }
})
