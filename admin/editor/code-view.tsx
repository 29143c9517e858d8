import { Textarea } from "@medusajs/ui"
import { useRef } from "react"
import { tagLiquid } from "../../src/core/templates/tagged-line"
import { keepBytes } from "../../src/core/templates/keep-bytes"
import type { MailContent } from "../parts/api/content"
import { Field } from "../parts/field"
import { useText } from "../parts/use-text"
import { useContent, useMailEditor } from "./editor-context"
import { fallbackOf, selectFallback } from "./tag-fallback"
import { TagPicker } from "./tag-picker"

/** The author's own HTML with Liquid, or plain text: kept byte for byte, never tidied. */
export function CodeView() {
  const text = useText()
  const { change, locale, ownLocale } = useMailEditor()
  const { content } = useContent()
  const area = useRef<HTMLTextAreaElement>(null)
  const { kind } = content.document
  if (kind === "blocks") return null
  const code = codeOf(content, locale)

  function set(typed: string) {
    change((before) => withCode(before, locale, keepBytes(codeOf(before, locale), typed)), `code/${locale ?? ""}`)
  }

  function insert(tag: string) {
    const at = area.current?.selectionStart ?? code.length
    const shown = area.current?.value ?? code
    const liquid = tagLiquid(tag, fallbackOf(tag, locale ?? ownLocale))
    set(`${shown.slice(0, at)}${liquid}${shown.slice(area.current?.selectionEnd ?? at)}`)
    selectFallback(area.current, at, liquid)
  }

  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex justify-end">
        <TagPicker onPick={insert} />
      </div>
      <Field
        label={kind === "html" ? "HTML" : text("newsletters.by.text")}
        hint={text(kind === "html" ? "newsletters.htmlHint" : "newsletters.plainHint")}
      >
        {(id) => (
          <Textarea
            id={id}
            ref={area}
            rows={26}
            spellCheck={kind === "text"}
            className={kind === "html" ? "font-mono text-xs" : undefined}
            value={code}
            onChange={(event) => set(event.target.value)}
          />
        )}
      </Field>
    </div>
  )
}

function codeOf({ document }: MailContent, locale: string | null): string {
  if (document.kind === "html") return (locale && document.translations[locale]?.html) ?? document.html
  if (document.kind === "text") return (locale && document.translations[locale]?.text) ?? document.text
  return ""
}

function withCode(content: MailContent, locale: string | null, code: string): MailContent {
  const { document } = content
  if (document.kind === "blocks") return content
  const field = document.kind === "html" ? "html" : "text"
  if (locale === null) return { ...content, document: { ...document, [field]: code } as MailContent["document"] }
  const before = document.translations[locale] ?? { plain: null }
  const translations = { ...document.translations, [locale]: { ...before, [field]: code } }
  return { ...content, document: { ...document, translations } as MailContent["document"] }
}
