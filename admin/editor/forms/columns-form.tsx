import { Text } from "@medusajs/ui"
import type { BlockOf, LeafBlock } from "../../../src/core/templates/document"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { useBlock } from "./use-block"

/** Shares of the width that are offered; null: equal. */
const SPLITS: Record<string, number[] | null> = { equal: null, "1-2": [34, 66], "2-1": [66, 34] }

export function ColumnsForm({ block }: { block: BlockOf<"columns"> }) {
  const text = useText()
  const { set } = useBlock(block)
  const split = Object.keys(SPLITS).find((key) => JSON.stringify(SPLITS[key]) === JSON.stringify(block.widths)) ?? ""
  return (
    <>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <Field label={text("editor.columns.number")}>
          {(id) => (
            <Choice
              id={id}
              value={String(block.columns.length)}
              onChange={(number) => set({ columns: withNumber(block.columns, Number(number)), widths: null })}
              options={["2", "3"].map((number) => ({ value: number, label: number }))}
            />
          )}
        </Field>
        {block.columns.length === 2 && (
          <Field label={text("editor.columns.widths")}>
            {(id) => (
              <Choice
                id={id}
                value={split}
                placeholder={block.widths?.join(" : ")}
                onChange={(key) => set({ widths: SPLITS[key] ?? null })}
                options={(["equal", "1-2", "2-1"] as const).map((key) => ({
                  value: key,
                  label: text(`editor.columns.split.${key}`),
                }))}
              />
            )}
          </Field>
        )}
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {text("editor.columns.hint")}
      </Text>
    </>
  )
}

/** With one column fewer, what stood in the last one goes to the end of the one before. */
function withNumber(columns: LeafBlock[][], number: number): LeafBlock[][] {
  if (number >= columns.length) return [...columns, ...Array.from({ length: number - columns.length }, () => [])]
  const kept = columns.slice(0, number)
  return kept.map((list, at) => (at === number - 1 ? [...list, ...columns.slice(number).flat()] : list))
}
