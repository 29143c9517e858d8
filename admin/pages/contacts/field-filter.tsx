import { Input } from "@medusajs/ui"
import { useEffect, useState } from "react"
import type { ContactField } from "../../parts/api/contacts"
import { Choice } from "../../parts/choice"
import { useText } from "../../parts/use-text"
import { useContactFields } from "./use-contact-fields"

const ANY = "*"

/** One of the merchant's own fields and the value that it must have; nothing when there are no fields. */
export function FieldFilter({ value, onChange }: { value?: string; onChange: (value: string) => void }) {
  const text = useText()
  const fields = useContactFields()
  const colon = value?.indexOf(":") ?? -1
  const [key, setKey] = useState(colon > 0 ? value!.slice(0, colon) : ANY)
  useEffect(() => {
    if (value) setKey(value.slice(0, value.indexOf(":")))
  }, [value])
  const field = fields.find((one) => one.key === key)
  if (fields.length === 0) return null
  return (
    <>
      <div className="w-40">
        <Choice
          size="small"
          label={text("contacts.field")}
          value={field ? key : ANY}
          onChange={(chosen) => {
            setKey(chosen)
            if (value) onChange("")
          }}
          options={[
            { value: ANY, label: text("contacts.any", { what: text("contacts.field") }) },
            ...fields.map((one) => ({ value: one.key, label: one.label })),
          ]}
        />
      </div>
      {field && (
        <FieldValueChoice
          key={`${field.key}:${value}`}
          field={field}
          value={colon > 0 ? value!.slice(colon + 1) : ""}
          onChange={(said) => onChange(said ? `${field.key}:${said}` : "")}
        />
      )}
    </>
  )
}

function FieldValueChoice({
  field,
  value,
  onChange,
}: {
  field: ContactField
  value: string
  onChange: (value: string) => void
}) {
  const text = useText()
  const [typed, setTyped] = useState(value)
  const isPicked = field.type === "choice" || field.type === "boolean"
  if (isPicked)
    return (
      <div className="w-36">
        <Choice
          size="small"
          label={field.label}
          value={value}
          placeholder={text("contacts.fieldValue")}
          onChange={onChange}
          options={
            field.type === "choice"
              ? field.choices.map((choice) => ({ value: choice, label: choice }))
              : [
                  { value: "true", label: text("contacts.yes") },
                  { value: "false", label: text("contacts.no") },
                ]
          }
        />
      </div>
    )
  return (
    <form
      className="w-36"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(typed.trim())
      }}
    >
      <Input
        size="small"
        aria-label={field.label}
        type={field.type === "date" ? "date" : "text"}
        placeholder={text("contacts.fieldValue")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => onChange(typed.trim())}
      />
    </form>
  )
}
