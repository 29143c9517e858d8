import { Button, Text, Textarea } from "@medusajs/ui"
import type { ContentPreview, MailContent } from "../../parts/api/content"
import { useText } from "../../parts/use-text"
import { useContent, useMailEditor } from "../editor-context"

/** The text part: made along with the letter, until the author writes an own one. */
export function PlainTab({ preview }: { preview: ContentPreview | undefined }) {
  const text = useText()
  const { change, locale } = useMailEditor()
  const { content } = useContent()
  const own = locale === null ? content.document.plain : (content.document.translations[locale]?.plain ?? null)

  function setPlain(plain: string | null) {
    change((before) => withPlain(before, locale, plain), `plain/${locale ?? ""}`)
  }

  return (
    <div className="flex flex-col gap-y-3 px-6 pb-4">
      <div className="flex items-start justify-between gap-x-3">
        <Text size="small" className="text-ui-fg-subtle">
          {text(own === null ? "editor.plain.madeAlong" : "editor.plain.own")}
        </Text>
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="shrink-0"
          disabled={own === null && !preview}
          onClick={() => setPlain(own === null ? (preview?.text ?? "") : null)}
        >
          {text(own === null ? "editor.plain.write" : "editor.plain.makeAlong")}
        </Button>
      </div>
      {own === null ? (
        <pre className="bg-ui-bg-subtle txt-small max-h-[640px] overflow-auto whitespace-pre-wrap break-words rounded-md p-4 font-mono text-xs">
          {preview?.text}
        </pre>
      ) : (
        <Textarea
          rows={26}
          aria-label={text("editor.preview.plain")}
          className="font-mono text-xs"
          value={own}
          onChange={(event) => setPlain(event.target.value)}
        />
      )}
    </div>
  )
}

function withPlain<Content extends MailContent>(
  content: Content,
  locale: string | null,
  plain: string | null,
): Content {
  const { document } = content
  if (locale === null) return { ...content, document: { ...document, plain } }
  const before = document.translations[locale] ?? { blocks: {} }
  return {
    ...content,
    document: { ...document, translations: { ...document.translations, [locale]: { ...before, plain } } },
  }
}
