/** The part of JSON Schema (2020-12, as zod writes it) that forms are made from. */
export type JsonSchema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  format?: string
  title?: string
  description?: string
  default?: unknown
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  maxLength?: number
  pattern?: string
  additionalProperties?: boolean | JsonSchema
}

/** What is chosen from a list of the shop's or of Mailroom's own things. */
export type Pickable =
  "segment" | "template" | "topic" | "sender" | "user" | "contact" | "mailing" | "supplier" | "poll" | "webhook"

type About = { key: string; title?: string; hint?: string; isOptional: boolean }
export type FormField = About &
  (
    | { kind: "text"; isLong: boolean; maxLength?: number }
    /** Words for another channel than mail, with what they become. */
    | { kind: "spoken"; channel: "sms" | "push"; maxLength?: number }
    | { kind: "address" | "url" | "day" | "time" | "moment" }
    | { kind: "number"; isWhole: boolean; min?: number; max?: number }
    | { kind: "yes_no" }
    | { kind: "choice"; values: string[] }
    | { kind: "choices"; values: (string | number)[] }
    | { kind: "words"; isAddresses: boolean }
    | { kind: "numbers" }
    /** `none`: what it means that nothing is chosen. */
    | { kind: "pick"; what: Pickable; isMany: boolean; none?: string }
    | { kind: "goods"; what: "product" | "category" | "sales_channel" | "region" }
    | { kind: "purchase" }
    | { kind: "rule" }
    | { kind: "group"; fields: FormField[] }
    | { kind: "list"; fields: FormField[] }
    /** `by` null: no word tells them apart, but which setting is there; `value` is its name. */
    | { kind: "variants"; by: string | null; variants: { value: string; title?: string; fields: FormField[] }[] }
    | { kind: "json" }
  )

const PICKED: Record<string, Pickable> = {
  segmentId: "segment",
  template: "template",
  templateId: "template",
  topicId: "topic",
  topicIds: "topic",
  senderId: "sender",
  assigneeId: "user",
  userId: "user",
  userIds: "user",
  mailingId: "mailing",
  supplierId: "supplier",
  supplierIds: "supplier",
  pollId: "poll",
  endpointId: "webhook",
}
const LONG_TEXTS = new Set(["text", "body", "note", "message", "description", "instructions"])
const LONG_FROM = 400

/**
 * The fields of a form for settings of this schema, in the order in which the schema has them. `about` is the kind that
 * they belong to: the ids of "category.viewed" are categories.
 */
export function formFields(schema: JsonSchema, about = ""): FormField[] {
  const union = variantsOf(schema)
  if (union) return [{ key: "", isOptional: false, ...union }]
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {})
    .filter(([, one]) => one.const === undefined)
    .map(([key, one]) => fieldOf(key, one, required.has(key)))
    .map((field) => (field.key === "ids" && field.kind === "words" ? { ...field, ...goodsOf(about) } : field))
}

const goodsOf = (about: string) =>
  ({
    kind: "goods",
    what: (["category", "sales_channel", "region"] as const).find((one) => about.startsWith(one)) ?? "product",
  }) as const

function fieldOf(key: string, given: JsonSchema, isRequired: boolean): FormField {
  const { schema, isNullable } = withoutNull(given)
  const about: About = {
    key,
    title: given.title ?? schema.title,
    hint: given.description ?? schema.description,
    isOptional: isNullable || (!isRequired && schema.default === undefined && given.default === undefined),
  }
  return { ...about, ...shapeOf(key, schema) } as FormField
}

type Shape<Field = FormField> = Field extends unknown ? Omit<Field, keyof About> : never

function shapeOf(key: string, schema: JsonSchema): Shape {
  const { properties } = schema
  if (PICKED[key] && schema.type !== "object")
    return { kind: "pick", what: PICKED[key], isMany: schema.type === "array" }
  const union = variantsOf(schema)
  if (union) return union
  if (isRule(key, schema)) return { kind: "rule" }
  if (properties && isPurchase(properties)) return { kind: "purchase" }
  if (schema.enum) return { kind: "choice", values: schema.enum.map(String) }
  switch (schema.type) {
    case "boolean":
      return { kind: "yes_no" }
    case "integer":
    case "number":
      return { kind: "number", isWhole: schema.type === "integer", min: lowest(schema), max: schema.maximum }
    case "string":
      return textShape(key, schema)
    case "array":
      return arrayShape(schema.items ?? {})
    case "object":
      return properties ? { kind: "group", fields: formFields(schema) } : { kind: "json" }
  }
  return { kind: "json" }
}

