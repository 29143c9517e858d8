import { z } from "zod"
import { conditionSchema, type Condition } from "./conditions"

/** all: each of them holds. any: at least one. none: not one of them. */
export const MATCHES = ["all", "any", "none"] as const
export type Match = (typeof MATCHES)[number]

export type Group = { kind: "group"; match: Match; rules: Clause[] }
export type Clause = Group | Condition

/** A segment's rule as it is stored. `version` is that of this format, not of the segment. */
export type Rule = { version: 1; match: Match; rules: Clause[] }

export const DEEPEST = 4
export const MOST_CONDITIONS = 50

const KINDS = conditionSchema.options.flatMap((one) => kindsOf(one))

/** The kind is looked up first: an error then names the field of that condition, not "no kind of condition fits". */
const clauseSchema: z.ZodType<Clause> = z.lazy(() =>
  z.unknown().transform((given, ctx) => {
    const kind = (given as { kind?: unknown } | null)?.kind
    const schema = kind === "group" ? groupSchema : schemaOf(kind)
    if (!schema) {
      ctx.addIssue({
        code: "custom",
        message: `must have a known kind: group, ${[...new Set(KINDS.map(([name]) => name))].join(", ")}`,
        path: ["kind"],
      })
      return z.NEVER
    }
    const result = schema.safeParse(given)
    if (result.success) return result.data as Clause
    for (const issue of result.error.issues) ctx.addIssue({ ...firstOf(issue), input: undefined } as never)
    return z.NEVER
  }),
)

const groupSchema = z.strictObject({
  kind: z.literal("group"),
  match: z.enum(MATCHES),
  rules: z.array(clauseSchema).min(1, "must hold at least one condition").max(MOST_CONDITIONS),
})

/** Measured before anything is parsed: a body of ten thousand brackets must not end in a stack overflow. */
const shallow = z.unknown().refine((given) => isShallow(given, 4 * DEEPEST + 8), {
  message: `must not nest groups deeper than ${DEEPEST}.`,
})

const wholeRuleSchema = z
  .strictObject({
    version: z.literal(1),
    match: z.enum(MATCHES),
    rules: z.array(clauseSchema).max(MOST_CONDITIONS),
  })
  .superRefine((rule, ctx) => {
    const problem = sizeProblem(rule)
    if (problem) ctx.addIssue({ code: "custom", message: problem, path: ["rules"] })
  })

export const ruleSchema: z.ZodType<Rule> = shallow.pipe(wholeRuleSchema)

/** Everybody: what a new segment begins with. */
export const EVERYBODY_RULE: Rule = { version: 1, match: "all", rules: [] }

function sizeProblem(rule: Rule): string | null {
  const leaves = conditionsOf(rule).length
  if (leaves > MOST_CONDITIONS)
    return `must have at most ${MOST_CONDITIONS} conditions; it has ${leaves}. Put some of them into a segment of their own.`
  const depth = depthOf(rule.rules)
  return depth > DEEPEST ? `must not nest groups deeper than ${DEEPEST}; it is ${depth} deep.` : null
}

/** The leaves, in the order in which they are read. */
export function conditionsOf(rule: { rules: Clause[] }): Condition[] {
  return rule.rules.flatMap((one) => (one.kind === "group" ? conditionsOf(one) : [one]))
}

function depthOf(rules: Clause[]): number {
  return 1 + Math.max(0, ...rules.map((one) => (one.kind === "group" ? depthOf(one.rules) : 0)))
}

function isShallow(given: unknown, levels: number): boolean {
  if (typeof given !== "object" || given === null) return true
  return levels > 0 && Object.values(given).every((one) => isShallow(one, levels - 1))
}

function kindsOf(schema: z.ZodType): [string, z.ZodType][] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => kindsOf(one as z.ZodType))
  const kind = (schema as z.ZodObject<{ kind: z.ZodLiteral<string> }>).shape.kind.value
  return [[kind, schema]]
}

/** The variants of a kind, narrowed to those of the given op or type, where one fits. */
function schemaOf(kind: unknown): z.ZodType | null {
  const found = KINDS.filter(([name]) => name === kind).map(([, schema]) => schema)
  if (found.length === 0) return null
  return found.length === 1 ? found[0]! : z.union(found as [z.ZodType, z.ZodType])
}

type Issue = { code: string; path: PropertyKey[]; message: string; errors?: Issue[][] }

/** Of a union: the variant that came furthest, the one with the fewest complaints. */
function firstOf(issue: Issue): Issue {
  const [best] = [...(issue.errors ?? [])].sort((a, b) => a.length - b.length)
  if (!best?.[0]) return { ...issue, code: "custom" }
  const inner = firstOf(best[0])
  return { ...inner, path: [...issue.path, ...inner.path] }
}
