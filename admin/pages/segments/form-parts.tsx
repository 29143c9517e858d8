import { Badge, Checkbox, Input, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import type { TimeSpan } from "../../../src/core/segments/time-span"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText, type TextKey } from "../../parts/use-text"

type OneOf<Value extends string> = {
  label: string
  value: Value
  values: readonly Value[]
  textOf: (value: Value) => string
  onChange: (value: Value) => void
}

/** One of a few words. */
export function OneOf<Value extends string>({ label, value, values, textOf, onChange }: OneOf<Value>) {
  return (
    <Field label={label}>
      {(id) => (
        <Choice
          id={id}
          size="small"
          value={value}
          options={values.map((one) => ({ value: one, label: textOf(one) }))}
          onChange={(next) => onChange(next as Value)}
        />
      )}
    </Field>
  )
}

type SomeOf<Value extends string | number> = {
  label: string
  value: readonly Value[]
  values: readonly Value[]
  textOf: (value: Value) => string
  onChange: (values: Value[]) => void
}

/** Any number of a few, as ticks. */
export function SomeOf<Value extends string | number>({ label, value, values, textOf, onChange }: SomeOf<Value>) {
  const id = useId()
  const toggle = (one: Value) =>
    onChange(values.filter((other) => (other === one ? !value.includes(one) : value.includes(other))))
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {values.map((one) => (
          <label key={one} htmlFor={`${id}${one}`} className="flex cursor-pointer items-center gap-x-2">
            <Checkbox id={`${id}${one}`} checked={value.includes(one)} onCheckedChange={() => toggle(one)} />
            <Text size="small">{textOf(one)}</Text>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Words that are typed: several of them, separated by commas or lines. `known` are offered while typing. */
export function WordsInput({
  label,
  value,
  known = [],
  hint,
  onChange,
}: {
  label: string
  value: readonly string[]
  known?: string[]
  /** What they must be, before how they are separated. */
  hint?: string
  onChange: (values: string[]) => void
}) {
  const text = useText()
  const [typed, setTyped] = useState(value.join(", "))
  const change = (next: string) => {
    setTyped(next)
    const words = next.split(/[,\n]/).map((one) => one.trim())
    onChange([...new Set(words.filter(Boolean))])
  }
  const offered = known.filter((one) => !value.includes(one)).slice(0, 12)
  return (
    <Field label={label} hint={[hint, text("segments.form.values")].filter(Boolean).join(" ")}>
      {(id) => (
        <>
          <Input id={id} size="small" value={typed} onChange={(event) => change(event.target.value)} />
          {offered.length > 0 && (
            <div className="flex flex-wrap gap-1">
              {offered.map((one) => (
                <button key={one} type="button" onClick={() => change([...value, one].join(", "))}>
                  <Badge size="2xsmall">+ {one}</Badge>
                </button>
              ))}
            </div>
          )}
        </>
      )}
    </Field>
  )
}

export function NumberInput({
  label,
  value,
  min,
  onChange,
}: {
  label: string
  value: number
  min?: number
  onChange: (value: number) => void
}) {
  const [typed, setTyped] = useState(String(value))
  const change = (next: string) => {
    setTyped(next)
    onChange(next.trim() === "" ? Number.NaN : Number(next.replace(",", ".")))
  }
  return (
    <Field label={label}>
      {(id) => (
        <Input
          id={id}
          size="small"
          type="number"
          min={min}
          step="any"
          value={typed}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  )
}

export function DayInput({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (day: string) => void
}) {
  return (
    <Field label={label}>
      {(id) => (
        <Input id={id} size="small" type="date" value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

const SPANS = ["any", "last", "longer_ago", "between", "since", "until"] as const
type SpanKind = (typeof SPANS)[number]

/** When it happened; "any" is no time at all, where that is allowed. */
export function SpanInput({
  value,
  isOptional,
  onChange,
}: {
  value: TimeSpan | undefined
  isOptional?: boolean
  onChange: (span: TimeSpan | undefined) => void
}) {
  const text = useText()
  const form = (key: "within" | "days" | "from" | "until" | "day") => text(`segments.form.${key}`)
  return (
    <>
      <OneOf<SpanKind>
        label={form("within")}
        value={value?.kind ?? "any"}
        values={isOptional ? SPANS : SPANS.slice(1)}
        textOf={(one) => text(`segments.form.time.${one}` as TextKey)}
        onChange={(kind) => onChange(newSpan(kind, value))}
      />
      {(value?.kind === "last" || value?.kind === "longer_ago") && (
        <NumberInput
          key={value.kind}
          label={form("days")}
          min={1}
          value={value.days}
          onChange={(days) => onChange({ ...value, days })}
        />
      )}
      {value?.kind === "between" && (
        <>
          <DayInput label={form("from")} value={value.from} onChange={(from) => onChange({ ...value, from })} />
          <DayInput label={form("until")} value={value.to} onChange={(to) => onChange({ ...value, to })} />
        </>
      )}
      {(value?.kind === "since" || value?.kind === "until") && (
        <DayInput label={form("day")} value={value.day} onChange={(day) => onChange({ ...value, day })} />
      )}
    </>
  )
}

function newSpan(kind: SpanKind, before: TimeSpan | undefined): TimeSpan | undefined {
  const today = new Date().toISOString().slice(0, 10)
  switch (kind) {
    case "any":
      return undefined
    case "last":
    case "longer_ago":
      return { kind, days: before && "days" in before ? before.days : 30 }
    case "between":
      return { kind, from: `${today.slice(0, 4)}-01-01`, to: today }
    case "since":
    case "until":
      return { kind, day: today }
  }
}
