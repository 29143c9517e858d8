import { z } from "zod"
import { previewStoreEmail } from "../../../../../../runtime/preview-content"
import { answer, parsed } from "../../../call"
import { oneStoreEmail } from "../../../one-store-email"

const querySchema = z.object({ locale: z.string().max(20).optional() })

export const GET = answer(async ({ mailroom, params, query }) => {
  const { builtin } = await oneStoreEmail(mailroom, params.id!)
  const { general } = await mailroom.settings.read()
  const locale = parsed(querySchema, query).locale ?? general.locale
  return previewStoreEmail(mailroom, builtin.key, locale)
})
