import { Input, Text, Textarea } from "@medusajs/ui"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import type { Block } from "../../parts/mailing-document"
import { useText } from "../../parts/use-text"
import { ButtonFields, PictureFields } from "./link-fields"

type Props = { block: Block; onChange: (block: Block) => void }

/** The few inputs that a block of this kind needs. */
export function BlockFields({ block, onChange }: Props) {
  const text = useText()
  switch (block.type) {
    case "heading":
      return <HeadingFields block={block} onChange={onChange} />
    case "text":
      return (
        <Field label={text("newsletters.words")} hint={text("newsletters.marks")}>
          {(id) => (
            <Textarea
              id={id}
              rows={5}
              placeholder={text("newsletters.textPlaceholder")}
              value={block.text}
              onChange={(event) => onChange({ ...block, text: event.target.value })}
            />
          )}
        </Field>
      )
    case "picture":
      return <PictureFields block={block} onChange={onChange} />
    case "button":
      return <ButtonFields block={block} onChange={onChange} />
    case "divider":
      return <hr className="border-ui-border-base" />
    case "spacer":
      return (
        <Field label={text("newsletters.height")}>
          {(id) => (
            <Input
              id={id}
              type="number"
              min={4}
              max={120}
              value={block.height}
              onChange={(event) => onChange({ ...block, height: Number(event.target.value) })}
            />
          )}
        </Field>
      )
    case "html":
      return (
        <Textarea
          rows={6}
          spellCheck={false}
          className="font-mono"
          aria-label="HTML"
          value={block.html}
          onChange={(event) => onChange({ ...block, html: event.target.value })}
        />
      )
    case "columns":
      return (
        <Text size="small" className="text-ui-fg-subtle">
          {text("newsletters.columnsHint", { count: block.columns.length })}
        </Text>
      )
  }
}

type HeadingProps = { block: Extract<Block, { type: "heading" }>; onChange: (block: Block) => void }

function HeadingFields({ block, onChange }: HeadingProps) {
  const text = useText()
  return (
    <div className="flex gap-x-2">
      <div className="flex-1">
        <Input
          aria-label={text("newsletters.block.heading")}
          placeholder={text("newsletters.headingPlaceholder")}
          value={block.text}
          onChange={(event) => onChange({ ...block, text: event.target.value })}
        />
      </div>
      <div className="w-32">
        <Choice
          label={text("newsletters.size")}
          value={String(block.level)}
          onChange={(level) => onChange({ ...block, level: level === "2" ? 2 : 1 })}
          options={[
            { value: "1", label: text("newsletters.sizes.large") },
            { value: "2", label: text("newsletters.sizes.small") },
          ]}
        />
      </div>
    </div>
  )
}
