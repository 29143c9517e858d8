import { Text } from "@medusajs/ui"
import { COMPARISONS, type ConditionOf } from "../../../src/core/segments/conditions"
import { DayInput, NumberInput, OneOf, SomeOf, SpanInput, WordsInput } from "./form-parts"
import type { FieldChoice } from "./use-speaker"
import { useFormText, type FormProps } from "./use-form-text"

type FieldCondition = ConditionOf<"field">

const OPS: Record<FieldChoice["type"], readonly string[]> = {
  text: ["is", "is_not", "contains", "known", "unknown"],
  choice: ["is", "is_not", "known", "unknown"],
  boolean: ["is", "known", "unknown"],
  number: [...COMPARISONS, "between", "known", "unknown"],
  date: ["within", "next", "is", "known", "unknown"],
}

/** A condition on one of the merchant's own fields: which ways there are to ask depends on its type. */
export function FieldForm({ condition, choices, onChange }: FormProps<"field">) {
  const { form, op } = useFormText()
  const field = choices.fields.find(({ key }) => key === condition.key)
  if (choices.fields.length === 0) return <Text size="small">{form("noFields")}</Text>
  return (
    <>
      <OneOf
        label={form("field")}
        value={condition.key}
        values={choices.fields.map(({ key }) => key)}
        textOf={(key) => choices.fields.find((one) => one.key === key)?.label ?? key}
        onChange={(key) => onChange(begun(choices.fields.find((one) => one.key === key)!))}
      />
      {field && (
        <OneOf
          label={form("how")}
          value={condition.op}
          values={OPS[field.type] as readonly FieldCondition["op"][]}
          textOf={op}
          onChange={(how) => onChange(asked(field, how))}
        />
      )}
      <FieldValue condition={condition} field={field} onChange={onChange} />
    </>
  )
}

function FieldValue({
  condition,
  field,
  onChange,
}: {
  condition: FieldCondition
  field: FieldChoice | undefined
  onChange: (condition: FieldCondition) => void
}) {
  const { form } = useFormText()
  if ("values" in condition && condition.type === "choice" && field)
    return (
      <SomeOf
        label={form("value")}
        value={condition.values}
        values={field.choices}
        textOf={(one) => one}
        onChange={(values) => onChange({ ...condition, values })}
      />
    )
  if ("values" in condition)
    return (
      <WordsInput
        label={form("value")}
        value={condition.values}
        onChange={(values) => onChange({ ...condition, values })}
      />
    )
  if (condition.type === "boolean" && "value" in condition)
    return (
      <OneOf
        label={form("value")}
        value={condition.value ? "yes" : "no"}
        values={["yes", "no"] as const}
        textOf={form}
        onChange={(one) => onChange({ ...condition, value: one === "yes" })}
      />
    )
  if (condition.type === "number" && "value" in condition)
    return (
      <>
        <NumberInput
          label={form("value")}
          value={condition.value}
          onChange={(value) => onChange({ ...condition, value })}
        />
        {condition.op === "between" && (
          <NumberInput label={form("to")} value={condition.to} onChange={(to) => onChange({ ...condition, to })} />
        )}
      </>
    )
  if ("within" in condition)
    return <SpanInput value={condition.within} onChange={(within) => within && onChange({ ...condition, within })} />
  if ("days" in condition)
    return (
      <NumberInput
        label={form("days")}
        min={0}
        value={condition.days}
        onChange={(days) => onChange({ ...condition, days })}
      />
    )
  if ("day" in condition)
    return <DayInput label={form("day")} value={condition.day} onChange={(day) => onChange({ ...condition, day })} />
  return null
}

const begun = (field: FieldChoice) => asked(field, OPS[field.type][0] as FieldCondition["op"])

function asked({ key, type }: FieldChoice, op: FieldCondition["op"]): FieldCondition {
  const base = { kind: "field", key, type, op } as const
  return { ...base, ...startOf(type, op) } as FieldCondition
}

function startOf(type: FieldChoice["type"], op: FieldCondition["op"]): object {
  if (op === "known" || op === "unknown") return {}
  switch (type) {
    case "text":
    case "choice":
      return { values: [] }
    case "boolean":
      return { value: true }
    case "number":
      return op === "between" ? { value: 0, to: 100 } : { value: 0 }
    case "date":
      if (op === "within") return { within: { kind: "last", days: 30 } }
      return op === "next" ? { days: 30 } : { day: new Date().toISOString().slice(0, 10) }
  }
}
