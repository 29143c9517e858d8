import type { ConditionOf, ProfileField } from "./conditions"
import { comingBirthdays, comingDays, daysOf } from "./instants"
import { negatedIf, OPERATORS, type Leaf, type LeafContext, type Put } from "./sql-leaf"

/** The columns that a rule may name: nothing else ever gets into a statement by name. */
const COLUMNS: Record<Exclude<ProfileField, "email_domain">, string> = {
  name: `nullif(concat_ws(' ', c.first_name, c.last_name), '')`,
  first_name: "c.first_name",
  last_name: "c.last_name",
  locale: "c.locale",
  country: "c.country",
  time_zone: "c.time_zone",
}

/** The address that speaks for the person. */
export const ADDRESS = `SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary`

export function profileLeaf(condition: ConditionOf<"profile">, { put }: LeafContext): Leaf {
  const { field } = condition
  if (field === "email_domain") return domainLeaf(condition, put)
  const column = COLUMNS[field]
  if (asksWhetherKnown(condition)) return { text: `${column} IS ${condition.op === "known" ? "NOT NULL" : "NULL"}` }
  if (condition.op === "contains")
    return { text: containsAny(`mailroom.fold_text(${column})`, put(condition.values)), isNullable: true }
  return negatedIf(condition.op === "is_not", { text: isOneOf(field, condition.values, put), isNullable: true })
}

/** Names whatever their case and accents; "de" is also de-AT, "de-AT" only itself. */
function isOneOf(field: Exclude<ProfileField, "email_domain">, values: string[], put: Put): string {
  const column = COLUMNS[field]
  if (field === "country") return `${column} = ANY(${put(values.map((one) => one.toUpperCase()))}::text[])`
  if (field === "time_zone") return `${column} = ANY(${put(values)}::text[])`
  if (field === "locale") {
    const all = put(values)
    return `(${column} = ANY(${all}::text[]) OR split_part(${column}, '-', 1) = ANY(${all}::text[]))`
  }
  return `mailroom.fold_text(${column}) = ANY(ARRAY(SELECT mailroom.fold_text(v) FROM unnest(${put(values)}::text[]) v))`
}

function containsAny(text: string, values: string): string {
  return `EXISTS (SELECT FROM unnest(${values}::text[]) v WHERE strpos(${text}, mailroom.fold_text(v)) > 0)`
}

function domainLeaf(condition: ConditionOf<"profile">, put: Put): Leaf {
  if (asksWhetherKnown(condition))
    return negatedIf(condition.op === "unknown", { text: `EXISTS (${ADDRESS} AND a.domain IS NOT NULL)` })
  const domains = put(condition.values.map((one) => one.toLowerCase().replace(/^@/, "")))
  if (condition.op === "contains")
    return {
      text: `EXISTS (${ADDRESS} AND EXISTS (SELECT FROM unnest(${domains}::text[]) v WHERE strpos(a.domain, v) > 0))`,
    }
  return negatedIf(condition.op === "is_not", { text: `EXISTS (${ADDRESS} AND a.domain = ANY(${domains}::text[]))` })
}

export function birthdayLeaf(condition: ConditionOf<"birthday">, { put, clock }: LeafContext): Leaf {
  switch (condition.op) {
    case "known":
      return { text: `c.birthday IS NOT NULL` }
    case "unknown":
      return { text: `c.birthday IS NULL` }
    case "in_months":
      return { text: `extract(month FROM c.birthday) = ANY(${put(condition.months)}::int[])`, isNullable: true }
    case "on":
      return onDays([`${two(condition.month)}-${two(condition.day)}`], put)
    case "within":
      return onDays(comingBirthdays(condition.days, clock), put)
  }
}

const onDays = (days: string[], put: Put): Leaf => ({
  text: `to_char(c.birthday, 'MM-DD') = ANY(${put(days)}::text[])`,
  isNullable: true,
})

