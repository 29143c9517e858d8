import type { FormField } from "../../../../../src/core/automations/editing/form-fields"
import { OneOf } from "../../../segments/form-parts"
import { objectOf, useLabel, type FieldProps } from "./field-input"
import { useFieldsAround } from "./fields-context"
import { Fields, type Settings } from "./settings-form"

/** First which of several kinds, then the fields of that kind. */
export function VariantsInput({ id, field, value, onChange }: FieldProps<"variants">) {
  const { words } = useFieldsAround()
  const settings = objectOf(value)
  const { by, variants } = field
  const label = useLabel(field.key === "" && by !== null ? { key: by } : field.key === "" ? { key: "by" } : field)
  const now =
    by === null ? variants.find((one) => one.value in settings) : variants.find((one) => one.value === settings[by])
  return (
    <>
      <OneOf
        label={label}
        value={now?.value ?? ""}
        values={variants.map((one) => one.value)}
        textOf={(one) => variants.find(({ value: known }) => known === one)?.title ?? words.value(one)}
        onChange={(next) => onChange(begun(field, next, settings), null)}
      />
      {now && (
        <Fields
          id={`${id}.${now.value}`}
          fields={now.fields}
          settings={settings}
          onChange={(next, group) => onChange(next, group)}
        />
      )}
    </>
  )
}

const EMPTY_RULE = { version: 1, match: "all", rules: [] }

/** What both kinds have is kept. */
function begun({ by, variants }: FieldProps<"variants">["field"], value: string, before: Settings): Settings {
  const fields = variants.find((one) => one.value === value)?.fields ?? []
  const kept = fields.map((one) => [one.key, one.key in before ? before[one.key] : beginning(one)])
  return { ...(by === null ? {} : { [by]: value }), ...Object.fromEntries(kept) }
}

function beginning(field: FormField): unknown {
  if (field.kind === "rule") return EMPTY_RULE
  if (field.kind === "purchase") return { kind: "product", ids: [] }
  if (field.kind === "number") return field.min ?? 1
  if (field.kind === "choice") return field.isOptional ? null : field.values[0]
  if (field.kind === "words" || field.kind === "choices" || field.kind === "list" || field.kind === "numbers") return []
  if (field.kind === "yes_no") return false
  return field.isOptional ? null : ""
}
