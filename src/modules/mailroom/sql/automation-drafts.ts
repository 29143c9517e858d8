import type { Statement } from "../database"

/** A draft that differs from nothing is null: then what is live is what is edited. */
export function saveDraft(row: { id: string; revision: number; draft: unknown }): Statement {
  return {
    text: `UPDATE mailroom.automation SET draft = $3::jsonb, draft_revision = draft_revision + 1, updated_at = mailroom.now()
            WHERE id = $1 AND draft_revision = $2 AND archived_at IS NULL RETURNING draft_revision`,
    values: [row.id, row.revision, JSON.stringify(row.draft)],
  }
}

/** After publishing: what was the draft is live. */
export function clearDraft(id: string): Statement {
  return {
    text: `UPDATE mailroom.automation SET draft = NULL, draft_revision = draft_revision + 1 WHERE id = $1
           RETURNING live_version_id`,
    values: [id],
  }
}

export function insertDraftAutomation(row: {
  id: string
  kind: "automation" | "autoresponder"
  name: string
  settings: Record<string, unknown>
  draft: unknown
  recipe: string | null
}): Statement {
  return {
    text: `INSERT INTO mailroom.automation (id, kind, name, settings, draft, recipe_key)
           VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6)`,
    values: [row.id, row.kind, row.name, JSON.stringify(row.settings), JSON.stringify(row.draft), row.recipe],
  }
}

/** Names that are this one or begin with it. A few dozen rows. */
export function selectNamesLike(name: string): Statement {
  return {
    text: `SELECT name FROM mailroom.automation WHERE archived_at IS NULL AND starts_with(name, $1)`,
    values: [name],
  }
}

export type VersionRow = {
  id: string
  number: number
  trigger: unknown
  nodes: unknown
  published_at: Date
  published_by: string | null
  is_live: boolean
  entered: number
  inside: number
}

/** Newest first, with how many entered each and are still in it. Index: enrolment_entrants. */
export function selectVersions(automationId: string): Statement {
  return {
    text: `SELECT v.id, v.number, v.trigger, v.nodes, v.published_at, v.published_by, v.id = a.live_version_id AS is_live,
                  coalesce(e.entered, 0)::int AS entered, coalesce(e.inside, 0)::int AS inside
             FROM mailroom.automation a JOIN mailroom.automation_version v ON v.automation_id = a.id
             LEFT JOIN (SELECT version_id, count(*) FILTER (WHERE state <> 'refused') AS entered,
                               count(*) FILTER (WHERE state IN ('due', 'waiting')) AS inside
                          FROM mailroom.enrolment WHERE automation_id = $1 GROUP BY version_id) e ON e.version_id = v.id
            WHERE a.id = $1 ORDER BY v.number DESC`,
    values: [automationId],
  }
}

export type PartRow = { noun: string; id: string; name: string | null; is_there: boolean }

/** Which of these can be relied on, and what those are called that cannot any more. Of what was deleted whole there is no row. */
export function selectKnownParts(asked: {
  templates: string[]
  segments: string[]
  topics: string[]
  senders: string[]
  products: string[]
  polls: string[]
}): Statement {
  return {
    text: `SELECT 'template' AS noun, builtin_key AS id, name, live_version_id IS NOT NULL AND archived_at IS NULL AS is_there
             FROM mailroom.template WHERE builtin_key = ANY($1)
           UNION ALL SELECT 'template', id, name, live_version_id IS NOT NULL AND archived_at IS NULL
             FROM mailroom.template WHERE id = ANY($1)
           UNION ALL SELECT 'segment', id, name, true FROM mailroom.segment WHERE id = ANY($2)
           UNION ALL SELECT 'topic', id, name, true FROM mailroom.topic WHERE id = ANY($3)
           UNION ALL SELECT 'sender', id, name, true FROM mailroom.sender WHERE id = ANY($4)
           UNION ALL SELECT 'poll', id, name, true FROM mailroom.poll WHERE id = ANY($6)
           UNION ALL SELECT 'product', p.id, d.title, d.deleted_at IS NULL
             FROM unnest($5::text[]) AS p(id) LEFT JOIN mailroom.product d ON d.product_id = p.id`,
    values: [asked.templates, asked.segments, asked.topics, asked.senders, asked.products, asked.polls],
  }
}
