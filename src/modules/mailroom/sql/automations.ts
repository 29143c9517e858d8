import type { Statement } from "../database"

export type AutomationRow = {
  id: string
  builtin_key: string | null
  kind: "store_email" | "custom_action" | "autoresponder" | "automation"
  name: string
  state: "off" | "live" | "paused" | "draining"
  settings: Record<string, unknown>
  live_version_id: string | null
  switched_on_at: Date | null
  created_at: Date
  updated_at: Date
  draft: unknown
  draft_revision: number
  recipe_key: string | null
  version_number: number | null
  trigger: unknown
  nodes: unknown
}

const COLUMNS = `a.id, a.builtin_key, a.kind, a.name, a.state, a.settings, a.live_version_id, a.switched_on_at,
                 a.created_at, a.updated_at, a.draft, a.draft_revision, a.recipe_key, v.number AS version_number, v.trigger, v.nodes`
const FROM = `FROM mailroom.automation a LEFT JOIN mailroom.automation_version v ON v.id = a.live_version_id`

export function selectAutomations(kind: AutomationRow["kind"] | null): Statement {
  return {
    text: `SELECT ${COLUMNS} ${FROM}
            WHERE a.archived_at IS NULL AND ($1::text IS NULL OR a.kind = $1) ORDER BY a.created_at, a.id`,
    values: [kind],
  }
}

export function selectAutomation(id: string): Statement {
  return { text: `SELECT ${COLUMNS} ${FROM} WHERE a.id = $1 AND a.archived_at IS NULL`, values: [id] }
}

/** A handful of rows; no index is worth its writes. */
export function selectLiveAutomations(event: string): Statement {
  return {
    text: `SELECT ${COLUMNS} ${FROM}
            WHERE a.archived_at IS NULL AND a.state = 'live' AND $1 = ANY(v.trigger_events) ORDER BY a.created_at, a.id`,
    values: [event],
  }
}

/** Running it again, or in two processes at once, changes nothing but the name. */
export function ensureAutomation(row: {
  id: string
  builtinKey: string
  kind: AutomationRow["kind"]
  name: string
  settings: Record<string, unknown>
  isOn: boolean
}): Statement {
  return {
    text: `INSERT INTO mailroom.automation (id, builtin_key, kind, name, settings, state, switched_on_at)
           VALUES ($1, $2, $3, $4, $5::jsonb, CASE WHEN $6 THEN 'live' ELSE 'off' END, CASE WHEN $6 THEN mailroom.now() END)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name
           RETURNING (xmax = 0) AS is_new`,
    values: [row.id, row.builtinKey, row.kind, row.name, JSON.stringify(row.settings), row.isOn],
  }
}

export function insertAutomation(row: {
  id: string
  kind: AutomationRow["kind"]
  name: string
  settings: Record<string, unknown>
}): Statement {
  return {
    text: `INSERT INTO mailroom.automation (id, kind, name, settings) VALUES ($1, $2, $3, $4::jsonb)`,
    values: [row.id, row.kind, row.name, JSON.stringify(row.settings)],
  }
}

/** The row's lock keeps two publishers apart, so that numbers have no gap and no double. */
export function lockAutomation(id: string): Statement {
  return { text: `SELECT id FROM mailroom.automation WHERE id = $1 AND archived_at IS NULL FOR UPDATE`, values: [id] }
}

/** Publishes only what differs from the live version, so that starting the same code twice makes no new one. */
export function publishVersion(row: {
  id: string
  trigger: unknown
  events: string[]
  nodes: unknown
  by: string | null
}): Statement {
  return {
    text: `WITH live AS (
             SELECT v.id FROM mailroom.automation a JOIN mailroom.automation_version v ON v.id = a.live_version_id
              WHERE a.id = $1 AND v.trigger = $2::jsonb AND v.nodes = $3::jsonb
           ), made AS (
             INSERT INTO mailroom.automation_version (automation_id, number, trigger, nodes, published_by, trigger_events)
             SELECT $1, coalesce((SELECT max(number) FROM mailroom.automation_version WHERE automation_id = $1), 0) + 1,
                    $2::jsonb, $3::jsonb, $4, $5::text[]
              WHERE NOT EXISTS (SELECT 1 FROM live)
             RETURNING id
           )
           UPDATE mailroom.automation a SET live_version_id = made.id, updated_at = mailroom.now()
             FROM made WHERE a.id = $1
           RETURNING a.id`,
    values: [row.id, JSON.stringify(row.trigger), JSON.stringify(row.nodes), row.by, row.events],
  }
}

