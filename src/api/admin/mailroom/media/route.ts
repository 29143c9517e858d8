import { z } from "zod"
import { MOST_PICTURE_BYTES } from "../../../../modules/mailroom/services/media"
import { answer, parsed } from "../call"
import { pageSchema } from "../query"
import { bodyUpTo } from "./body-up-to"

const listSchema = pageSchema.extend({ q: z.string().trim().max(200).optional() })
const fileSchema = z.object({
  name: z.string().trim().max(200).default("picture"),
  alt: z.string().trim().max(500).default(""),
})

export const GET = answer(({ mailroom, query }) => mailroom.media.list(parsed(listSchema, query)))

export const POST = answer(async ({ mailroom, actor, query, req }) => {
  const { name, alt } = parsed(fileSchema, query)
  const bytes = await bodyUpTo(req, MOST_PICTURE_BYTES)
  return { media: await mailroom.media.add({ name, alt, bytes, by: actor.userId }) }
})
