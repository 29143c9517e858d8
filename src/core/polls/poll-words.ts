import { languageOf } from "../templates/localise-content"
import { localeFallbacks } from "../templates/locales"
import type { PollChoice, PollTranslation } from "./poll"

/** What of a poll is said to people, in all its languages. */
export type PollText = {
  id: string
  locale: string | null
  question: string
  answers: PollChoice[]
  thanks: string
  most_choices: number
  translations: Record<string, PollTranslation>
}

/** The same in one language. */
export type PollWords = { id: string; question: string; answers: PollChoice[]; thanks: string; mostChoices: number }

/**
 * The poll in a reader's language, field by field as contents are: de-AT, de, then its own. `shopLocale` is the language
 * of a poll that names none.
 */
export function pollWords(poll: PollText, locale: string, shopLocale: string): PollWords {
  const said = translationsFor(poll, locale, shopLocale)
  const first = (texts: (string | undefined)[], own: string) => texts.find((text) => text?.trim()) ?? own
  return {
    id: poll.id,
    question: first(
      said.map(({ question }) => question),
      poll.question,
    ),
    thanks: first(
      said.map(({ thanks }) => thanks),
      poll.thanks,
    ),
    answers: poll.answers.map(({ number, text }) => ({
      number,
      text: first(
        said.map(({ answers }) => answers[number]),
        text,
      ),
    })),
    mostChoices: poll.most_choices,
  }
}

function translationsFor(
  { translations, locale: own }: PollText,
  locale: string,
  shopLocale: string,
): PollTranslation[] {
  // A reader of the poll's own language hears the original, unless the very dialect is translated.
  if (languageOf(own ?? shopLocale) === languageOf(locale)) return [translations[locale] ?? []].flat()
  const tags = localeFallbacks(locale).filter((tag) => languageOf(tag) === languageOf(locale))
  return [...new Set([...tags, languageOf(locale)])].flatMap((tag) => translations[tag] ?? [])
}
