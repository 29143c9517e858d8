import { z } from "zod"
import { nearestBuiltinLocale } from "../../../../../core/templates/locales"
import { newsletterLayouts } from "../../../../../rendering/newsletter-layouts"
import { answer, parsed } from "../../call"

const querySchema = z.object({ locale: z.string().trim().max(35).optional() })

/** In the language of the shop, unless another one is asked for. */
export const GET = answer(async ({ mailroom, query }) => {
  const { locale } = parsed(querySchema, query)
  const { general } = await mailroom.settings.read()
  return { layouts: newsletterLayouts(nearestBuiltinLocale(locale || general.locale)) }
})
