import { Input, Textarea } from "@medusajs/ui"
import { Field } from "../../parts/field"
import type { Block } from "../../parts/mailing-document"
import { useText } from "../../parts/use-text"

type Props<B extends Block = Block> = { block: B; onChange: (block: Block) => void }

/** The few inputs that a block of this kind needs. */
export function BlockFields({ block, onChange }: Props) {
  const text = useText()
  switch (block.type) {
    case "heading":
      return (
        <Input
          aria-label={text("newsletters.block.heading")}
          placeholder={text("newsletters.headingPlaceholder")}
          value={block.text}
          onChange={(event) => onChange({ ...block, text: event.target.value })}
        />
      )
    case "text":
      return (
        <Textarea
          rows={5}
          aria-label={text("newsletters.block.text")}
          placeholder={text("newsletters.textPlaceholder")}
          value={block.text}
          onChange={(event) => onChange({ ...block, text: event.target.value })}
        />
      )
    case "picture":
      return <PictureFields block={block} onChange={onChange} />
    case "button":
      return <ButtonFields block={block} onChange={onChange} />
    case "divider":
      return <hr className="border-ui-border-base" />
  }
}

function PictureFields({ block, onChange }: Props<Extract<Block, { type: "picture" }>>) {
  const text = useText()
  return (
    <>
      <Field label={text("newsletters.pictureUrl")} hint={text("newsletters.pictureUrlHint")}>
        {(id) => (
          <Input
            id={id}
            type="url"
            placeholder="https://"
            value={block.url}
            onChange={(event) => onChange({ ...block, url: event.target.value })}
          />
        )}
      </Field>
      <Field label={text("newsletters.pictureAlt")} hint={text("newsletters.pictureAltHint")}>
        {(id) => (
          <Input id={id} value={block.alt} onChange={(event) => onChange({ ...block, alt: event.target.value })} />
        )}
      </Field>
      <Field label={text("newsletters.linkTo")} optional={text("common.optional")}>
        {(id) => (
          <Input
            id={id}
            type="url"
            placeholder="https://"
            value={block.link ?? ""}
            onChange={(event) => onChange({ ...block, link: event.target.value || null })}
          />
        )}
      </Field>
    </>
  )
}

function ButtonFields({ block, onChange }: Props<Extract<Block, { type: "button" }>>) {
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
        {(id) => (
          <Input
            id={id}
            type="url"
            placeholder="https://"
            value={block.url}
            onChange={(event) => onChange({ ...block, url: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
