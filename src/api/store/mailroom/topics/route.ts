import type { MedusaRequest } from "@medusajs/framework/http"
import { topicName } from "../../../../core/contacts/topic-name"
import { mailroomOf } from "../../../mailroom/public-mailroom"
import { guarded } from "../guarded"

/** The topics that a sign-up form offers, in `?locale=` where the merchant has translated them. */
export const GET = guarded(async (req: MedusaRequest & { locale?: string }, res) => {
  // Medusa takes `?locale=` (or the header x-medusa-locale) out of the query of its store routes.
  const locale = req.locale ?? (typeof req.query.locale === "string" ? req.query.locale : "en")
  const topics = (await mailroomOf(req).topics.list()).filter((one) => one.visibility === "public" && !one.archived_at)
  res.json({
    topics: topics.map((topic) => ({
      id: topic.id,
      slug: topic.slug,
      name: topicName(topic, locale),
      description: topic.translations[locale]?.description ?? topic.description,
    })),
  })
})
