import { Photo } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import type { BlockOf } from "../../../src/core/templates/document"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { PictureLibrary } from "../picture/picture-library"
import { AddressField, LineField } from "./line-field"
import { AlignField, SliderField } from "./look-fields"
import { useBlock } from "./use-block"

export function PictureForm({ block }: { block: BlockOf<"picture"> }) {
  const text = useText()
  const { set, isTranslation } = useBlock(block)
  return (
    <>
      <div className="flex items-center gap-x-3">
        {block.url && (
          <img
            src={block.url}
            alt=""
            className="bg-ui-bg-subtle shadow-borders-base h-20 w-28 rounded-md object-contain"
          />
        )}
        <PictureLibrary onChoose={({ url, alt }) => set(alt ? { url, alt } : { url })}>
          {(open) => (
            <Button type="button" size="small" variant="secondary" onClick={open}>
              <Photo />
              {text(block.url ? "editor.picture.another" : "editor.picture.choose")}
            </Button>
          )}
        </PictureLibrary>
      </div>
      <LineField
        label={text("editor.picture.alt")}
        hint={text("editor.picture.altHint")}
        value={block.alt}
        onChange={(alt) => set({ alt })}
      />
      <AddressField
        label={text("editor.leadsTo")}
        isOptional
        value={block.link ?? ""}
        onChange={(link) => set({ link: link || null })}
      />
      {!isTranslation && <Looks block={block} />}
    </>
  )
}

function Looks({ block }: { block: BlockOf<"picture"> }) {
  const text = useText()
  const { set } = useBlock(block)
  return (
    <>
      <AddressField label={text("editor.picture.address")} value={block.url} onChange={(url) => set({ url })} />
      <SwitchField
        label={text("editor.picture.decorative")}
        hint={text("editor.picture.decorativeHint")}
        isOn={block.isDecorative}
        onChange={(isDecorative) => set({ isDecorative })}
      />
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <AlignField value={block.align} onChange={(align) => set({ align })} />
        <SliderField
          label={text("editor.picture.width")}
          value={block.width}
          min={10}
          max={100}
          onChange={(width) => set({ width })}
        />
      </div>
    </>
  )
}
