import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Input, Text } from "@medusajs/ui"
import type { SenderInput } from "../../parts/api/settings"
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
        <Field label={text("brand.logoUrl")} hint={text("brand.logoUrlHint")} optional={text("common.optional")}>
          {(id) => (
            <Input
              id={id}
              type="url"
              placeholder="https://"
              value={brand.logoUrl ?? ""}
              onChange={(event) => set({ logoUrl: event.target.value || null })}
            />
          )}
        </Field>
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
      <SocialLinks links={brand.socialLinks ?? []} onChange={(socialLinks) => set({ socialLinks })} />
    </div>
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
