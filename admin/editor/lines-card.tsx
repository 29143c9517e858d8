import { memo, useCallback } from "react"
import type { MailContent } from "../parts/api/content"
import { Section } from "../parts/section"
import { useText } from "../parts/use-text"
import { useContent, useMailEditor } from "./editor-context"
import { LineField } from "./forms/line-field"
import { languageName } from "./language-name"
import { useShownLength } from "./use-catalogue"

type Line = "subject" | "preheader"

/** What the inbox shows before anybody opens the mail. */
export const LinesCard = memo(function LinesCard() {
  const text = useText()
  return (
    <Section title={text("newsletters.envelope")}>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <LineOf line="subject" />
        <LineOf line="preheader" />
      </div>
    </Section>
  )
})

/** Reads the content with each keystroke; what it shows is drawn only if its own line says something else. */
function LineOf({ line }: { line: Line }) {
  const { locale } = useMailEditor()
  const { content } = useContent()
  const own = content[line]
  const shown = locale === null ? own : (content.document.translations[locale]?.[line] ?? "")
  return <LineInput line={line} own={own} shown={shown} />
}

const LineInput = memo(function LineInput({ line, own, shown }: { line: Line; own: string; shown: string }) {
  const text = useText()
  const lengthOf = useShownLength()
  const { change, locale, ownLocale } = useMailEditor()
  const set = useCallback(
    (value: string) => change((before) => withLine(before, locale, line, value), `${locale ?? ""}/${line}`),
    [change, locale, line],
  )
  const isMissing = locale !== null && !shown && own !== ""
  const hint =
    line === "subject"
      ? text("newsletters.subjectCount", { length: lengthOf(shown) })
      : text("newsletters.preheaderHint")
  return (
    <LineField
      label={text(`newsletters.${line}`)}
      hint={isMissing ? text("editor.translation.comesFrom", { language: languageName(ownLocale) }) : hint}
      isOptional={line === "preheader"}
      placeholder={locale === null ? undefined : own}
      value={shown}
      onChange={set}
    />
  )
})

/** Empty in a translation: the original's line goes out. */
function withLine(content: MailContent, locale: string | null, line: Line, value: string): MailContent {
  if (locale === null) return { ...content, [line]: value }
  const { document } = content
  const before = document.translations[locale] ?? { plain: null, blocks: {} }
  const translations = { ...document.translations, [locale]: { ...before, [line]: value || undefined } }
  return { ...content, document: { ...document, translations } as MailContent["document"] }
}
