import type { ContactFilter } from "../../../core/reports/contact-filter"
import { STOPPING_REASONS, type EmailState, type StoppedState } from "../../../core/reports/email-state"
import type { Statement } from "../database"
import { escapeLike } from "./outbox"

/**
 * The ids of a filter's people, newest first: `c` is the contact, `a` its primary address, `t` its search text. Only the
 * parts that are asked for stand in the statement, so that each can use its index: contact_search_text,
 * contact_address_marketing, contact_tags, contact_fields, contact_country, subscription_topic. Who is stopped is found
 * by address and by domain in two branches: with an OR between them the planner could only try everybody.
 */
export function idsOf(
  filter: ContactFilter,
  values: unknown[],
  page: { after?: string | null; limit?: number },
): string {
  const put = (value: unknown) => `$${values.push(value)}`
  const after = page.after ? [`c.id < ${put(page.after)}::uuid`] : []
  const limit = page.limit === undefined ? "" : `LIMIT ${put(page.limit)}`
  const common = [...conditionsOf(filter, put), ...after]
  const branches = isStopped(filter.state)
    ? stoppedConditions(filter.state, put).map((one) => [...common, one])
    : [common]
  const found = branches.map(
    (conditions) => `
      (SELECT c.id FROM mailroom.contact c
       JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
       ${filter.q ? "JOIN mailroom.contact_search t ON t.contact_id = c.id" : ""}
       WHERE ${conditions.length > 0 ? conditions.join("\n         AND ") : "true"}
       ORDER BY c.id DESC ${limit})`,
  )
  return found.length === 1 ? found[0]! : `(${found.join(" UNION ")} ORDER BY id DESC ${limit})`
}

function conditionsOf(filter: ContactFilter, put: (value: unknown) => string): string[] {
  const words = filter.q?.split(/\s+/).filter(Boolean) ?? []
  const field = filter.field && JSON.stringify({ [filter.field.key]: filter.field.value })
  return [
    ...words.map((word) => `t.text LIKE mailroom.fold_text(${put(`%${escapeLike(word)}%`)}::text)`),
    ...(filter.state === null ? [] : stateConditions(filter.state, put)),
    ...(filter.topicId === null
      ? []
      : [
          `EXISTS (SELECT FROM mailroom.subscription u
             WHERE u.address_id = a.id AND u.topic_id = ${put(filter.topicId)} AND u.state = 'subscribed')`,
        ]),
    ...(filter.tag === null ? [] : [`c.tags @> ARRAY[${put(filter.tag)}::text]`]),
    ...(filter.country === null ? [] : [`c.country = ${put(filter.country)}`]),
    ...(field === null ? [] : [`c.fields @> ${put(field)}::jsonb`]),
    ...(filter.quality === null
      ? []
      : [
          `EXISTS (SELECT FROM mailroom.contact_quality q WHERE q.contact_id = c.id AND q.kind = ${put(filter.quality)}
             AND (q.kind <> 'duplicate' OR q.other_contact_id IS NOT NULL))`,
        ]),
    ...(filter.customerId === null
      ? []
      : [`c.id IN (SELECT contact_id FROM mailroom.contact_customer WHERE customer_id = ${put(filter.customerId)})`]),
    ...(filter.ids === null ? [] : [`c.id = ANY(${put(filter.ids)}::uuid[])`]),
  ]
}

/** In the order and words of core/reports/email-state. */
function stateConditions(state: EmailState, put: (value: unknown) => string): string[] {
  if (state === "erased") return [`c.erased_at IS NOT NULL`]
  if (state === "no_address") return [`c.erased_at IS NULL`, `a.email IS NULL`]
  const reachable = [`c.erased_at IS NULL`, `a.email IS NOT NULL`]
  const graver = isStopped(state) ? STOPPED_STATES.slice(0, STOPPED_STATES.indexOf(state)) : STOPPED_STATES
  const reasons = graver.flatMap((one) => [...STOPPING_REASONS[one]])
  return [
    ...reachable,
    ...(isStopped(state) ? [] : marketingConditions(state, put)),
    ...(reasons.length > 0 ? notStopped(put(reasons)) : []),
  ]
}

const STOPPED_STATES = Object.keys(STOPPING_REASONS) as StoppedState[]
const isStopped = (state: EmailState | null): state is StoppedState => state !== null && state in STOPPING_REASONS

function marketingConditions(state: EmailState, put: (value: unknown) => string): string[] {
  if (state === "inactive") return [`a.marketing = 'subscribed'`, `c.fades_at <= mailroom.now()`]
  if (state === "active") return [`a.marketing = 'subscribed'`, `(c.fades_at IS NULL OR c.fades_at > mailroom.now())`]
  return [`a.marketing = ${put(state)}`]
}