/** Only the settings that are given change (top level). */
export function updateAutomation(row: { id: string; name: string; settings: Record<string, unknown> }): Statement {
  return {
    text: `UPDATE mailroom.automation SET name = $2, settings = settings || $3::jsonb, updated_at = mailroom.now()
            WHERE id = $1 AND archived_at IS NULL RETURNING id`,
    values: [row.id, row.name, JSON.stringify(row.settings)],
  }
}

/** The moment of switching on is the line before which nothing is mailed; switching on what is on does not move it. */
export function switchAutomation({ id, isOn }: { id: string; isOn: boolean }): Statement {
  return {
    text: `UPDATE mailroom.automation
              SET switched_on_at = CASE WHEN $2 AND state <> 'live' THEN mailroom.now() ELSE switched_on_at END,
                  state = CASE WHEN $2 THEN 'live' ELSE 'off' END, updated_at = mailroom.now()
            WHERE id = $1 AND archived_at IS NULL RETURNING id`,
    values: [id, isOn],
  }
}

export function archiveAutomation(id: string): Statement {
  return {
    text: `UPDATE mailroom.automation SET archived_at = mailroom.now(), state = 'off', updated_at = mailroom.now()
            WHERE id = $1 AND archived_at IS NULL RETURNING id`,
    values: [id],
  }
}

/** Messages of the last days per automation, by where they ended. Index: message_source. */
export function countMessages({ sourceIds, days }: { sourceIds: string[]; days: number }): Statement {
  return {
    text: `SELECT source_id, status, reason, count(*)::int AS n FROM mailroom.message
            WHERE source_id = ANY($1) AND planned_at >= mailroom.now() - make_interval(days => $2) AND NOT is_test
            GROUP BY source_id, status, reason`,
    values: [sourceIds, days],
  }
}

/** Entrants of the last days by how they ended (null: still on the way). */
export function countEnrolments({ automationId, days }: { automationId: string; days: number }): Statement {
  return {
    text: `SELECT outcome, count(*)::int AS n FROM mailroom.enrolment
            WHERE automation_id = $1 AND entered_at >= mailroom.now() - make_interval(days => $2) GROUP BY outcome`,
    values: [automationId, days],
  }
}

/** Orders, newest first, of which a line is about the match; the read model's own tables. */
export function selectMatchingOrders({ kind, ids, limit }: { kind: string; ids: string[]; limit: number }): Statement {
  const conditions: Record<string, string> = {
    product: `EXISTS (SELECT 1 FROM mailroom.purchase p WHERE p.order_id = o.order_id AND p.product_id = ANY($1))`,
    category: lineOf("d.category_ids && $1"),
    tag: lineOf("d.tag_ids && $1"),
    collection: lineOf("d.collection_id = ANY($1)"),
    supplier: `EXISTS (SELECT 1 FROM mailroom.purchase p JOIN mailroom.supplier_product s ON s.product_id = p.product_id
                        WHERE p.order_id = o.order_id AND s.supplier_id = ANY($1))`,
    sales_channel: `o.sales_channel_id = ANY($1)`,
  }
  return {
    text: `SELECT o.order_id FROM mailroom.purchase_order o WHERE ${conditions[kind]}
            ORDER BY o.placed_at DESC LIMIT $2`,
    values: [ids, limit],
  }
}

const lineOf = (condition: string) =>
  `EXISTS (SELECT 1 FROM mailroom.purchase p JOIN mailroom.product d ON d.product_id = p.product_id
            WHERE p.order_id = o.order_id AND ${condition})`

export function hasOrders(): Statement {
  return { text: `SELECT EXISTS (SELECT 1 FROM mailroom.purchase_order) AS has_orders`, values: [] }
}
