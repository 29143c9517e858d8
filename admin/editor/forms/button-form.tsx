import type { BlockOf } from "../../../src/core/templates/document"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { useEditorLook } from "../editor-context"
import { AddressField, LineField } from "./line-field"
import { AlignField, ColourField } from "./look-fields"
import { useBlock } from "./use-block"

export function ButtonForm({ block }: { block: BlockOf<"button"> }) {
  const text = useText()
  const look = useEditorLook()
  const { set, isTranslation } = useBlock(block)
  return (
    <>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <LineField
          label={text("editor.button.label")}
          placeholder={text("editor.button.placeholder")}
          value={block.label}
          onChange={(label) => set({ label })}
        />
        <AddressField label={text("editor.leadsTo")} value={block.url} onChange={(url) => set({ url })} />
      </div>
      {!isTranslation && (
        <>
          <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
            <AlignField value={block.align} onChange={(align) => set({ align })} />
            <ColourField
              label={text("editor.colour")}
              value={block.color}
              standard={look.primaryColor}
              noneLabel={text("editor.brandColour")}
              onChange={(color) => set({ color })}
            />
          </div>
          <SwitchField label={text("editor.button.wide")} isOn={block.isWide} onChange={(isWide) => set({ isWide })} />
          <SwitchField
            label={text("editor.button.address")}
            hint={text("editor.button.addressHint")}
            isOn={block.isAddressShown}
            onChange={(isAddressShown) => set({ isAddressShown })}
          />
        </>
      )}
    </>
  )
}
