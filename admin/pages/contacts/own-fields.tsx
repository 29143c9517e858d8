import { Input } from "@medusajs/ui"
import type { ContactField, FieldValue } from "../../parts/api/contacts"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"

type Props = {
  fields: ContactField[]
  values: Record<string, FieldValue | null | undefined>
  onChange: (key: string, value: FieldValue | null) => void
}

const NONE = "*"
const INPUT = { text: "text", number: "text", date: "date" } as const

/** An input of the right kind for each of the merchant's own fields; the server checks the values. */
export function OwnFields({ fields, values, onChange }: Props) {
  const text = useText()
  const optionsOf = (field: ContactField) =>
    field.type === "choice"
      ? field.choices.map((choice) => ({ value: choice, label: choice }))
      : [
          { value: "true", label: text("contacts.yes") },
          { value: "false", label: text("contacts.no") },
        ]
  return (
    <>
      {fields.map((field) => (
        <Field key={field.key} label={field.label} optional={text("common.optional")}>
          {(id) =>
            field.type === "choice" || field.type === "boolean" ? (
              <Choice
                id={id}
                value={String(values[field.key] ?? NONE)}
                onChange={(value) => onChange(field.key, value === NONE ? null : value)}
                options={[{ value: NONE, label: text("contacts.noValue") }, ...optionsOf(field)]}
              />
            ) : (
              <Input
                id={id}
                type={INPUT[field.type]}
                inputMode={field.type === "number" ? "decimal" : undefined}
                value={String(values[field.key] ?? "")}
                onChange={(event) => onChange(field.key, event.target.value || null)}
              />
            )
          }
        </Field>
      ))}
    </>
  )
}
