import { Choice } from "../../../../parts/choice"
import { Field } from "../../../../parts/field"
import { useText } from "../../../../parts/use-text"
import { useContactFields } from "../../../contacts/use-contact-fields"
import { useLabel, type FieldProps } from "./field-input"

const BIRTHDAY = "birthday"

/** Which date of the person: the birthday, or a field of the merchant's own that holds one. */
export function DateFieldInput({ field, value, onChange }: FieldProps<"text">) {
  const text = useText()
  const label = useLabel(field)
  const dates = useContactFields().filter(({ type }) => type === "date")
  const chosen = typeof value === "string" ? value : ""
  const options = [
    { value: BIRTHDAY, label: text("contacts.birthday") },
    ...dates.map(({ key, label: name }) => ({ value: key, label: name })),
  ]
  const isGone = chosen !== "" && !options.some((one) => one.value === chosen)
  return (
    <Field label={label}>
      {(id) => (
        <Choice
          id={id}
          size="small"
          value={chosen}
          options={isGone ? [...options, { value: chosen, label: chosen }] : options}
          onChange={(next) => onChange(next, null)}
        />
      )}
    </Field>
  )
}
