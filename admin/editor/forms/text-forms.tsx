import { memo } from "react"
import type { BlockOf } from "../../../src/core/templates/document"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { RichTextField } from "../rich-text/rich-text-field"
import { useBlock } from "./use-block"

const LEVELS = ["1", "2", "3"] as const
const SIZES = ["normal", "small"] as const

export function HeadingForm({ block }: { block: BlockOf<"heading"> }) {
  const text = useText()
  const { set, isTranslation } = useBlock(block)
  return (
    <>
      <RichTextField
        label={text("editor.heading.words")}
        value={block.content}
        withLists={false}
        isLarge
        onChange={(content) => set({ content })}
      />
      {!isTranslation && <Level block={block} />}
    </>
  )
}

type LevelProps = { block: BlockOf<"heading"> }

const Level = memo(
  function Level({ block }: LevelProps) {
    const text = useText()
    const { set } = useBlock(block)
    return (
      <Field label={text("editor.size")}>
        {(id) => (
          <Choice
            id={id}
            value={String(block.level)}
            onChange={(level) => set({ level: Number(level) as 1 | 2 | 3 })}
            options={LEVELS.map((level) => ({ value: level, label: text(`editor.heading.level.${level}`) }))}
          />
        )}
      </Field>
    )
  },
  ({ block: one }: LevelProps, { block: other }: LevelProps) => one.id === other.id && one.level === other.level,
)

export function TextForm({ block }: { block: BlockOf<"text"> }) {
  const text = useText()
  const { set, isTranslation } = useBlock(block)
  return (
    <>
      <RichTextField label={text("editor.text.words")} value={block.content} onChange={(content) => set({ content })} />
      {!isTranslation && <Size block={block} />}
    </>
  )
}

type SizeProps = { block: BlockOf<"text"> }

const Size = memo(
  function Size({ block }: SizeProps) {
    const text = useText()
    const { set } = useBlock(block)
    return (
      <Field label={text("editor.size")}>
        {(id) => (
          <Choice
            id={id}
            value={block.size}
            onChange={(size) => set({ size: size as "normal" | "small" })}
            options={SIZES.map((size) => ({ value: size, label: text(`editor.text.size.${size}`) }))}
          />
        )}
      </Field>
    )
  },
  ({ block: one }: SizeProps, { block: other }: SizeProps) => one.id === other.id && one.size === other.size,
)
