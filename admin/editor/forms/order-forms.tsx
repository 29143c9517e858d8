import type { BlockOf } from "../../../src/core/templates/document"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { LineField } from "./line-field"
import { useBlock } from "./use-block"

const LINES = ["order", "concerned", "cart", "none"] as const
const SHOWN = [
  "isFactsShown",
  "isPriceShown",
  "isSkuShown",
  "isTotalsShown",
  "isAddressesShown",
  "isDeliveryAddressShown",
  "isShopperShown",
] as const
const AMOUNTS = ["payment", "refund", "order", "cart"] as const

export function OrderForm({ block }: { block: BlockOf<"order"> }) {
  const text = useText()
  const { set } = useBlock(block)
  return (
    <>
      <Field label={text("editor.order.which")}>
        {(id) => (
          <Choice
            id={id}
            value={block.lines}
            onChange={(lines) => set({ lines: lines as (typeof LINES)[number] })}
            options={LINES.map((lines) => ({ value: lines, label: text(`editor.order.lines.${lines}`) }))}
          />
        )}
      </Field>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        {SHOWN.map((key) => (
          <SwitchField
            key={key}
            label={text(`editor.order.${key}`)}
            isOn={block[key]}
            onChange={(isOn) => set({ [key]: isOn })}
          />
        ))}
      </div>
    </>
  )
}

export function AmountForm({ block }: { block: BlockOf<"amount"> }) {
  const text = useText()
  const { set, isTranslation } = useBlock(block)
  return (
    <>
      <LineField label={text("editor.amount.label")} value={block.label} onChange={(label) => set({ label })} />
      {!isTranslation && (
        <Field label={text("editor.amount.which")}>
          {(id) => (
            <Choice
              id={id}
              value={block.of}
              onChange={(of) => set({ of: of as (typeof AMOUNTS)[number] })}
              options={AMOUNTS.map((of) => ({ value: of, label: text(`editor.amount.of.${of}`) }))}
            />
          )}
        </Field>
      )}
    </>
  )
}

export function TrackingForm({ block }: { block: BlockOf<"tracking"> }) {
  const text = useText()
  const { set } = useBlock(block)
  return (
    <LineField
      label={text("editor.button.label")}
      isOptional
      hint={text("editor.tracking.hint")}
      value={block.buttonLabel}
      onChange={(buttonLabel) => set({ buttonLabel })}
    />
  )
}
