import type { Comparison, ConditionOf } from "./conditions"
import { cellsOf } from "./rfm-groups"
import { inSet, negatedIf, OPERATORS, within, type Leaf, type LeafContext } from "./sql-leaf"

/** Net of what was refunded: a refund takes its share of the net total, as contact_purchase_total counts it. */
const NET = `o.net_total - o.net_total * least(coalesce(o.refunded_total / nullif(o.total, 0), 0), 1)`

/**
 * From the totals that are kept per person, or from the orders when a time is given. Who never ordered has no row there:
 * a comparison that zero passes is asked the other way round. An average is only of those who have orders.
 */
export function ordersLeaf(condition: ConditionOf<"orders">, context: LeafContext): Leaf {
  const hasZero = condition.measure !== "average" && compares(0, condition.op, condition.value)
  const operator = OPERATORS[condition.op]
  const having = (figure: string) => {
    const test = `${figure} ${operator} ${context.put(condition.value)}::numeric`
    return hasZero ? `NOT (${test})` : test
  }
  const select = condition.within ? fromOrders(condition, context, having) : fromTotals(condition, context, having)
  return negatedIf(hasZero, inSet(select))
}

type Having = (figure: string) => string

function fromTotals(condition: ConditionOf<"orders">, { put }: LeafContext, having: Having): string {
  const from = `SELECT t.contact_id FROM mailroom.contact_purchase_total t`
  if (condition.measure === "count") return `${from} GROUP BY t.contact_id HAVING ${having("sum(t.order_count)")}`
  const figure = condition.measure === "net_spend" ? "t.net_spend" : "t.net_spend / t.order_count"
  return `${from} WHERE t.currency = ${put(condition.currency)} AND ${having(figure)}`
}

function fromOrders(condition: ConditionOf<"orders">, context: LeafContext, having: Having): string {
  const currency = condition.measure === "count" ? "" : ` AND o.currency = ${context.put(condition.currency)}`
  const figure = { count: "count(*)", net_spend: `sum(${NET})`, average: `avg(${NET})` }[condition.measure]
  return `SELECT o.contact_id FROM mailroom.purchase_order o
    WHERE o.canceled_at IS NULL${currency}${within("o.placed_at", condition.within, context)}
    GROUP BY o.contact_id HAVING ${having(figure)}`
}

export function orderDateLeaf({ which, within: span }: ConditionOf<"order_date">, context: LeafContext): Leaf {
  const date = which === "first" ? "min(t.first_order_at)" : "max(t.last_order_at)"
  return inSet(`SELECT t.contact_id FROM mailroom.contact_purchase_total t
    GROUP BY t.contact_id HAVING true${within(date, span, context)}`)
}

/**
 * Lines of orders that stand and were not wholly sent back. Cancelled orders are few and looked up by index
 * purchase_order_cancelled; the lines by purchase_product, or by purchase_contact for one person.
 */
export function boughtLeaf(condition: ConditionOf<"bought">, context: LeafContext): Leaf {
  if (condition.what === "anything")
    return negatedIf(
      condition.op === "never",
      inSet(`SELECT o.contact_id FROM mailroom.purchase_order o
    WHERE o.canceled_at IS NULL${within("o.placed_at", condition.within, context)}`),
    )
  const select = `SELECT p.contact_id FROM mailroom.purchase p
    WHERE p.quantity > p.returned_quantity AND ${thing(condition, context)}${within("p.placed_at", condition.within, context)}
      AND NOT EXISTS (SELECT FROM mailroom.purchase_order o WHERE o.order_id = p.order_id AND o.canceled_at IS NOT NULL)`
  return negatedIf(condition.op === "never", inSet(select))
}

/** Categories hold their descendants' products as of now (the read model keeps ancestors with each product). */
function thing(condition: Exclude<ConditionOf<"bought">, { what: "anything" }>, { put }: LeafContext): string {
  const ids = `${put(condition.ids)}::text[]`
  const products = (test: string) => `p.product_id IN (SELECT x.product_id FROM mailroom.product x WHERE ${test})`
  switch (condition.what) {
    case "product":
      return `p.product_id = ANY(${ids})`
    case "variant":
      return `p.variant_id = ANY(${ids})`
    case "category":
      return products(`x.category_ids && ${ids}`)
    case "collection":
      return products(`x.collection_id = ANY(${ids})`)
    case "product_tag":
      return products(`x.tag_ids && ${ids}`)
  }
}

/** open: with something in it, not ordered and not yet left behind. abandoned: left behind and never ordered. */
export function cartLeaf(condition: ConditionOf<"cart">, context: LeafContext): Leaf {
  const { put } = context
  const isOpen = condition.state === "open"
  const { worth, products } = condition
  const value = worth ? ` AND k.currency = ${put(worth.currency)} AND k.item_total >= ${put(worth.value)}::numeric` : ""
  const contents = products ? ` AND k.product_ids && ${put(products)}::text[]` : ""
  return negatedIf(
    condition.op === "has_not",
    inSet(`SELECT k.contact_id FROM mailroom.cart k
    WHERE k.completed_at IS NULL AND k.item_count > 0 AND k.abandoned_at IS ${isOpen ? "NULL" : "NOT NULL"}${value}${contents}${within(
      isOpen ? "k.last_activity_at" : "k.abandoned_at",
      condition.within,
      context,
    )}`),
  )
}

/** Fifths as of the last nightly run. Who never ordered is in none. */
export function rfmLeaf(condition: ConditionOf<"rfm">, { put }: LeafContext): Leaf {
  const { groups, recency, frequency, monetary } = condition
  const tests = [
    groups && `r.recency * 10 + r.frequency = ANY(${put(cellsOf(groups))}::int[])`,
    recency && `r.recency = ANY(${put(recency)}::int[])`,
    frequency && `r.frequency = ANY(${put(frequency)}::int[])`,
    monetary && `r.monetary = ANY(${put(monetary)}::int[])`,
  ].filter(Boolean)
  return inSet(`SELECT r.contact_id FROM mailroom.contact_rfm r WHERE ${tests.join(" AND ")}`)
}

export function compares(figure: number, op: Comparison, value: number): boolean {
  switch (op) {
    case "is":
      return figure === value
    case "less":
      return figure < value
    case "at_most":
      return figure <= value
    case "more":
      return figure > value
    case "at_least":
      return figure >= value
  }
}
