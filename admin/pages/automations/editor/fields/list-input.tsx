import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton } from "@medusajs/ui"
import type { FormField } from "../../../../../src/core/automations/editing/form-fields"
import { useText } from "../../../../parts/use-text"
import { objectOf, useLabel, type FieldProps } from "./field-input"
import { Fields, type Settings } from "./settings-form"

/** Things of a list, each with its own fields: branches of a split, recipients, answers of a poll. */
export function ListInput({ id, field, value, onChange }: FieldProps<"list">) {
  const text = useText()
  const label = useLabel(field)
  const items = (Array.isArray(value) ? value : []).map(objectOf)
  // Ids tell things apart; nobody types them.
  const fields = field.fields.filter(({ key }) => key !== "id")
  const set = (at: number, item: Settings, group: string | null) =>
    onChange(
      items.map((one, n) => (n === at ? item : one)),
      group,
    )
  return (
    <fieldset className="flex flex-col gap-y-3">
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      {items.map((item, n) => (
        <div key={String(item.id ?? n)} className="bg-ui-bg-subtle flex items-start gap-x-2 rounded-lg border p-3">
          <div className="flex min-w-0 flex-1 flex-col gap-y-3">
            <Fields id={`${id}.${n}`} fields={fields} settings={item} onChange={(next, group) => set(n, next, group)} />
          </div>
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            aria-label={text("steps.form.removeOne")}
            onClick={() =>
              onChange(
                items.filter((_, at) => at !== n),
                null,
              )
            }
          >
            <Trash />
          </IconButton>
        </div>
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        onClick={() => onChange([...items, newItem(field.fields)], null)}
      >
        <Plus /> {text("steps.form.addOne")}
      </Button>
    </fieldset>
  )
}

function newItem(fields: FormField[]): Settings {
  return Object.fromEntries(
    fields.flatMap((field) => (field.key === "" ? firstVariant(field) : [[field.key, beginOf(field)]])),
  )
}

function firstVariant(field: FormField): [string, unknown][] {
  if (field.kind !== "variants") return []
  const [first] = field.variants
  const rest = Object.entries(newItem(first?.fields ?? []))
  return field.by === null ? rest : [[field.by, first?.value], ...rest]
}

function beginOf(field: FormField): unknown {
  if (field.key === "id") return crypto.randomUUID().slice(0, 8)
  switch (field.kind) {
    case "text":
    case "spoken":
    case "address":
    case "url":
      return ""
    case "number":
      return field.min ?? 0
    case "yes_no":
      return false
    case "choice":
      return field.isOptional ? null : field.values[0]
    case "choices":
    case "words":
    case "numbers":
    case "list":
      return []
    case "group":
      return newItem(field.fields)
    default:
      return null
  }
}
