import { Hint, Input } from "@medusajs/ui"
import { useState } from "react"
import type { PollInput } from "../../parts/api/polls"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** Those that the mails' own words speak. */
export const LANGUAGES = ["en", "de", "fr", "es", "it"]
const NONE = "none"

type Translations = PollInput["translations"]
type Props = {
  input: PollInput
  /** Only then answers have the numbers that a translation goes by. */
  isSaved: boolean
  onChange: (translations: Translations) => void
}

/** The poll's words in another language; what is empty is said in its own. */
export function TranslationFields({ input, isSaved, onChange }: Props) {
  const text = useText()
  const format = useFormat()
  const [language, setLanguage] = useState(NONE)
  const { translations } = input
  const known = [...new Set([...LANGUAGES, ...Object.keys(translations)])].filter((one) => one !== input.locale)
  const words = translations[language] ?? { question: "", thanks: "", answers: {} }
  const put = (change: Partial<Translations[string]>) =>
    onChange(withWords(translations, language, { ...words, ...change }))
  return (
    <div className="flex flex-col gap-y-3">
      <Field label={text("polls.translation")} hint={isSaved ? undefined : text("polls.translateLater")}>
        {(id) => (
          <Choice
            id={id}
            value={language}
            disabled={!isSaved}
            options={[
              { value: NONE, label: text("polls.noTranslation") },
              ...known.map((value) => ({
                value,
                label: `${format.language(value)}${translations[value] ? " ✓" : ""}`,
              })),
            ]}
            onChange={setLanguage}
          />
        )}
      </Field>
      {language !== NONE && (
        <div className="flex flex-col gap-y-3 border-l pl-4">
          <Line
            label={text("polls.question")}
            original={input.question}
            value={words.question}
            onChange={(question) => put({ question })}
          />
          {input.answers.flatMap(({ number, text: original }, index) =>
            number === null ? (
              <Hint key={`new-${index}`}>{text("polls.newAnswerLater", { answer: original })}</Hint>
            ) : (
              <Line
                key={number}
                label={text("polls.answerNumber", { number: index + 1 })}
                original={original}
                value={words.answers[number] ?? ""}
                onChange={(said) => put({ answers: { ...words.answers, [number]: said } })}
              />
            ),
          )}
          <Line
            label={text("polls.thanks")}
            original={input.thanks}
            value={words.thanks}
            onChange={(thanks) => put({ thanks })}
          />
        </div>
      )}
    </div>
  )
}

/** A language in which nothing is said any more is none. */
function withWords(all: Translations, language: string, words: Translations[string]): Translations {
  const { [language]: _before, ...others } = all
  const isSaid = [words.question, words.thanks, ...Object.values(words.answers)].some((one) => one.trim() !== "")
  return isSaid ? { ...others, [language]: words } : others
}

type LineProps = { label: string; original: string; value: string; onChange: (value: string) => void }

function Line({ label, original, value, onChange }: LineProps) {
  return (
    <Field label={label}>
      {(id) => (
        <Input
          id={id}
          size="small"
          placeholder={original}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
