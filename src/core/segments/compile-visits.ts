import type { ConditionOf } from "./conditions"
import { ADDRESS } from "./compile-person"
import { instantsOf } from "./instants"
import { inSet, negated, within, type Leaf, type LeafContext } from "./sql-leaf"
import { pageOf } from "../visits/page-of"

type VisitCondition = ConditionOf<"visit">

/** Of somebody who did not agree, or took it back, visits are unknown: neither "came" nor "did not come" holds. */
const TRACKED = `EXISTS (${ADDRESS} AND a.tracking = 'granted')`

/**
 * Visits of the site, pages of a part of it, looks at products and at categories. A visit of the site ends after half an
 * hour without a page; of the others each page counts.
 */
export function visitLeaf(condition: VisitCondition, context: LeafContext): Leaf {
  const came = inSet(visitors(condition, context))
  return { text: `${TRACKED} AND ${condition.op === "has" ? came.text : negated(came).text}` }
}

function visitors(condition: VisitCondition, context: LeafContext): string {
  return (condition.what === "site" ? fromVisitors(condition, context) : null) ?? fromVisits(condition, context)
}

/** The row that each visitor has, where it knows the answer: visits are forgotten after a time, it is not. */
function fromVisitors({ times = 1, within: span }: VisitCondition, { put, clock }: LeafContext): string | null {
  const from = `SELECT v.contact_id FROM mailroom.visitor v`
  if (!span) return times > 1 ? `${from} WHERE v.visits >= ${put(times)}::int` : from
  const { from: start, before } = instantsOf(span, clock)
  if (times > 1 || (start && before)) return null
  if (start) return `${from} WHERE v.last_visit_at >= ${put(start.toISOString())}::timestamptz`
  return `${from} WHERE v.first_visit_at < ${put(before!.toISOString())}::timestamptz`
}

function fromVisits(condition: VisitCondition, context: LeafContext): string {
  const { times = 1 } = condition
  const which = seen(condition, context)
  const when = within("v.at", condition.within, context)
  const often = times > 1 ? ` GROUP BY v.contact_id HAVING count(*) >= ${context.put(times)}::int` : ""
  return `SELECT v.contact_id FROM mailroom.visit v
    WHERE ${which}${when}${often}`
}

/**
 * By indexes visit_subject and visit_page. A category is its own page or a product in it, as of now; a part of the shop is
 * its page or one below it ("0" follows "/", so that the bounds are those of everything that begins with the path).
 */
function seen(condition: VisitCondition, { put }: LeafContext): string {
  switch (condition.what) {
    case "site":
      return `v.kind = 'site'`
    case "section": {
      const { path } = pageOf(condition.section)
      const page = `v.path COLLATE "C"`
      return `v.kind = 'page' AND (${page} = ${put(path)} OR (${page} >= ${put(`${path}/`)} AND ${page} < ${put(`${path}0`)}))`
    }
    case "product":
      return `v.kind = 'product' AND v.subject_id = ANY(${put(condition.ids)}::text[])`
    case "category": {
      const ids = `${put(condition.ids)}::text[]`
      return `v.subject_id IN (
      SELECT unnest(${ids}) UNION SELECT x.product_id FROM mailroom.product x WHERE x.category_ids && ${ids})`
    }
  }
}
