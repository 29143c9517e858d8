import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Input, Text } from "@medusajs/ui"
import { FONT_NAMES, FONTS } from "../../../src/core/templates/fonts"
import { PictureLibrary } from "../../editor/picture/picture-library"
import type { SenderInput } from "../../parts/api/settings"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"

type Brand = SenderInput["brand"]
type Props = { brand: Brand; onChange: (brand: Brand) => void }

/** Logo, colours and links that every mail carries. */
export function BrandFields({ brand, onChange }: Props) {
  const text = useText()
  const set = (patch: Partial<Brand>) => onChange({ ...brand, ...patch })
  return (
    <div className="flex flex-col gap-y-5 border-t pt-5">
      <Text size="small" weight="plus">
        {text("brand.title")}
      </Text>
      <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
        <Field label={text("brand.shopName")}>
          {(id) => (
            <Input id={id} value={brand.shopName ?? ""} onChange={(event) => set({ shopName: event.target.value })} />
          )}
        </Field>
        <Logo url={brand.logoUrl} onChange={(logoUrl) => set({ logoUrl })} />
        <Colour
          label={text("brand.primaryColor")}
          value={brand.primaryColor}
          onChange={(primaryColor) => set({ primaryColor })}
        />
        <Colour
          label={text("brand.backgroundColor")}
          value={brand.backgroundColor}
          onChange={(backgroundColor) => set({ backgroundColor })}
        />
      </div>
      <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
        <Field label={text("brand.font")} hint={text("brand.fontHint")}>
          {(id) => (
            <Choice
              id={id}
              value={brand.font ?? "system"}
              onChange={(font) => set({ font: font as Brand["font"] })}
              options={FONT_NAMES.map((font) => ({ value: font, label: text(`brand.fonts.${font}`) }))}
            />
          )}
        </Field>
        <Field label={text("brand.footerText")} hint={text("brand.footerTextHint")} optional={text("common.optional")}>
          {(id) => (
            <Input
              id={id}
              value={brand.footerText ?? ""}
              onChange={(event) => set({ footerText: event.target.value })}
            />
          )}
        </Field>
      </div>
      <p className="bg-ui-bg-subtle rounded-md px-4 py-3 text-sm" style={{ fontFamily: FONTS[brand.font ?? "system"] }}>
        {text("brand.fontSample", { name: brand.shopName || text("brand.shopName") })}
      </p>
      <SocialLinks links={brand.socialLinks ?? []} onChange={(socialLinks) => set({ socialLinks })} />
    </div>
  )
}

/** Uploaded like any other picture, or wherever it is hosted already. */
function Logo({ url, onChange }: { url: string | null; onChange: (url: string | null) => void }) {
  const text = useText()
  return (
    <Field label={text("brand.logoUrl")} hint={text("brand.logoUrlHint")} optional={text("common.optional")}>
      {(id) => (
        <div className="flex items-center gap-x-2">
          {url && <img src={url} alt="" className="bg-ui-bg-subtle h-8 max-w-24 rounded object-contain" />}
          <div className="min-w-0 flex-1">
            <Input
              id={id}
              type="url"
              placeholder="https://"
              value={url ?? ""}
              onChange={(event) => onChange(event.target.value || null)}
            />
          </div>
          <PictureLibrary onChoose={(media) => onChange(media.url)}>
            {(open) => (
              <Button type="button" size="small" variant="secondary" onClick={open}>
                {text("brand.choose")}
              </Button>
            )}
          </PictureLibrary>
        </div>
      )}
    </Field>
  )
}

function Colour({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label}>
      {(id) => (
        <div className="flex items-center gap-x-2">
          <input
            type="color"
            aria-label={label}
            className="border-ui-border-base size-8 shrink-0 cursor-pointer rounded-md border bg-transparent"
            value={value || "#000000"}
            onChange={(event) => onChange(event.target.value)}
          />
          <div className="flex-1">
            <Input id={id} value={value ?? ""} onChange={(event) => onChange(event.target.value)} />
          </div>
        </div>
      )}
    </Field>
  )
}

function SocialLinks({
  links,
  onChange,
}: {
  links: Brand["socialLinks"]
  onChange: (links: Brand["socialLinks"]) => void
}) {
  const text = useText()
  const replace = (index: number, patch: Partial<Brand["socialLinks"][number]>) =>
    onChange(links.map((link, at) => (at === index ? { ...link, ...patch } : link)))
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" weight="plus">
        {text("brand.socialLinks")}
      </Text>
      {links.map((link, index) => (
        <div key={index} className="flex items-center gap-x-2">
          <div className="w-40 shrink-0">
            <Input
              aria-label={text("brand.linkLabel")}
              placeholder="Instagram"
              value={link.label}
              onChange={(event) => replace(index, { label: event.target.value })}
            />
          </div>
          <div className="flex-1">
            <Input
              type="url"
              aria-label={text("brand.linkUrl")}
              placeholder="https://"
              value={link.url}
              onChange={(event) => replace(index, { url: event.target.value })}
            />
          </div>
          <IconButton
            type="button"
            variant="transparent"
            aria-label={text("common.removeOne", { name: link.label || text("brand.link") })}
            onClick={() => onChange(links.filter((_, at) => at !== index))}
          >
            <Trash />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => onChange([...links, { label: "", url: "" }])}
        >
          <Plus />
          {text("brand.addLink")}
        </Button>
      </div>
    </div>
  )
}
