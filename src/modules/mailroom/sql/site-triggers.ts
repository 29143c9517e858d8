import type { Statement } from "../database"

export type Window = { after: Date; until: Date }

/** Visits of the site, one occurrence per visit; index visit_at. */
export function selectSiteVisits({ after, until }: Window): Statement {
  return {
    text: `
      SELECT v.id::text AS occurrence_key, v.contact_id, jsonb_build_object('path', v.path) AS payload, v.at
      FROM mailroom.visit v WHERE v.kind = 'site' AND v.at > $1 AND v.at <= $2`,
    values: [after, until],
  }
}

/** Pages of a section: one occurrence per person and day, however many pages. */
export function selectSectionVisits(section: string, { after, until }: Window): Statement {
  return {
    text: `
      SELECT concat_ws(':', v.contact_id, (v.at AT TIME ZONE 'UTC')::date) AS occurrence_key, v.contact_id,
        jsonb_build_object('path', v.path) AS payload, v.at
      FROM mailroom.visit v
      WHERE v.kind = 'page' AND v.at > $2 AND v.at <= $3 AND (v.path = $1 OR starts_with(v.path, $1 || '/'))`,
    values: [section, after, until],
  }
}

/** Products or categories that were looked at: one occurrence per person, thing and day. No ids: any. */
export function selectViews(kind: "product" | "category", ids: string[], { after, until }: Window): Statement {
  return {
    text: `
      SELECT concat_ws(':', v.contact_id, v.subject_id, (v.at AT TIME ZONE 'UTC')::date) AS occurrence_key, v.contact_id,
        jsonb_build_object($5::text, v.subject_id, 'path', v.path) AS payload, v.at
      FROM mailroom.visit v
      WHERE v.kind = $1 AND v.at > $3 AND v.at <= $4 AND (cardinality($2::text[]) = 0 OR v.subject_id = ANY($2))`,
    values: [kind, ids, after, until, `${kind}_id`],
  }
}

/**
 * A product that was looked at and then left: no other look at a product within the hours, nothing ordered and the
 * product in no cart since. Once per person and day.
 */
export function selectLeftViews(asked: { ids: string[]; hours: number; switchedOn: Date } & Window): Statement {
  return {
    text: `
      SELECT concat_ws(':', v.contact_id, (v.at AT TIME ZONE 'UTC')::date) AS occurrence_key, v.contact_id,
        jsonb_build_object('product_id', v.subject_id, 'path', v.path) AS payload, v.at
      FROM mailroom.visit v
      WHERE v.kind = 'product' AND v.at >= $5 AND v.at > $3::timestamptz - make_interval(hours => $2) AND v.at <= $4::timestamptz - make_interval(hours => $2)
        AND (cardinality($1::text[]) = 0 OR v.subject_id = ANY($1))
        AND NOT EXISTS (SELECT FROM mailroom.visit w WHERE w.contact_id = v.contact_id AND w.kind = 'product'
          AND w.at > v.at AND w.at <= v.at + make_interval(hours => $2))
        AND NOT EXISTS (SELECT FROM mailroom.purchase_order o WHERE o.contact_id = v.contact_id AND o.placed_at >= v.at)
        AND NOT EXISTS (SELECT FROM mailroom.cart k WHERE k.contact_id = v.contact_id AND k.last_activity_at >= v.at
          AND v.subject_id = ANY(k.product_ids))`,
    values: [asked.ids, asked.hours, asked.after, asked.until, asked.switchedOn],
  }
}
