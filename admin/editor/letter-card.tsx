import { ArrowUturnLeft } from "@medusajs/icons"
import { IconButton, Tooltip, usePrompt } from "@medusajs/ui"
import { memo } from "react"
import type { MailContent } from "../parts/api/content"
import { Choice } from "../parts/choice"
import { Section } from "../parts/section"
import { useText } from "../parts/use-text"
import { blankBlocks } from "./blocks/new-block"
import { Canvas } from "./blocks/canvas"
import { CodeView } from "./code-view"
import { useContent, useMailEditor } from "./editor-context"
import { LanguageMenu } from "./language-menu"
import { LetterLook } from "./letter-look"

const KINDS = ["blocks", "html", "text"] as const
type Kind = (typeof KINDS)[number]

/** The letter itself: from blocks, the author's own HTML, or plain text. */
export const LetterCard = memo(function LetterCard() {
  const text = useText()
  const { locale, contentFor } = useMailEditor()
  const ownHint = text(contentFor === "newsletter" ? "newsletters.contentHint" : "editor.serviceHint")
  const { kind } = useContent().content.document
  return (
    <Section
      title={text("newsletters.content")}
      hint={locale === null ? ownHint : text("editor.translation.hint")}
      actions={
        <>
          <History />
          <LanguageMenu />
          <KindChoice kind={kind} />
        </>
      }
    >
      {kind === "blocks" ? <Canvas /> : <CodeView />}
      {kind === "blocks" && locale === null && <LetterLook />}
    </Section>
  )
})

function History() {
  const { canUndo, canRedo } = useContent()
  return <HistoryButtons canUndo={canUndo} canRedo={canRedo} />
}

const HistoryButtons = memo(function HistoryButtons({ canUndo, canRedo }: { canUndo: boolean; canRedo: boolean }) {
  const text = useText()
  const { undo, redo } = useMailEditor()
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
})

const KindChoice = memo(function KindChoice({ kind }: { kind: Kind }) {
  const text = useText()
  const prompt = usePrompt()
  const { now, change, select } = useMailEditor()

  async function switchTo(next: Kind) {
    if (next === kind) return
    const isSure =
      isEmpty(now().content.document) ||
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
})

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
