import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import { Field } from "../../../../parts/field"
import { useText } from "../../../../parts/use-text"
import { useLabel, type FieldProps } from "./field-input"

/** For what no form was made: settings of a registered action that are freer than a form can be. */
export function JsonInput({ id, field, value, onChange }: FieldProps<"json">) {
  const text = useText()
  const label = useLabel(field)
  const [typed, setTyped] = useState(() => (value === undefined ? "" : JSON.stringify(value, null, 2)))
  const isBroken = typed.trim() !== "" && parsed(typed) === undefined
  return (
    <Field
      label={label}
      hint={field.hint ?? text("steps.form.json")}
      error={isBroken ? text("steps.form.jsonBroken") : null}
    >
      {(htmlId) => (
        <Textarea
          id={htmlId}
          rows={4}
          className="font-mono"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            const next = event.target.value.trim() === "" ? undefined : parsed(event.target.value)
            if (next !== undefined || event.target.value.trim() === "") onChange(next, id)
          }}
        />
      )}
    </Field>
  )
}

function parsed(typed: string): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    return undefined
  }
}
