import { textsOf } from "../../emails/texts/texts"
import { LOCALES } from "../core/templates/contexts"
import { escapeHtml } from "../core/templates/escape"

/** A mail that everybody may read does not tell them that they agreed to it: the footer's sentence goes. */
export function withoutReason(html: string, shopName: string): string {
  return LOCALES.reduce((rest, locale) => {
    const sentence = textsOf(locale).common.whyMarketing.replace(/\{\{\s*shop\.name\s*\}\}/, shopName)
    return rest.replaceAll(escapeHtml(sentence), "").replaceAll(sentence, "")
  }, html)
}
