import { z } from "zod"
import { MedusaError } from "@medusajs/framework/utils"
import { MOST_PICTURE_BYTES } from "../../../../modules/mailroom/services/media"
import { answer, parsed, type Call } from "../call"
import { pageSchema } from "../query"

const listSchema = pageSchema.extend({ q: z.string().trim().max(200).optional() })
const fileSchema = z.object({
  name: z.string().trim().max(200).default("picture"),
  alt: z.string().trim().max(500).default(""),
})

export const GET = answer(({ mailroom, query }) => mailroom.media.list(parsed(listSchema, query)))

export const POST = answer(async ({ mailroom, actor, query, req }) => {
  const { name, alt } = parsed(fileSchema, query)
  const bytes = await bodyOf(req)
  return { media: await mailroom.media.add({ name, alt, bytes, by: actor.userId }) }
})

/** The picture itself. Stops reading at the limit: nobody fills the memory. */
async function bodyOf(req: Call["req"]): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req) {
    length += (chunk as Buffer).length
    if (length > MOST_PICTURE_BYTES)
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The picture has more than ${MOST_PICTURE_BYTES / 1024 / 1024} MB. Make it smaller: mails show 1,200 pixels at most.`,
      )
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