/** Values are compared only when they have the field's type: what an old import left behind simply does not hold. */
export function fieldLeaf(condition: ConditionOf<"field">, context: LeafContext): Leaf {
  const { put } = context
  if (asksWhetherKnown(condition))
    return negatedIf(condition.op === "unknown", { text: `c.fields ? ${put(condition.key)}::text` })
  switch (condition.type) {
    case "text":
      if (condition.op === "contains")
        return {
          text: containsAny(`mailroom.fold_text(c.fields->>${put(condition.key)}::text)`, put(condition.values)),
          isNullable: true,
        }
      return negatedIf(condition.op === "is_not", hasValue(condition.key, condition.values, put))
    case "choice":
      return negatedIf(condition.op === "is_not", hasValue(condition.key, condition.values, put))
    case "boolean":
      return hasValue(condition.key, [condition.value], put)
    case "number":
      return numberField(condition, put)
    case "date":
      return dateField(condition, context)
  }
}

/** By index contact_fields. */
function hasValue(key: string, values: unknown[], put: Put): Leaf {
  const each = values.map((value) => `c.fields @> ${put(JSON.stringify({ [key]: value }))}::jsonb`)
  return { text: each.length === 1 ? each[0]! : `(${each.join(" OR ")})` }
}

function numberField(condition: Extract<ConditionOf<"field">, { type: "number"; value: number }>, put: Put): Leaf {
  const key = `${put(condition.key)}::text`
  const number = `CASE WHEN jsonb_typeof(c.fields->${key}) = 'number' THEN (c.fields->>${key})::numeric END`
  const text =
    condition.op === "between"
      ? `${number} BETWEEN ${put(condition.value)}::numeric AND ${put(condition.to)}::numeric`
      : `${number} ${OPERATORS[condition.op]} ${put(condition.value)}::numeric`
  return { text, isNullable: true }
}

type DateCondition = Extract<ConditionOf<"field">, { type: "date"; op: "within" | "next" | "is" }>

/** Days are stored as YYYY-MM-DD, whose order as text is that of the calendar. */
function dateField(condition: DateCondition, { put, clock }: LeafContext): Leaf {
  const value = `(c.fields->>${put(condition.key)}::text) COLLATE "C"`
  const { from, to } = spanOf(condition, clock)
  const bounds = [from && `${value} >= ${put(from)}`, to && `${value} <= ${put(to)}`].filter(Boolean)
  return { text: bounds.join(" AND "), isNullable: true }
}

function spanOf(condition: DateCondition, clock: LeafContext["clock"]) {
  if (condition.op === "within") return daysOf(condition.within, clock)
  return condition.op === "next" ? comingDays(condition.days, clock) : { from: condition.day, to: condition.day }
}

/** By index contact_tags. */
export function tagLeaf({ op, tags }: ConditionOf<"tag">, { put }: LeafContext): Leaf {
  if (op === "all") return { text: `c.tags @> ${put(tags)}::text[]` }
  return negatedIf(op === "none", { text: `c.tags && ${put(tags)}::text[]` })
}

/** The state of the person's own word; "none" = neither joined nor left. */
export function topicLeaf({ topic_id: topicId, state }: ConditionOf<"topic">, { put }: LeafContext): Leaf {
  const rows = `
    SELECT FROM mailroom.contact_address a JOIN mailroom.subscription u ON u.address_id = a.id
    WHERE a.contact_id = c.id AND a.is_primary AND u.topic_id = ${put(topicId)}`
  return state === "none" ? { text: `NOT EXISTS (${rows})` } : { text: `EXISTS (${rows} AND u.state = ${put(state)})` }
}

export function consentLeaf({ states }: ConditionOf<"consent">, { put }: LeafContext): Leaf {
  return { text: `EXISTS (${ADDRESS} AND a.marketing = ANY(${put(states)}::text[]))` }
}

function two(n: number): string {
  return String(n).padStart(2, "0")
}

type Asking = { op: "known" | "unknown" }

function asksWhetherKnown<Given extends { op: string }>(condition: Given): condition is Extract<Given, Asking> {
  return condition.op === "known" || condition.op === "unknown"
}
