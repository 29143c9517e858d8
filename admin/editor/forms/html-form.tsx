import { Textarea } from "@medusajs/ui"
import type { BlockOf } from "../../../src/core/templates/document"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { useBlock } from "./use-block"

export function HtmlForm({ block }: { block: BlockOf<"html"> }) {
  const text = useText()
  const { set } = useBlock(block)
  return (
    <Field label="HTML" hint={text("editor.html.hint")}>
      {(id) => (
        <Textarea
          id={id}
          rows={8}
          spellCheck={false}
          className="font-mono"
          value={block.html}
          onChange={(event) => set({ html: event.target.value })}
        />
      )}
    </Field>
  )
}
