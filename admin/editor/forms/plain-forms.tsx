import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { BlockOf } from "../../../src/core/templates/document"
import { useText } from "../../parts/use-text"
import { PictureLibrary } from "../picture/picture-library"
import { useBlockEdits } from "../use-block-edits"
import { useBlocksDocument } from "../use-blocks-document"
import { useEditorLook } from "../editor-context"
import { AlignField, SliderField } from "./look-fields"
import { useBlock } from "./use-block"

export function LogoForm({ block }: { block: BlockOf<"logo"> }) {
  const text = useText()
  const look = useEditorLook()
  const { set } = useBlock(block)
  const { changeDocument } = useBlockEdits()
  const document = useBlocksDocument()
  const isOwn = document?.look.logoUrl !== undefined
  const setLogo = (logoUrl: string | undefined) =>
    changeDocument(({ look: { logoUrl: _before, ...others }, ...before }) => ({
      ...before,
      look: logoUrl ? { ...others, logoUrl } : others,
    }))
  return (
    <>
      <BrandNote>{text("editor.logo.hint")}</BrandNote>
      <div className="flex flex-wrap items-center gap-3">
        {look.logoUrl && (
          <img src={look.logoUrl} alt={look.shopName} className="bg-ui-bg-subtle max-h-12 rounded p-1" />
        )}
        <PictureLibrary onChoose={({ url }) => setLogo(url)}>
          {(open) => (
            <Button type="button" size="small" variant="secondary" onClick={open}>
              {text("editor.logo.another")}
            </Button>
          )}
        </PictureLibrary>
        {isOwn && (
          <Button type="button" size="small" variant="transparent" onClick={() => setLogo(undefined)}>
            {text("editor.logo.brand")}
          </Button>
        )}
      </div>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <AlignField value={block.align} onChange={(align) => set({ align })} />
        <SliderField
          label={text("editor.logo.width")}
          value={block.width}
          min={40}
          max={400}
          onChange={(width) => set({ width })}
        />
      </div>
    </>
  )
}

export function SocialForm({ block }: { block: BlockOf<"social"> }) {
  const text = useText()
  const { set } = useBlock(block)
  return (
    <>
      <BrandNote>{text("editor.social.hint")}</BrandNote>
      <AlignField value={block.align} onChange={(align) => set({ align })} />
    </>
  )
}

export function SpacerForm({ block }: { block: BlockOf<"spacer"> }) {
  const text = useText()
  const { set } = useBlock(block)
  return (
    <SliderField
      label={text("editor.spacer.height")}
      value={block.height}
      min={4}
      max={120}
      onChange={(height) => set({ height })}
    />
  )
}

/** What is set once for all mails, and the way there. */
export function BrandNote({ children }: { children: string }) {
  const text = useText()
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {children}{" "}
      <Link to="/mailroom/settings?section=sender" className="text-ui-fg-interactive">
        {text("editor.toBrand")}
      </Link>
    </Text>
  )
}
