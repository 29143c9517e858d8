import { FACTS } from "../../../../../core/templates/facts"
import { catalogueOf, fieldTags, isComposed } from "../../../../../core/templates/tag-catalogue"
import { tagSamples } from "../../../../../rendering/tag-samples"
import { classOf } from "../../../../../runtime/preview-content"
import { answer, parsed } from "../../call"
import { forSchema } from "../../content-asked"

export const GET = answer(async ({ mailroom, query }) => {
  const { for: of } = parsed(forSchema, query)
  const { tags, facts, productSources } = catalogueOf(of)
  const fields = isComposed(of) ? await mailroom.contactFields.inUse() : []
  const samples = tagSamples(of, fields)
  return {
    for: of,
    class: classOf(of),
    tags: [...tags, ...fieldTags(fields)].map(({ tag, label, type }) => ({
      tag,
      type,
      label,
      sample: samples[tag] ?? "",
    })),
    facts: facts.map((fact) => ({ fact, label: FACTS[fact].label })),
    product_sources: productSources,
  }
})
