import { Input, Textarea } from "@medusajs/ui"
import type { FormField } from "../../../../../src/core/automations/editing/form-fields"
import { Choice } from "../../../../parts/choice"
import { Field } from "../../../../parts/field"
import { ShopPicker } from "../../../../parts/shop-picker"
import { SwitchField } from "../../../../parts/switch-field"
import { useFormat } from "../../../../parts/use-format"
import { useText } from "../../../../parts/use-text"
import { SomeOf, WordsInput } from "../../../segments/form-parts"
import { useFieldsAround } from "./fields-context"
import { DateFieldInput } from "./date-field-input"
import { JsonInput } from "./json-input"
import { ListInput } from "./list-input"
import { NumberField } from "./number-field"
import { PickInput } from "./pick-input"
import { PollAnswersInput } from "./poll-answers-input"
import { PurchaseInput } from "./purchase-input"
import { RuleInput } from "./rule-input"
import { Fields, type Settings } from "./settings-form"
import { SpokenInput } from "./spoken-input"
import { VariantsInput } from "./variants-input"

export type FieldProps<Kind extends FormField["kind"] = FormField["kind"]> = {
  /** Of the place in the automation, for the undo. */
  id: string
  field: Extract<FormField, { kind: Kind }>
  value: unknown
  /** The settings that it is one of. */
  siblings: Settings
  onChange: (value: unknown, group: string | null) => void
}

/** The input that fits one setting. */
export function FieldInput(props: FieldProps) {
  const { field, id, value, siblings, onChange } = props
  const label = useLabel(field)
  const { words } = useFieldsAround()
  const { weekday } = useFormat()
  switch (field.kind) {
    case "text":
      if (field.key === "node") return <StepInput {...props} field={field} />
      if (field.key === "field") return <DateFieldInput {...props} field={field} />
      return <TextInput {...props} field={field} />
    case "spoken":
      return <SpokenInput {...props} field={field} />
    case "address":
    case "url":
      return <PlainInput {...props} field={field} type={field.kind === "url" ? "url" : "email"} />
    case "day":
      return <PlainInput {...props} field={field} type="date" />
    case "time":
      return <PlainInput {...props} field={field} type="time" />
    case "moment":
      return <PlainInput {...props} field={field} type="datetime-local" />
    case "number":
      return <NumberField {...props} field={field} />
    case "yes_no":
      return (
        <SwitchField label={label} hint={field.hint} isOn={value === true} onChange={(isOn) => onChange(isOn, null)} />
      )
    case "choice":
      return <ChoiceInput {...props} field={field} />
    case "choices":
      return (
        <SomeOf
          label={label}
          value={listOf(value)}
          values={field.values}
          textOf={(one) => (typeof one === "number" && field.key === "days" ? weekday(one) : words.value(String(one)))}
          onChange={(values) => onChange(values, null)}
        />
      )
    case "words":
      return <WordsInput label={label} value={listOf(value).map(String)} onChange={(values) => onChange(values, id)} />
    case "numbers":
      if ("pollId" in siblings) return <PollAnswersInput {...props} field={field} />
      return (
        <WordsInput
          label={label}
          value={listOf(value).map(String)}
          onChange={(values) => onChange(values.map(Number).filter(Number.isFinite), id)}
        />
      )
    case "pick":
      return <PickInput {...props} field={field} />
    case "goods":
      return (
        <Field label={label} hint={field.hint}>
          {() => (
            <ShopPicker kind={field.what} value={listOf(value).map(String)} onChange={(ids) => onChange(ids, null)} />
          )}
        </Field>
      )
    case "purchase":
      return <PurchaseInput {...props} field={field} />
    case "rule":
      return <RuleInput {...props} field={field} />
    case "group":
      return (
        <fieldset className="flex flex-col gap-y-4 border-l pl-4">
          <legend className="txt-compact-small-plus mb-2">{label}</legend>
          <Fields id={id} fields={field.fields} settings={objectOf(value)} onChange={onChange} />
        </fieldset>
      )
    case "list":
      return <ListInput {...props} field={field} />
    case "variants":
      return <VariantsInput {...props} field={field} />
    case "json":
      return <JsonInput {...props} field={field} />
  }
}

export function useLabel(field: Pick<FormField, "key" | "title">): string {
  const { words } = useFieldsAround()
  return field.title ?? words.field(field.key)
}

export const objectOf = (value: unknown): Settings =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Settings) : {}
export const listOf = (value: unknown): (string | number)[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string" || typeof one === "number") : []

function TextInput({ id, field, value, onChange }: FieldProps<"text">) {
  const text = useText()
  const label = useLabel(field)
  const { words } = useFieldsAround()
  const hint = field.hint ?? words.fieldHint(field.key)
  const shown = typeof value === "string" ? value : ""
  const change = (next: string) => onChange(next === "" && field.isOptional ? null : next, id)
  return (
    <Field label={label} hint={hint} optional={field.isOptional ? text("common.optional") : undefined}>
      {(htmlId) =>
        field.isLong ? (
          <Textarea
            id={htmlId}
            rows={4}
            value={shown}
            maxLength={field.maxLength}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <Input
            id={htmlId}
            size="small"
            value={shown}
            maxLength={field.maxLength}
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </Field>
  )
}

/** Another step of the same way: which mail "check an e-mail" means. */
function StepInput({ field, value, onChange }: FieldProps<"text">) {
  const text = useText()
  const label = useLabel(field)
  const { sends, words } = useFieldsAround()
  return (
    <Field label={label} hint={field.hint}>
      {(id) => (
        <Choice
          id={id}
          size="small"
          value={typeof value === "string" ? value : ""}
          placeholder={text("steps.form.choose")}
          options={sends.map((node) => ({ value: node.id, label: words.title(node) }))}
          onChange={(next) => onChange(next, null)}
        />
      )}
    </Field>
  )
}

type PlainProps = FieldProps<"address" | "url" | "day" | "time" | "moment"> & { type: string }

function PlainInput({ id, field, value, type, onChange }: PlainProps) {
  const label = useLabel(field)
  const shown = typeof value === "string" ? value : ""
  return (
    <Field label={label} hint={field.hint}>
      {(htmlId) => (
        <Input
          id={htmlId}
          size="small"
          type={type}
          value={shown}
          onChange={(event) => {
            onChange(event.target.value || (field.isOptional ? null : ""), id)
          }}
        />
      )}
    </Field>
  )
}

function ChoiceInput({ field, value, onChange }: FieldProps<"choice">) {
  const text = useText()
  const label = useLabel(field)
  const { words } = useFieldsAround()
  const options = field.values.map((one) => ({ value: one, label: words.value(one) }))
  const none = { value: "-", label: text("steps.form.none") }
  return (
    <Field label={label} hint={field.hint}>
      {(id) => (
        <Choice
          id={id}
          size="small"
          value={value === null || value === undefined ? (field.isOptional ? "-" : "") : String(value)}
          placeholder={text("steps.form.choose")}
          options={field.isOptional ? [none, ...options] : options}
          onChange={(next) => onChange(next === "-" ? null : next, null)}
        />
      )}
    </Field>
  )
}
