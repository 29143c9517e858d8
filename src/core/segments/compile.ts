import type { Condition } from "./conditions"
import { birthdayLeaf, consentLeaf, fieldLeaf, profileLeaf, tagLeaf, topicLeaf } from "./compile-person"
import { boughtLeaf, cartLeaf, orderDateLeaf, ordersLeaf, rfmLeaf } from "./compile-shop"
import { mailLeaf } from "./compile-mail"
import { pollLeaf } from "./compile-polls"
import { visitLeaf } from "./compile-visits"
import type { Clock } from "./instants"
import { conditionsOf, type Clause, type Match, type Rule } from "./rule"
import { inSet, negated, negatedIf, type Leaf, type LeafContext } from "./sql-leaf"

/** What a segment is made of: a rule, or the people who were put on it by hand. */
export type SegmentSource = { kind: "rule"; rule: Rule } | { kind: "list"; id: string }

/** `segments`: every segment that the rule refers to, directly or through others. */
export type CompileContext = { clock: Clock; segments: ReadonlyMap<string, SegmentSource> }

export type Compiled = { text: string; values: unknown[] }

type Inner = LeafContext & CompileContext

/**
 * One statement: `SELECT c.id FROM mailroom.contact c …`, everybody in the segment, once each, in no order. A rule that
 * has costly conditions among others asks them only of those whom the others leave.
 */
export function compileMembers(
  source: SegmentSource,
  context: CompileContext,
  /** Only of these contacts: a costly rule is then asked of a few hundred people. */
  among?: readonly string[],
): Compiled {
  const values: unknown[] = []
  const inner = innerOf(values, context)
  const leaves = source.kind === "list" ? [listLeaf(source.id, inner)] : rootLeaves(source.rule, inner)
  const [quick, costly] = [leaves.filter((one) => !one.isCostly), leaves.filter((one) => one.isCostly)]
  const these = among ? ` AND c.id = ANY(${inner.put(among)}::uuid[])` : ""
  const everybody = `SELECT c.id FROM mailroom.contact c WHERE c.erased_at IS NULL${these}`
  const and = (list: Leaf[]) => list.map(({ text }) => `\n  AND (${text})`).join("")
  if (quick.length === 0 || costly.length === 0) return { text: `${everybody}${and(leaves)}`, values }
  return {
    text: `WITH near AS MATERIALIZED (${everybody}${and(quick)})
SELECT c.id FROM near JOIN mailroom.contact c USING (id) WHERE true${and(costly)}`,
    values,
  }
}

/** Each condition as a column of its own, asked of one person: no row when there is no such contact. */
export function compileClauses(rule: Rule, contactId: string, context: CompileContext): Compiled & { count: number } {
  const values: unknown[] = []
  const inner = innerOf(values, context)
  const leaves = conditionsOf(rule)
  const columns = leaves.map((one, n) => `((${conditionLeaf(one, inner).text}) IS TRUE) AS clause_${n}`)
  return {
    text: `SELECT ${["c.id", ...columns].join(",\n  ")}
FROM mailroom.contact c WHERE c.id = ${inner.put(contactId)}::uuid AND c.erased_at IS NULL`,
    values,
    count: leaves.length,
  }
}

function innerOf(values: unknown[], context: CompileContext): Inner {
  return { ...context, put: (value) => `$${values.push(value)}` }
}

/** The conditions that must all hold; a rule without any is everybody. */
function rootLeaves(rule: Rule, inner: Inner): Leaf[] {
  const leaves = rule.rules.map((one) => clauseLeaf(one, inner))
  if (leaves.length === 0 || rule.match === "all") return leaves
  return rule.match === "none" ? leaves.map(negated) : [combined("any", leaves)]
}

function clauseLeaf(clause: Clause, inner: Inner): Leaf {
  if (clause.kind !== "group") return conditionLeaf(clause, inner)
  return combined(
    clause.match,
    clause.rules.map((one) => clauseLeaf(one, inner)),
  )
}

function combined(match: Match, leaves: Leaf[]): Leaf {
  const parts = match === "none" ? leaves.map(negated) : leaves
  return {
    text: parts.map(({ text }) => `(${text})`).join(match === "any" ? " OR " : " AND "),
    isNullable: parts.some((one) => one.isNullable),
    isCostly: parts.some((one) => one.isCostly),
  }
}

function conditionLeaf(condition: Condition, inner: Inner): Leaf {
  switch (condition.kind) {
    case "profile":
      return profileLeaf(condition, inner)
    case "birthday":
      return birthdayLeaf(condition, inner)
    case "field":
      return fieldLeaf(condition, inner)
    case "tag":
      return tagLeaf(condition, inner)
    case "topic":
      return topicLeaf(condition, inner)
    case "consent":
      return consentLeaf(condition, inner)
    case "orders":
      return ordersLeaf(condition, inner)
    case "order_date":
      return orderDateLeaf(condition, inner)
    case "bought":
      return boughtLeaf(condition, inner)
    case "cart":
      return cartLeaf(condition, inner)
    case "visit":
      return visitLeaf(condition, inner)
    case "mail":
      return mailLeaf(condition, inner)
    case "poll":
      return pollLeaf(condition, inner)
    case "rfm":
      return rfmLeaf(condition, inner)
    case "segment":
      return segmentLeaf(condition, inner)
  }
}

function segmentLeaf({ op, segment_id: id }: Extract<Condition, { kind: "segment" }>, inner: Inner): Leaf {
  const source = inner.segments.get(id)
  if (!source) throw new TypeError(`Segment "${id}" was not given to the compiler.`)
  const leaf = source.kind === "list" ? listLeaf(source.id, inner) : ruleLeaf(source.rule, inner)
  return negatedIf(op === "not_in", leaf)
}

function ruleLeaf(rule: Rule, inner: Inner): Leaf {
  return rule.rules.length === 0 ? { text: "true" } : clauseLeaf({ ...rule, kind: "group" }, inner)
}

function listLeaf(id: string, { put }: LeafContext): Leaf {
  return inSet(`SELECT l.contact_id FROM mailroom.segment_member l WHERE l.segment_id = ${put(id)}`)
}
