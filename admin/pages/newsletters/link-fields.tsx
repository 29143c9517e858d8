import { Input } from "@medusajs/ui"
import { Field } from "../../parts/field"
import type { Block } from "../../parts/mailing-document"
import { useText } from "../../parts/use-text"

type Props<Type extends Block["type"]> = { block: Extract<Block, { type: Type }>; onChange: (block: Block) => void }

export function PictureFields({ block, onChange }: Props<"picture">) {
  const text = useText()
  return (
    <>
      <Field label={text("newsletters.pictureUrl")} hint={text("newsletters.pictureUrlHint")}>
        {(id) => <Address id={id} value={block.url} onChange={(url) => onChange({ ...block, url })} />}
      </Field>
      <Field label={text("newsletters.pictureAlt")} hint={text("newsletters.pictureAltHint")}>
        {(id) => (
          <Input id={id} value={block.alt} onChange={(event) => onChange({ ...block, alt: event.target.value })} />
        )}
      </Field>
      <Field label={text("newsletters.linkTo")} optional={text("common.optional")}>
        {(id) => (
          <Address id={id} value={block.link ?? ""} onChange={(link) => onChange({ ...block, link: link || null })} />
        )}
      </Field>
    </>
  )
}

export function ButtonFields({ block, onChange }: Props<"button">) {
  const text = useText()
  return (
    <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
      <Field label={text("newsletters.buttonLabel")}>
        {(id) => (
          <Input
            id={id}
            placeholder={text("newsletters.buttonPlaceholder")}
            value={block.label}
            onChange={(event) => onChange({ ...block, label: event.target.value })}
          />
        )}
      </Field>
      <Field label={text("newsletters.linkTo")}>
        {(id) => <Address id={id} value={block.url} onChange={(url) => onChange({ ...block, url })} />}
      </Field>
    </div>
  )
}

function Address({ id, value, onChange }: { id: string; value: string; onChange: (value: string) => void }) {
  return (
    <Input id={id} type="url" placeholder="https://" value={value} onChange={(event) => onChange(event.target.value)} />
  )
}
