import type { ContactField } from "../core/contacts/contact-field"
import { DEFAULT_BRAND } from "../core/templates/locales"
import { sampleContexts, sampleOccasions } from "../core/templates/samples"
import { catalogueOf, fieldTags, isComposed, sampleFields, type ContentFor } from "../core/templates/tag-catalogue"
import { tagLiquid } from "../core/templates/tagged-line"
import { renderPreview } from "./preview"

const brand = { ...DEFAULT_BRAND, shopName: "Sample Shop", storefrontUrl: "https://shop.example.com" }

/** What each tag would print in a mail, by the path that prints it. */
export function tagSamples(of: ContentFor, fields: ContactField[] = []): Record<string, string> {
  const contact = { ...NEWSLETTER.contact, fields: sampleFields(fields) }
  const occasions = of === "automation" ? sampleOccasions("en") : {}
  const context = isComposed(of) ? { ...occasions, ...NEWSLETTER, contact } : sampleContexts("en")[of]
  const print = (tag: string): string =>
    renderPreview({
      compiled: { subject: tagLiquid(tag, null), preheader: "", html: "", plain: "", links: [], variables: [] },
      locale: "en",
      brand: { ...brand, postalAddress: "1 Example Street, AB1 2CD Sampleton" },
      context: { ...context },
      isMarketing: true,
    }).subject
  return Object.fromEntries([...catalogueOf(of).tags, ...fieldTags(fields)].map(({ tag }) => [tag, print(tag)]))
}

const NEWSLETTER = {
  contact: { firstName: "Alex", lastName: "Sample", email: "alex@example.com" },
  mailing: { name: "Spring news" },
}