function textShape(key: string, { format, maxLength, pattern }: JsonSchema): Shape {
  if (format === "sms" || format === "push") return { kind: "spoken", channel: format, maxLength }
  if (format === "email") return { kind: "address" }
  if (format === "uri" || key === "url") return { kind: "url" }
  if (format === "date" || key === "day") return { kind: "day" }
  if (format === "date-time") return { kind: "moment" }
  if (pattern?.includes("T")) return { kind: "moment" }
  if (format === "time" || /^\^.*\\d.*:/.test(pattern ?? "")) return { kind: "time" }
  return { kind: "text", isLong: LONG_TEXTS.has(key) || (maxLength ?? 0) >= LONG_FROM, maxLength }
}

function arrayShape(items: JsonSchema): Shape {
  const { schema } = withoutNull(items)
  const values = schema.enum ?? literals(schema)
  if (values) return { kind: "choices", values: values as (string | number)[] }
  if (schema.type === "string") return { kind: "words", isAddresses: isAddress(schema) }
  if (schema.type === "integer" || schema.type === "number") return numbersShape(schema)
  if (schema.properties || variantsOf(schema)) return { kind: "list", fields: formFields(schema) }
  return { kind: "json" }
}

/** Days of the week are ticked; numbers without a narrow range are typed. */
function numbersShape({ type, minimum, maximum }: JsonSchema): Shape {
  const count = minimum === undefined || maximum === undefined ? Infinity : maximum - minimum + 1
  if (type !== "integer" || count > 12) return { kind: "numbers" }
  return { kind: "choices", values: Array.from({ length: count }, (_, n) => minimum! + n) }
}

/** Objects that are told apart by one property with a fixed word: zod's discriminated unions. A single one needs its word. */
function variantsOf(schema: JsonSchema): (Shape & { kind: "variants" }) | null {
  const options = (schema.oneOf ?? schema.anyOf)?.filter((one) => one.type !== "null")
  if (!options?.[0] || !options.every((one) => one.properties)) return null
  const by = Object.keys(options[0]!.properties!).find((key) =>
    areTold(options.map((one) => fixedWords(one.properties![key]))),
  )
  if (!by) return options.length > 1 ? byPresence(options) : null
  const variants = options.flatMap((one) =>
    fixedWords(one.properties![by])!.map((value) => ({
      value,
      title: one.title,
      fields: formFields(without(one, by)),
    })),
  )
  return { kind: "variants", by, variants }
}

/** Each has words, and no word stands in two. */
function areTold(words: (string[] | null)[]): boolean {
  const all = words.flatMap((one) => one ?? [])
  return words.every((one) => one !== null) && new Set(all).size === all.length
}

/** `{ segmentId } | { rule }`: each has a setting that no other has. */
function byPresence(options: JsonSchema[]): (Shape & { kind: "variants" }) | null {
  const keysOf = (one: JsonSchema) => Object.keys(one.properties!)
  const variants = options.map((one) => ({
    value: keysOf(one).find((key) => options.every((other) => other === one || !keysOf(other).includes(key))),
    fields: formFields(one),
  }))
  const isTold = (one: (typeof variants)[number]): one is { value: string; fields: FormField[] } => Boolean(one.value)
  return variants.every(isTold) ? { kind: "variants", by: null, variants } : null
}

function fixedWords(schema: JsonSchema | undefined): string[] | null {
  if (typeof schema?.const === "string") return [schema.const]
  return schema?.enum?.every((one) => typeof one === "string") ? (schema.enum as string[]) : null
}

function without(schema: JsonSchema, key: string): JsonSchema {
  const { [key]: _, ...properties } = schema.properties ?? {}
  return { ...schema, properties }
}

function withoutNull(schema: JsonSchema): { schema: JsonSchema; isNullable: boolean } {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((one) => one !== "null")
    return { schema: { ...schema, type: types[0] }, isNullable: types.length < schema.type.length }
  }
  const options = schema.anyOf ?? schema.oneOf
  const others = options?.filter((one) => one.type !== "null")
  if (!options || others!.length === options.length || others!.length !== 1) return { schema, isNullable: false }
  return { schema: { ...others![0]!, title: schema.title, description: schema.description }, isNullable: true }
}

function literals({ anyOf }: JsonSchema): unknown[] | null {
  return anyOf?.every((one) => one.const !== undefined) ? anyOf.map((one) => one.const) : null
}

/** Largest JavaScript integer: zod's word for "any". */
const lowest = ({ minimum, exclusiveMinimum }: JsonSchema): number | undefined => {
  const low = minimum ?? exclusiveMinimum
  return low === undefined || low <= Number.MIN_SAFE_INTEGER ? undefined : low
}

const isAddress = ({ format, pattern }: JsonSchema) => format === "email" || Boolean(pattern?.includes("@"))
/** A rule of a segment; its schema calls itself, so that what is written down of it may be empty. */
const isRule = (key: string, { type, properties }: JsonSchema) =>
  ((key === "matches" || key === "rule") && type === undefined) ||
  ["version", "match", "rules"].every((one) => properties && one in properties)
const isPurchase = (properties: object) => Object.keys(properties).sort().join() === "ids,kind"
