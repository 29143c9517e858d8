import type { Block } from "../../../src/core/templates/document"
import { memo } from "react"
import type { Fact } from "../../../src/core/templates/facts"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { useSaid } from "../use-said"
import { ColourField } from "./look-fields"
import { useBlock } from "./use-block"

const ALWAYS = "always"

/** When the block is shown, and on what ground: every block has these. */
export const ConditionFields = memo(function ConditionFields({ block }: { block: Block }) {
  const text = useText()
  const said = useSaid()
  const { catalogue } = useMailEditor()
  const { set } = useBlock(block)
  const { condition } = block
  return (
    <details
      className="border-ui-border-base border-t pt-3"
      open={condition !== null || block.background !== null || undefined}
    >
      <summary className="txt-compact-small-plus text-ui-fg-subtle cursor-pointer">{text("editor.more")}</summary>
      <div className="grid grid-cols-1 gap-4 pt-3 md:grid-cols-2">
        <Field label={text("editor.condition.label")} hint={text("editor.condition.hint")}>
          {(id) => (
            <Choice
              id={id}
              value={condition ? `${condition.is ? "" : "!"}${condition.fact}` : ALWAYS}
              onChange={(value) => set({ condition: conditionFrom(value) })}
              options={[
                { value: ALWAYS, label: text("editor.condition.always") },
                ...catalogue.facts.flatMap(({ fact, label }) => [
                  { value: fact, label: text("editor.condition.if", { fact: said(label) }) },
                  { value: `!${fact}`, label: text("editor.condition.unless", { fact: said(label) }) },
                ]),
              ]}
            />
          )}
        </Field>
        <ColourField
          label={text("editor.background")}
          value={block.background}
          standard="#ffffff"
          noneLabel={text("editor.noBackground")}
          onChange={(background) => set({ background })}
        />
      </div>
    </details>
  )
}, isSame)

/** What is typed in the block is not shown here. */
function isSame({ block: one }: { block: Block }, { block: other }: { block: Block }): boolean {
  return one.id === other.id && one.condition === other.condition && one.background === other.background
}

function conditionFrom(value: string): Block["condition"] {
  if (value === ALWAYS) return null
  return { fact: value.replace(/^!/, "") as Fact, is: !value.startsWith("!") }
}
