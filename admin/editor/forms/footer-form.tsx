import type { BlockOf } from "../../../src/core/templates/document"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { LineField } from "./line-field"
import { BrandNote } from "./plain-forms"
import { useBlock } from "./use-block"

export function FooterForm({ block }: { block: BlockOf<"footer"> }) {
  const text = useText()
  const { set, isTranslation } = useBlock(block)
  return (
    <>
      <LineField
        label={text("editor.footer.reason")}
        hint={text("editor.footer.reasonHint")}
        isOptional
        value={block.reason}
        onChange={(reason) => set({ reason })}
      />
      {!isTranslation && (
        <SwitchField
          label={text("editor.footer.social")}
          isOn={block.isSocialShown}
          onChange={(isSocialShown) => set({ isSocialShown })}
        />
      )}
      <BrandNote>{text("editor.footer.hint")}</BrandNote>
    </>
  )
}
