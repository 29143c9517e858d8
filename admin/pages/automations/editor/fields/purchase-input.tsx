import { Button } from "@medusajs/ui"
import type { MatchKind } from "../../../../parts/api/automations"
import { Choice } from "../../../../parts/choice"
import { Field } from "../../../../parts/field"
import { ShopPicker } from "../../../../parts/shop-picker"
import { useText } from "../../../../parts/use-text"
import { listOf, objectOf, useLabel, type FieldProps } from "./field-input"

const KINDS: readonly MatchKind[] = ["product", "category", "collection", "tag"]

/** Which products, or products of which category, collection or tag. */
export function PurchaseInput({ field, value, onChange }: FieldProps<"purchase">) {
  const text = useText()
  const label = useLabel(field)
  const match = objectOf(value)
  const kind = KINDS.find((one) => one === match.kind) ?? "product"
  if (value === null && field.isOptional)
    return (
      <Field label={label} hint={text("steps.form.none")}>
        {() => (
          <Button
            size="small"
            variant="secondary"
            className="self-start"
            onClick={() => onChange({ kind: "product", ids: [] }, null)}
          >
            {text("steps.form.choose")}
          </Button>
        )}
      </Field>
    )
  return (
    <Field label={label} hint={field.hint}>
      {(id) => (
        <>
          <Choice
            id={id}
            size="small"
            value={kind}
            options={KINDS.map((one) => ({ value: one, label: text(`actions.kind.${one}`) }))}
            onChange={(next) => onChange({ kind: next, ids: [] }, null)}
          />
          <ShopPicker
            key={kind}
            kind={kind}
            value={listOf(match.ids).map(String)}
            onChange={(ids) => onChange({ kind, ids }, null)}
          />
          {field.isOptional && (
            <Button size="small" variant="transparent" className="self-start" onClick={() => onChange(null, null)}>
              {text("steps.form.removeOne")}
            </Button>
          )}
        </>
      )}
    </Field>
  )
}
