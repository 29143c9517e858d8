import { ArrowUturnLeft } from "@medusajs/icons"
import { IconButton, Tooltip, usePrompt } from "@medusajs/ui"
import type { MailContent } from "../parts/api/content"
import { Choice } from "../parts/choice"
import { Section } from "../parts/section"
import { useText } from "../parts/use-text"
import { blankBlocks } from "./blocks/new-block"
import { Canvas } from "./blocks/canvas"
import { CodeView } from "./code-view"
import { useMailEditor } from "./editor-context"
import { LanguageMenu } from "./language-menu"
import { LetterLook } from "./letter-look"

const KINDS = ["blocks", "html", "text"] as const
type Kind = (typeof KINDS)[number]

/** The letter itself: from blocks, the author's own HTML, or plain text. */
export function LetterCard() {
  const text = useText()
  const { content, locale } = useMailEditor()
  const { kind } = content.document
  return (
    <Section
      title={text("newsletters.content")}
      hint={locale === null ? text("newsletters.contentHint") : text("editor.translation.hint")}
      actions={
        <>
          <History />
          <LanguageMenu />
          <KindChoice />
        </>
      }
    >
      {kind === "blocks" ? <Canvas /> : <CodeView />}
      {kind === "blocks" && locale === null && <LetterLook />}
    </Section>
  )
}

function History() {
  const text = useText()
  const { canUndo, canRedo, undo, redo } = useMailEditor()
  return (
    <div className="flex">
      <Tooltip content={text("editor.undo")}>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={text("editor.undo")}
          disabled={!canUndo}
          onClick={undo}
        >
          <ArrowUturnLeft />
        </IconButton>
      </Tooltip>
      <Tooltip content={text("editor.redo")}>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={text("editor.redo")}
          disabled={!canRedo}
          onClick={redo}
        >
          <ArrowUturnLeft className="-scale-x-100" />
        </IconButton>
      </Tooltip>
    </div>
  )
}

function KindChoice() {
  const text = useText()
  const prompt = usePrompt()
  const { content, change, select } = useMailEditor()
  const { kind } = content.document

  async function switchTo(next: Kind) {
    if (next === kind) return
    const isSure =
      isEmpty(content.document) ||
      (await prompt({
        title: text("newsletters.switchTitle"),
        description: text("editor.switchDescription"),
        confirmText: text("newsletters.switchConfirm"),
        cancelText: text("common.cancel"),
      }))
    if (!isSure) return
    select(null)
    change((before) => ({ ...before, document: emptyDocument(next, before.document) }))
  }

  return (
    <div className="w-40">
      <Choice
        size="small"
        label={text("editor.kind")}
        value={kind}
        onChange={(next) => void switchTo(next as Kind)}
        options={KINDS.map((one) => ({ value: one, label: text(`newsletters.by.${one}`) }))}
      />
    </div>
  )
}

function isEmpty(document: MailContent["document"]): boolean {
  if (document.kind === "html") return !document.html.trim()
  if (document.kind === "text") return !document.text.trim()
  return document.blocks.every(({ type }) => type === "logo" || type === "footer")
}

/** Blocks, HTML and text cannot be turned into each other; what stays is the language. */
function emptyDocument(kind: Kind, { locale }: MailContent["document"]): MailContent["document"] {
  const common = { version: 2 as const, locale, plain: null, translations: {} }
  if (kind === "html") return { ...common, kind, html: "" }
  if (kind === "text") return { ...common, kind, text: "" }
  return { ...common, kind, look: {}, blocks: blankBlocks() }
}
