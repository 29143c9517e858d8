import { Tabs, Textarea, usePrompt } from "@medusajs/ui"
import { Field } from "../../parts/field"
import type { MailingDocument } from "../../parts/mailing-document"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"
import { BlockList } from "./block-list"
import type { Draft } from "./use-draft"

/** The letter itself: from blocks, or the owner's own HTML. */
export function ContentCard({ draft: { draft, change } }: { draft: Draft }) {
  const text = useText()
  const prompt = usePrompt()
  const { document } = draft
  const kind = document.kind ?? "blocks"

  async function switchTo(next: string) {
    if (next === kind) return
    const isEmpty = document.kind === "html" ? !document.html.trim() : (document.blocks ?? []).length === 0
    const isSure =
      isEmpty ||
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
      <Tabs value={kind} onValueChange={(next) => void switchTo(next)}>
        <Tabs.List className="px-6 pt-4">
          <Tabs.Trigger value="blocks">{text("newsletters.byBlocks")}</Tabs.Trigger>
          <Tabs.Trigger value="html">{text("newsletters.byHtml")}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="blocks" className="px-6 py-4">
          {document.kind !== "html" && (
            <BlockList
              blocks={document.blocks ?? []}
              onChange={(blocks) => change({ document: { kind: "blocks", blocks } })}
            />
          )}
        </Tabs.Content>
        <Tabs.Content value="html" className="px-6 py-4">
          {document.kind === "html" && (
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
          )}
        </Tabs.Content>
      </Tabs>
    </Section>
  )
}

function emptyDocument(kind: string): MailingDocument {
  return kind === "html" ? { kind: "html", html: "" } : { kind: "blocks", blocks: [] }
}
