import { FACTS } from "../../../../../core/templates/facts"
import { catalogueOf } from "../../../../../core/templates/tag-catalogue"
import { tagSamples } from "../../../../../rendering/tag-samples"
import { classOf } from "../../../../../runtime/preview-content"
import { answer, parsed } from "../../call"
import { forSchema } from "../../content-asked"

export const GET = answer(async ({ query }) => {
  const { for: of } = parsed(forSchema, query)
  const { tags, facts, productSources } = catalogueOf(of)
  const samples = tagSamples(of)
  return {
    for: of,
    class: classOf(of),
    tags: tags.map(({ tag, label, type }) => ({ tag, type, label, sample: samples[tag] ?? "" })),
    facts: facts.map((fact) => ({ fact, label: FACTS[fact].label })),
    product_sources: productSources,
  }
})
