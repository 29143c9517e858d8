import { z } from "zod"
import { catalogue } from "../catalogue"
import { formFields, type JsonSchema } from "./form-fields"

const fieldsOf = (schema: z.ZodType) =>
  formFields(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema)

describe("formFields", () => {
  it("makes a field of each setting, in the order of the schema", () => {
    const fields = fieldsOf(
      z.object({
        amount: z.number().int().min(1).max(365),
        unit: z.enum(["minutes", "days"]).default("days"),
        isSecret: z.boolean().default(false),
        text: z.string().max(5000),
        url: z.url(),
      }),
    )
    expect(fields).toMatchObject([
      { key: "amount", kind: "number", isWhole: true, min: 1, max: 365, isOptional: false },
      { key: "unit", kind: "choice", values: ["minutes", "days"], isOptional: false },
      { key: "isSecret", kind: "yes_no" },
      { key: "text", kind: "text", isLong: true },
      { key: "url", kind: "url" },
    ])
  })

  it("chooses things by name where the setting is an id, and knows which may stay empty", () => {
    expect(
      fieldsOf(
        z.object({
          segmentId: z.string(),
          topicId: z.string().nullable().default(null),
          senderId: z.string().optional(),
        }),
      ),
    ).toMatchObject([
      { kind: "pick", what: "segment", isOptional: false },
      { kind: "pick", what: "topic", isOptional: true },
      { kind: "pick", what: "sender", isOptional: true },
    ])
  })

  it("asks for lists of words, of choices and of things with fields of their own", () => {
    expect(
      fieldsOf(
        z.object({
          bcc: z.array(z.email()),
          add: z.array(z.string()),
          days: z.array(z.enum(["mon", "tue"])),
          arms: z.array(z.object({ id: z.string(), percent: z.number() })),
        }),
      ),
    ).toMatchObject([
      { key: "bcc", kind: "words", isAddresses: true },
      { key: "add", kind: "words", isAddresses: false },
      { key: "days", kind: "choices", values: ["mon", "tue"] },
      { key: "arms", kind: "list", fields: [{ key: "id" }, { key: "percent", kind: "number" }] },
    ])
  })

  it("ticks numbers of a narrow range, as days of the week", () => {
    const weekdays = z.array(z.number().int().min(1).max(7))
    expect(fieldsOf(z.object({ weekdays, years: z.array(z.number()) }))).toMatchObject([
      { kind: "choices", values: [1, 2, 3, 4, 5, 6, 7] },
      { kind: "numbers" },
    ])
  })

  it("asks first which kind where settings are one of several", () => {
    const schema = z.object({
      until: z.discriminatedUnion("by", [
        z.object({ by: z.literal("day"), day: z.iso.date() }),
        z.object({ by: z.literal("time"), hour: z.number() }),
      ]),
    })
    expect(fieldsOf(schema)).toMatchObject([
      {
        key: "until",
        kind: "variants",
        by: "by",
        variants: [
          { value: "day", fields: [{ key: "day", kind: "day" }] },
          { value: "time", fields: [{ key: "hour", kind: "number" }] },
        ],
      },
    ])
  })

  it("tells variants by the word that differs, not by one that all may have", () => {
    const to = z.enum(["to", "cc"])
    const schema = z.discriminatedUnion("by", [
      z.object({ field: to, by: z.literal("address"), value: z.string() }),
      z.object({ field: to, by: z.literal("metadata"), value: z.string() }),
    ])
    expect(fieldsOf(schema)).toMatchObject([{ by: "by", variants: [{ value: "address" }, { value: "metadata" }] }])
  })

  it("looks for goods where ids are asked, of the kind that it is about", () => {
    const schema = z.toJSONSchema(z.object({ ids: z.array(z.string()) })) as JsonSchema
    expect(formFields(schema, "item.bought")).toMatchObject([{ kind: "goods", what: "product" }])
    expect(formFields(schema, "category.viewed")).toMatchObject([{ kind: "goods", what: "category" }])
  })

  it("tells by which setting is there where no word does", () => {
    expect(fieldsOf(z.union([z.object({ segmentId: z.string() }), z.object({ name: z.string() })]))).toMatchObject([
      { kind: "variants", by: null, variants: [{ value: "segmentId" }, { value: "name" }] },
    ])
  })

  it("takes the words that a developer gave to a setting of a registered action", () => {
    const schema = z.object({ points: z.number().meta({ title: "Points", description: "Added to the balance." }) })
    expect(fieldsOf(schema)).toMatchObject([{ key: "points", title: "Points", hint: "Added to the balance." }])
  })

  const points = {
    id: "credit_points",
    label: "Credit points",
    schema: z.toJSONSchema(z.object({ points: z.number() })),
  }
  const { nodes, triggers, filters } = catalogue([points])

  it.each([...nodes, ...triggers, ...filters].map(({ kind, schema }) => [kind, schema] as const))(
    "has a form without raw JSON for every setting of %s",
    (kind, schema) => {
      expect(JSON.stringify(formFields(schema as JsonSchema, kind))).not.toContain('"kind":"json"')
    },
  )

  it("asks which of the shop's own actions, by its name, and then for that action's settings", () => {
    const { schema } = nodes.find(({ kind }) => kind === "own_action")!
    expect(formFields(schema as JsonSchema)).toMatchObject([
      { by: "actionId", variants: [{ value: "credit_points", title: "Credit points", fields: [{ key: "settings" }] }] },
    ])
    expect(catalogue([]).nodes.some(({ kind }) => kind === "own_action")).toBe(false)
  })
})
