import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  PROFILE_FIELDS,
  SEARCHED_FIELDS,
  type ConditionOf,
  type ProfileField,
} from "../../../src/core/segments/conditions"
import { NumberInput, OneOf, SomeOf, WordsInput } from "./form-parts"
import { useFormText, type FormProps } from "./use-form-text"

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export function ProfileForm({ condition, choices, onChange }: FormProps<"profile">) {
  const { form, op } = useFormText()
  const values = "values" in condition ? condition.values : []
  const ops = SEARCHED_FIELDS.includes(condition.field)
    ? (["is", "is_not", "contains", "known", "unknown"] as const)
    : (["is", "is_not", "known", "unknown"] as const)
  const made = (field: ProfileField, how: string, words: string[]) => {
    const fits = how === "contains" && !SEARCHED_FIELDS.includes(field) ? "is" : how
    const isAsking = fits === "known" || fits === "unknown"
    return { kind: "profile", field, op: fits, ...(isAsking ? {} : { values: words }) } as ConditionOf<"profile">
  }
  return (
    <>
      <OneOf
        label={form("what")}
        value={condition.field}
        values={PROFILE_FIELDS}
        textOf={(one) => form(`profile.${one}`)}
        onChange={(field) => onChange(made(field, condition.op, []))}
      />
      <OneOf
        label={form("how")}
        value={condition.op}
        values={ops}
        textOf={op}
        onChange={(how) => onChange(made(condition.field, how, values))}
      />
      {"values" in condition && (
        <WordsInput
          key={condition.field}
          label={form("value")}
          value={condition.values}
          known={condition.field === "country" ? choices.countries : []}
          hint={condition.field === "country" || condition.field === "locale" ? form(condition.field) : undefined}
          onChange={(words) => onChange({ ...condition, values: words })}
        />
      )}
    </>
  )
}

export function BirthdayForm({ condition, onChange }: FormProps<"birthday">) {
  const { form, op } = useFormText()
  const { i18n } = useTranslation()
  const month = new Intl.DateTimeFormat(i18n.language || "en", { month: "long", timeZone: "UTC" })
  const monthName = (n: number) => month.format(new Date(Date.UTC(2024, n - 1, 1)))
  const made: Record<ConditionOf<"birthday">["op"], ConditionOf<"birthday">> = {
    within: { kind: "birthday", op: "within", days: 7 },
    in_months: { kind: "birthday", op: "in_months", months: [1] },
    on: { kind: "birthday", op: "on", month: 1, day: 1 },
    known: { kind: "birthday", op: "known" },
    unknown: { kind: "birthday", op: "unknown" },
  }
  return (
    <>
      <OneOf
        label={form("how")}
        value={condition.op}
        values={["within", "in_months", "on", "known", "unknown"] as const}
        textOf={(one) => (one === "within" ? form("birthdayWithin") : op(one))}
        onChange={(how) => onChange(made[how])}
      />
      {condition.op === "within" && (
        <NumberInput
          label={form("days")}
          min={0}
          value={condition.days}
          onChange={(days) => onChange({ ...condition, days })}
        />
      )}
      {condition.op === "in_months" && (
        <SomeOf
          label={form("month")}
          value={condition.months}
          values={MONTHS}
          textOf={monthName}
          onChange={(months) => onChange({ ...condition, months })}
        />
      )}
      {condition.op === "on" && (
        <>
          <NumberInput
            label={form("day")}
            min={1}
            value={condition.day}
            onChange={(day) => onChange({ ...condition, day })}
          />
          <OneOf
            label={form("month")}
            value={String(condition.month)}
            values={MONTHS.map(String)}
            textOf={(one) => monthName(Number(one))}
            onChange={(one) => onChange({ ...condition, month: Number(one) })}
          />
        </>
      )}
    </>
  )
}

export function TagForm({ condition, choices, onChange }: FormProps<"tag">) {
  const { form, op } = useFormText()
  return (
    <>
      <OneOf
        label={form("how")}
        value={condition.op}
        values={["any", "all", "none"] as const}
        textOf={op}
        onChange={(how) => onChange({ ...condition, op: how })}
      />
      <WordsInput
        label={form("tags")}
        value={condition.tags}
        known={choices.tags}
        onChange={(tags) => onChange({ ...condition, tags })}
      />
    </>
  )
}

export function TopicForm({ condition, choices, onChange }: FormProps<"topic">) {
  const { form } = useFormText()
  return (
    <>
      <OneOf
        label={form("topic")}
        value={condition.topic_id}
        values={choices.topics.map(({ id }) => id)}
        textOf={(id) => choices.topics.find((one) => one.id === id)?.name ?? id}
        onChange={(topicId) => onChange({ ...condition, topic_id: topicId })}
      />
      <OneOf
        label={form("how")}
        value={condition.state}
        values={["subscribed", "pending", "unsubscribed", "none"] as const}
        textOf={(one) => form(`topicState.${one}`)}
        onChange={(state) => onChange({ ...condition, state })}
      />
    </>
  )
}

export function ConsentForm({ condition, onChange }: FormProps<"consent">) {
  const { form } = useFormText()
  return (
    <SomeOf
      label={form("what")}
      value={condition.states}
      values={["subscribed", "pending", "never_asked", "unsubscribed"] as const}
      textOf={(one) => form(`consent.${one}`)}
      onChange={(states) => onChange({ ...condition, states })}
    />
  )
}

export function SegmentForm({ condition, choices, onChange }: FormProps<"segment">) {
  const { form, op } = useFormText()
  if (choices.segments.length === 0) return <Text size="small">{form("noSegments")}</Text>
  return (
    <>
      <OneOf
        label={form("how")}
        value={condition.op}
        values={["in", "not_in"] as const}
        textOf={op}
        onChange={(how) => onChange({ ...condition, op: how })}
      />
      <OneOf
        label={form("segment")}
        value={condition.segment_id}
        values={choices.segments.map(({ id }) => id)}
        textOf={(id) => choices.segments.find((one) => one.id === id)?.name ?? id}
        onChange={(id) => onChange({ ...condition, segment_id: id })}
      />
    </>
  )
}
