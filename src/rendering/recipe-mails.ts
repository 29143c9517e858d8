import { RECIPE_MAILS } from "../../emails/recipes/list"
import { textsOf } from "../../emails/texts/texts"
import type { RecipeKey } from "../core/automations/recipes/recipe"
import { LOCALES } from "../core/templates/contexts"
import type { MailContent } from "../core/templates/document"
import { contentInLanguages } from "./builtin-content"

export type WrittenMail = { key: string; content: MailContent }

/** The mails of a recipe as content like any other: English, with the other languages as its translations. */
export function recipeMails(recipe: RecipeKey): WrittenMail[] {
  return RECIPE_MAILS[recipe].map(({ key, content }) => {
    const inLanguages = LOCALES.map((locale) => {
      const written = content({ say: (words) => words[locale], texts: textsOf(locale) })
      return [locale, written] as [string, typeof written]
    })
    const [[, inEnglish], ...others] = inLanguages as [(typeof inLanguages)[number], ...typeof inLanguages]
    return { key, content: contentInLanguages(inEnglish, others) }
  })
}
