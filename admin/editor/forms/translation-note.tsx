import { InformationCircleSolid } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import type { Block, BlockWords } from "../../../src/core/templates/document"
import { missingOf, ownWords } from "../../../src/core/templates/edit-document"
import { wordFieldsOf } from "../../../src/core/templates/localise-content"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { languageName } from "../language-name"
import { useBlockEdits } from "../use-block-edits"
import { useBlocksDocument } from "../use-blocks-document"

/** Says that a text is not translated yet, or offers the way back to the original words. */
export function TranslationNote({ block, locale }: { block: Block; locale: string }) {
  const text = useText()
  const { ownLocale } = useMailEditor()
  const { set } = useBlockEdits()
  const document = useBlocksDocument()
  if (!document) return null
  if (missingOf(document, block, locale, ownLocale).length > 0)
    return (
      <div className="flex items-center gap-x-2" data-fallback-note>
        <InformationCircleSolid className="text-ui-tag-orange-icon shrink-0" />
        <Text size="small">{text("editor.translation.comesFrom", { language: languageName(ownLocale) })}</Text>
      </div>
    )
  if (Object.keys(ownWords(document, block.id, locale)).length === 0) return null
  const none = Object.fromEntries(wordFieldsOf(block.type).map((field) => [field, undefined])) as BlockWords
  return (
    <div>
      <Button type="button" size="small" variant="transparent" onClick={() => set(block.id, none)}>
        {text("editor.translation.giveBack", { language: languageName(ownLocale) })}
      </Button>
    </div>
  )
}
