import type { BlockOf } from "../../../src/core/templates/document"
import { useText } from "../../parts/use-text"
import { useEditorLook } from "../editor-context"
import { LineField } from "./line-field"
import { ColourField } from "./look-fields"
import { useBlock } from "./use-block"

export function CouponForm({ block }: { block: BlockOf<"coupon"> }) {
  const text = useText()
  const look = useEditorLook()
  const { set, isTranslation } = useBlock(block)
  return (
    <>
      <LineField
        label={text("editor.coupon.title")}
        placeholder={text("editor.coupon.titlePlaceholder")}
        value={block.title}
        onChange={(title) => set({ title })}
      />
      <LineField
        label={text("editor.coupon.label")}
        placeholder={text("editor.coupon.labelPlaceholder")}
        isOptional
        value={block.label}
        onChange={(label) => set({ label })}
      />
      <LineField
        label={text("editor.coupon.code")}
        hint={text("editor.coupon.codeHint")}
        placeholder="AUTUMN10"
        value={block.code}
        onChange={(code) => set({ code })}
      />
      <LineField label={text("editor.coupon.note")} isOptional value={block.note} onChange={(note) => set({ note })} />
      {!isTranslation && (
        <ColourField
          label={text("editor.colour")}
          value={block.color}
          standard={look.primaryColor}
          noneLabel={text("editor.brandColour")}
          onChange={(color) => set({ color })}
        />
      )}
    </>
  )
}
