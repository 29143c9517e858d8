import { z } from "zod"
import { LOCALES } from "../../../../../../core/templates/contexts"
import { previewBuiltin } from "../../../../../../rendering/preview"
import { brandFor } from "../../../../../../runtime/current-brand"
import { answer, parsed } from "../../../call"
import { oneStoreEmail } from "../../../one-store-email"

const querySchema = z.object({ locale: z.string().max(20).optional() })

export const GET = answer(async ({ mailroom, params, query }) => {
  const { builtin } = await oneStoreEmail(mailroom, params.id!)
  const { general } = await mailroom.settings.read()
  const locale = parsed(querySchema, query).locale ?? general.locale
  const brand = await brandFor(mailroom)
  const { subject, preheader, html, text } = await previewBuiltin({
    key: builtin.key,
    locale,
    brand,
    timeZone: general.timeZone,
  })
  return { subject, preheader, html, text, locale, locales: LOCALES }
})