/** A suppression that says more than "this person left": of the whole address or domain, and in force. */
const holds = (reasons: string) => `s.lifted_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > mailroom.now())
  AND s.scope <> 'topic' AND s.reason = ANY(${reasons})`

/** Two lookups by unique index per person, or one hash over all suppressions when everybody is asked for. */
function notStopped(reasons: string): string[] {
  return STOPPED_BY.map(
    (column) => `NOT EXISTS (SELECT FROM mailroom.suppression s WHERE s.${column} = a.${column} AND ${holds(reasons)})`,
  )
}

const STOPPED_BY = ["email_hash", "domain"] as const

function stoppedConditions(state: StoppedState, put: (value: unknown) => string): string[] {
  const reasons = put([...STOPPING_REASONS[state]])
  return STOPPED_BY.map(
    (column) => `EXISTS (SELECT FROM mailroom.suppression s WHERE s.${column} = a.${column} AND ${holds(reasons)})`,
  )
}

export type ContactListRow = {
  id: string
  first_name: string | null
  last_name: string | null
  locale: string | null
  country: string | null
  tags: string[]
  last_interaction_at: Date | null
  last_transaction_at: Date | null
  created_at: Date
  erased_at: Date | null
  is_faded: boolean
  email: string | null
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed" | null
  marketing_expires_at: Date | null
  customer_ids: string[]
  suppressions: { scope: string; reason: string }[]
}

/** One page, newest contacts first: first the ids by the filter alone, then what is shown of these few. */
export function selectContactPage(filter: ContactFilter, page: { after: string | null; limit: number }): Statement {
  const values: unknown[] = []
  return {
    text: `
      WITH page AS MATERIALIZED ${idsOf(filter, values, page)}
      SELECT c.id, c.first_name, c.last_name, c.locale, c.country, c.tags, c.last_interaction_at, c.last_transaction_at,
        c.created_at, c.erased_at, coalesce(c.fades_at <= mailroom.now(), false) AS is_faded, a.email, a.marketing,
        a.marketing_expires_at,
        ARRAY(SELECT customer_id FROM mailroom.contact_customer k WHERE k.contact_id = c.id ORDER BY customer_id) AS customer_ids,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('scope', s.scope, 'reason', s.reason)), '[]') FROM mailroom.suppression s
         WHERE (s.email_hash = a.email_hash OR s.domain = a.domain) AND s.lifted_at IS NULL
           AND (s.expires_at IS NULL OR s.expires_at > mailroom.now())) AS suppressions
      FROM page p JOIN mailroom.contact c USING (id)
      JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      ORDER BY c.id DESC`,
    values,
  }
}

/** How many, counted up to `most` + 1: beyond that nobody reads the last digit, and counting a million is no list. */
export function countContacts(filter: ContactFilter, most: number): Statement {
  const values: unknown[] = []
  return { text: `SELECT count(*)::int AS n FROM ${idsOf(filter, values, { limit: most + 1 })} found`, values }
}

/** The planner's figure of the whole table, as of the last ANALYZE; below zero before the first one. */
export function estimateContacts(): Statement {
  return {
    text: `SELECT reltuples::bigint::text AS n FROM pg_class WHERE oid = 'mailroom.contact'::regclass`,
    values: [],
  }
}

/** '' when the index of the search is there (or was made now), else the server's words why not. */
export function ensureSearchIndex(): Statement {
  return { text: `SELECT mailroom.ensure_search_index() AS problem`, values: [] }
}

export function selectHasSearchIndex(): Statement {
  return { text: `SELECT to_regclass('mailroom.contact_search_text') IS NOT NULL AS is_there`, values: [] }
}

export function selectTags(): Statement {
  return { text: `SELECT name FROM mailroom.tag ORDER BY name LIMIT 2000`, values: [] }
}

/** Countries that contacts have: one index lookup for each, whatever the number of contacts (index contact_country). */
export function selectCountries(): Statement {
  return {
    text: `
      WITH RECURSIVE found AS (
        (SELECT country FROM mailroom.contact WHERE country IS NOT NULL ORDER BY country LIMIT 1)
        UNION ALL
        SELECT (SELECT c.country FROM mailroom.contact c WHERE c.country > f.country ORDER BY c.country LIMIT 1)
        FROM found f WHERE f.country IS NOT NULL
      )
      SELECT country FROM found WHERE country IS NOT NULL`,
    values: [],
  }
}
