import { announcement } from "../../emails/layouts/announcement"
import type { NewsletterLayout, Say } from "../../emails/layouts/layout"
import { letter } from "../../emails/layouts/letter"
import { monthly } from "../../emails/layouts/monthly"
import { newArrivals } from "../../emails/layouts/new-arrivals"
import { sale } from "../../emails/layouts/sale"
import { story } from "../../emails/layouts/story"
import type { MailContent } from "../core/templates/document"
import { contentInLanguages } from "./builtin-content"

const inEnglish: Say = (en) => en
const inGerman: Say = (_, de) => de

const LAYOUTS: NewsletterLayout[] = [announcement, newArrivals, sale, story, monthly, letter]

/** What a new newsletter can begin with, in English and German. */
export const NEWSLETTER_LAYOUTS: { key: string; name: { en: string; de: string }; content: MailContent }[] =
  LAYOUTS.map(({ key, name, content }) => ({
    key,
    name,
    content: contentInLanguages(content(inEnglish), [["de", content(inGerman)]]),
  }))
