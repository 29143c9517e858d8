import { Input } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { Field } from "../../../../parts/field"
import { useText } from "../../../../parts/use-text"
import { useLabel, type FieldProps } from "./field-input"

/** What is being typed may be no number yet; then the server names what is missing. */
export function NumberField({ id, field, value, onChange }: FieldProps<"number">) {
  const text = useText()
  const label = useLabel(field)
  const [typed, setTyped] = useState(shownOf(value))
  useEffect(() => {
    // An undo, or another tab: what stands there is not what was typed here.
    setTyped((before) => (numberOf(before) === (value ?? null) ? before : shownOf(value)))
  }, [value])
  return (
    <Field label={label} hint={field.hint} optional={field.isOptional ? text("common.optional") : undefined}>
      {(htmlId) => (
        <Input
          id={htmlId}
          size="small"
          type="number"
          min={field.min}
          max={field.max}
          step={field.isWhole ? 1 : "any"}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            onChange(numberOf(event.target.value), id)
          }}
        />
      )}
    </Field>
  )
}

const shownOf = (value: unknown): string =>
  typeof value === "number" || typeof value === "string" ? String(value) : ""

function numberOf(typed: string): number | null {
  const number = Number(typed.replace(",", "."))
  return typed.trim() === "" || !Number.isFinite(number) ? null : number
}
