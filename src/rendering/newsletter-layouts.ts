import { announcement } from "../../emails/layouts/announcement"
import type { NewsletterLayout } from "../../emails/layouts/layout"
import { letter } from "../../emails/layouts/letter"
import { monthly } from "../../emails/layouts/monthly"
import { newArrivals } from "../../emails/layouts/new-arrivals"
import { sale } from "../../emails/layouts/sale"
import { story } from "../../emails/layouts/story"
import type { BuiltinLocale } from "../core/templates/contexts"
import { contentSchema, type MailContent } from "../core/templates/document"

const LAYOUTS: NewsletterLayout[] = [announcement, newArrivals, sale, story, monthly, letter]

export type WrittenLayout = { key: string; name: { en: string; de: string }; content: MailContent }

/**
 * What a new newsletter can begin with, written in one language and not translated: from then on the words are the
 * merchant's, and those of another language, which nobody has replaced, must not go out.
 */
export function newsletterLayouts(locale: BuiltinLocale): WrittenLayout[] {
  return LAYOUTS.map(({ key, name, content }) => {
    const { subject, preheader, blocks } = content((words) => words[locale])
    const document = { version: 2, kind: "blocks", locale, blocks }
    return { key, name, content: contentSchema.parse({ subject, preheader, document }) }
  })
}
