import { useText } from "../parts/use-text"
import type { BlocksDocument } from "../../src/core/templates/document"
import { ColourField } from "./forms/look-fields"
import { BrandNote } from "./forms/plain-forms"
import { useEditorLook } from "./editor-context"
import { useBlockEdits } from "./use-block-edits"
import { useBlocksDocument } from "./use-blocks-document"

/** Where this one letter differs from the brand: a Christmas mail may be red. */
export function LetterLook() {
  const text = useText()
  const look = useEditorLook()
  const { changeDocument } = useBlockEdits()
  const document = useBlocksDocument()
  if (!document) return null

  function set(patch: { [Key in keyof BlocksDocument["look"]]: string | null }) {
    const key = Object.keys(patch).join()
    changeDocument((before) => ({ ...before, look: withoutNull({ ...before.look, ...patch }) }), `look/${key}`)
  }

  return (
    <details className="px-6 py-4">
      <summary className="txt-compact-small-plus text-ui-fg-subtle cursor-pointer">{text("editor.look.title")}</summary>
      <div className="flex flex-col gap-y-4 pt-3">
        <BrandNote>{text("editor.look.hint")}</BrandNote>
        <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
          <ColourField
            label={text("brand.primaryColor")}
            value={document.look.primaryColor ?? null}
            standard={look.primaryColor}
            noneLabel={text("editor.brandColour")}
            onChange={(primaryColor) => set({ primaryColor })}
          />
          <ColourField
            label={text("brand.backgroundColor")}
            value={document.look.backgroundColor ?? null}
            standard={look.backgroundColor}
            noneLabel={text("editor.brandColour")}
            onChange={(backgroundColor) => set({ backgroundColor })}
          />
        </div>
      </div>
    </details>
  )
}

function withoutNull(look: Record<string, string | null | undefined>): BlocksDocument["look"] {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value != null))
}
