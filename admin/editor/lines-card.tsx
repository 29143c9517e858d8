import type { MailContent } from "../parts/api/content"
import { Section } from "../parts/section"
import { useText } from "../parts/use-text"
import { useMailEditor } from "./editor-context"
import { LineField } from "./forms/line-field"
import { languageName } from "./language-name"

type Line = "subject" | "preheader"

/** What the inbox shows before anybody opens the mail. */
export function LinesCard() {
  const text = useText()
  const { content, change, locale, ownLocale } = useMailEditor()
  const translation = locale === null ? undefined : content.document.translations[locale]
  const shown = (line: Line) => (locale === null ? content[line] : (translation?.[line] ?? ""))
  const set = (line: Line, value: string) =>
    change((before) => withLine(before, locale, line, value), `${locale ?? ""}/${line}`)
  const comesFrom = text("editor.translation.comesFrom", { language: languageName(ownLocale) })
  const isMissing = (line: Line) => locale !== null && !shown(line) && content[line] !== ""
  return (
    <Section title={text("newsletters.envelope")}>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <LineField
          label={text("newsletters.subject")}
          hint={
            isMissing("subject") ? comesFrom : text("newsletters.subjectCount", { length: shown("subject").length })
          }
          placeholder={locale === null ? undefined : content.subject}
          value={shown("subject")}
          onChange={(value) => set("subject", value)}
        />
        <LineField
          label={text("newsletters.preheader")}
          hint={isMissing("preheader") ? comesFrom : text("newsletters.preheaderHint")}
          isOptional
          placeholder={locale === null ? undefined : content.preheader}
          value={shown("preheader")}
          onChange={(value) => set("preheader", value)}
        />
      </div>
    </Section>
  )
}

/** Empty in a translation: the original's line goes out. */
function withLine(content: MailContent, locale: string | null, line: Line, value: string): MailContent {
  if (locale === null) return { ...content, [line]: value }
  const { document } = content
  const before = document.translations[locale] ?? { plain: null, blocks: {} }
  const translations = { ...document.translations, [locale]: { ...before, [line]: value || undefined } }
  return { ...content, document: { ...document, translations } as MailContent["document"] }
}
