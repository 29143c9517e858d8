import { Tabs, Textarea, usePrompt } from "@medusajs/ui"
import { Field } from "../../parts/field"
import { DOCUMENT_KINDS, emptyDocument, isEmpty, kindOf, type DocumentKind } from "../../parts/mailing-document"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"
import { BlockList } from "./block-list"
import type { Draft } from "./use-draft"

/** The letter itself: from blocks, the owner's own HTML, or plain text. */
export function ContentCard({ draft: { draft, change } }: { draft: Draft }) {
  const text = useText()
  const prompt = usePrompt()
  const { document } = draft
  const kind = kindOf(document)

  async function switchTo(next: DocumentKind) {
    if (next === kind) return
    const isSure =
      isEmpty(document) ||
      (await prompt({
        title: text("newsletters.switchTitle"),
        description: text("newsletters.switchDescription"),
        confirmText: text("newsletters.switchConfirm"),
        cancelText: text("common.cancel"),
      }))
    if (isSure) change({ document: emptyDocument(next) })
  }

  return (
    <Section title={text("newsletters.content")} hint={text("newsletters.contentHint")}>
      <Tabs value={kind} onValueChange={(next) => void switchTo(next as DocumentKind)}>
        <Tabs.List className="px-6 pt-4">
          {DOCUMENT_KINDS.map((one) => (
            <Tabs.Trigger key={one} value={one}>
              {text(`newsletters.by.${one}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <div className="px-6 py-4">
          {document.kind === "html" ? (
            <Field label="HTML" hint={text("newsletters.htmlHint")}>
              {(id) => (
                <Textarea
                  id={id}
                  rows={22}
                  spellCheck={false}
                  className="font-mono"
                  value={document.html}
                  onChange={(event) => change({ document: { kind: "html", html: event.target.value } })}
                />
              )}
            </Field>
          ) : document.kind === "text" ? (
            <Field label={text("newsletters.by.text")} hint={text("newsletters.plainHint")}>
              {(id) => (
                <Textarea
                  id={id}
                  rows={22}
                  value={document.text}
                  onChange={(event) => change({ document: { kind: "text", text: event.target.value } })}
                />
              )}
            </Field>
          ) : (
            <BlockList
              blocks={document.blocks ?? []}
              onChange={(blocks) => change({ document: { kind: "blocks", blocks } })}
            />
          )}
        </div>
      </Tabs>
    </Section>
  )
}
