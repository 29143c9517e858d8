import type { Statement } from "../database"

export type SegmentPerson = { id: string; first_name: string | null; last_name: string | null; email: string | null }

/**
 * For what is read once over many rows. Half a second of compiling (jit) is worth nothing here, and sets of a million ids
 * are hashed only if there is room for them. On one core: parallel workers would each group and hash the same rows, three
 * times the work for the same answer, while mails want the other core. Holds for the transaction alone.
 */
export function limitReading(milliseconds: number): Statement {
  return {
    text: `SELECT set_config('statement_timeout', $1, true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true),
      set_config('max_parallel_workers_per_gather', '0', true)`,
    values: [String(milliseconds)],
  }
}

/** `members` is what core/segments/compile made: `SELECT c.id …`. */
export function countMembers(members: Statement): Statement {
  return { text: `SELECT count(*)::int AS n FROM (${members.text}) member`, values: members.values }
}

/** Newest first, from `after` on. */
export function selectMemberPage(members: Statement, page: { after: string | null; limit: number }): Statement {
  const values = [...members.values]
  const put = (value: unknown) => `$${values.push(value)}`
  return {
    text: `
      WITH member AS (
        SELECT id FROM (${members.text}) found
        ${page.after === null ? "" : `WHERE id < ${put(page.after)}::uuid`}
        ORDER BY id DESC LIMIT ${put(page.limit)}::int
      )
      SELECT c.id, c.first_name, c.last_name, a.email
      FROM member JOIN mailroom.contact c USING (id)
      LEFT JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      ORDER BY c.id DESC`,
    values,
  }
}

/** Puts everybody whom a rule finds onto a list, in the order of its index; who is on it already stays. */
export function copyMembers(members: Statement, listId: string): Statement {
  const values = [...members.values, listId]
  return {
    text: `
      INSERT INTO mailroom.segment_member (segment_id, contact_id)
      SELECT $${values.length}, id FROM (${members.text}) found ORDER BY id
      ON CONFLICT DO NOTHING`,
    values,
  }
}

/** Of those ids the ones that are contacts and not erased; `added` counts who was not on the list yet. */
export function addListMembers(listId: string, contactIds: string[]): Statement {
  return {
    text: `
      WITH added AS (
        INSERT INTO mailroom.segment_member (segment_id, contact_id)
        SELECT $1, id FROM mailroom.contact WHERE id = ANY($2::uuid[]) AND erased_at IS NULL
        ON CONFLICT DO NOTHING RETURNING contact_id
      )
      SELECT count(*)::int AS n FROM added`,
    values: [listId, contactIds],
  }
}

export function removeListMembers(listId: string, contactIds: string[]): Statement {
  return {
    text: `
      WITH removed AS (
        DELETE FROM mailroom.segment_member WHERE segment_id = $1 AND contact_id = ANY($2::uuid[]) RETURNING contact_id
      )
      SELECT count(*)::int AS n FROM removed`,
    values: [listId, contactIds],
  }
}

/**
 * Where each buyer stands among all, in fifths by value: who has the same figure is in the same fifth, the lowest that
 * fits (of ten people seven with one order are in the first fifth, not in four of them). Money is compared among those who
 * pay mostly in the same currency. Who has no order any more goes.
 */
export function refreshRfm(): Statement {
  const fifth = (window: string) => `least(5, 1 + floor(5 * percent_rank() OVER (${window})))::smallint`
  return {
    text: `
      WITH buyer AS (
        SELECT contact_id, max(last_order_at) AS last_at, sum(order_count) AS orders,
          (array_agg(currency ORDER BY order_count DESC, net_spend DESC, currency))[1] AS currency,
          (array_agg(net_spend ORDER BY order_count DESC, net_spend DESC, currency))[1] AS spend
        FROM mailroom.contact_purchase_total GROUP BY contact_id
      ),
      ranked AS MATERIALIZED (
        SELECT contact_id, ${fifth("ORDER BY last_at")} AS recency, ${fifth("ORDER BY orders")} AS frequency,
          ${fifth("PARTITION BY currency ORDER BY spend")} AS monetary
        FROM buyer
      ),
      gone AS (
        DELETE FROM mailroom.contact_rfm r WHERE NOT EXISTS (SELECT FROM ranked k WHERE k.contact_id = r.contact_id)
      )
      INSERT INTO mailroom.contact_rfm AS r (contact_id, recency, frequency, monetary)
      SELECT contact_id, recency, frequency, monetary FROM ranked
      ON CONFLICT (contact_id) DO UPDATE SET recency = excluded.recency, frequency = excluded.frequency, monetary = excluded.monetary
      WHERE (r.recency, r.frequency, r.monetary) IS DISTINCT FROM (excluded.recency, excluded.frequency, excluded.monetary)`,
    values: [],
  }
}
