import type { Statement } from "../database"

export type TemplateRow = {
  id: string
  builtin_key: string | null
  name: string
  class: "tx" | "marketing" | "system"
  is_secret: boolean
  revision: number
  draft: unknown
  live_version_id: string | null
  builtin_version_id: string | null
  base_version_id: string | null
  updated_at: Date
  live_number: number | null
  live_by: string | null
  live_at: Date | null
  /** Of the live version. */
  content: unknown
  /** Mailroom ships something else than what the owner's edit began with. */
  has_changes: boolean
}

const TEMPLATE = `
  SELECT t.id, t.builtin_key, t.name, t.class, t.is_secret, t.revision, t.draft, t.live_version_id, t.builtin_version_id,
    t.base_version_id, t.updated_at, v.number AS live_number, v.created_by AS live_by, v.created_at AS live_at,
    v.document AS content, coalesce(b.content_digest <> s.content_digest, false) AS has_changes
  FROM mailroom.template t
  LEFT JOIN mailroom.template_version v ON v.id = t.live_version_id
  LEFT JOIN mailroom.template_version b ON b.id = t.base_version_id
  LEFT JOIN mailroom.template_version s ON s.id = t.builtin_version_id`

/** Built-ins first. A few dozen rows. */
export function selectTemplates(): Statement {
  return {
    text: `${TEMPLATE} WHERE t.archived_at IS NULL ORDER BY t.builtin_key IS NULL, lower(t.name), t.id`,
    values: [],
  }
}

/** Primary key. */
export function selectTemplate(id: string): Statement {
  return { text: `${TEMPLATE} WHERE t.id = $1 AND t.archived_at IS NULL`, values: [id] }
}

/** Locked, so that two who publish at once make two versions one after the other. */
export function lockTemplate(id: string): Statement {
  return {
    text: `
      SELECT revision, draft, live_version_id, builtin_version_id,
        (SELECT coalesce(max(number), 0)::int FROM mailroom.template_version WHERE template_id = $1) AS last_number
      FROM mailroom.template WHERE id = $1 AND archived_at IS NULL FOR UPDATE`,
    values: [id],
  }
}

export function insertOwnTemplate(template: {
  id: string
  name: string
  draft: unknown
  by: string | null
}): Statement {
  return {
    text: `INSERT INTO mailroom.template (id, name, class, draft, draft_by) VALUES ($1, $2, 'marketing', $3, $4)`,
    values: [template.id, template.name, JSON.stringify(template.draft), template.by],
  }
}

/** The first edit of a built-in remembers what it began with. Nothing when somebody saved meanwhile. */
export function saveDraft(save: {
  id: string
  revision: number
  name: string | null
  draft: unknown
  by: string | null
}): Statement {
  return {
    text: `
      UPDATE mailroom.template SET name = CASE WHEN builtin_key IS NULL THEN coalesce($3, name) ELSE name END,
        draft = coalesce($4::jsonb, draft), draft_by = $5, revision = revision + 1, updated_at = mailroom.now(),
        base_version_id = coalesce(base_version_id, builtin_version_id)
      WHERE id = $1 AND revision = $2 AND archived_at IS NULL
      RETURNING id`,
    values: [save.id, save.revision, save.name, save.draft === null ? null : JSON.stringify(save.draft), save.by],
  }
}

/** Back to what is live; a built-in that was never published as edited forgets what the edit began with. */
export function discardDraft(id: string): Statement {
  return {
    text: `
      UPDATE mailroom.template SET draft = NULL, draft_by = NULL, revision = revision + 1, updated_at = mailroom.now(),
        base_version_id = CASE WHEN live_version_id = builtin_version_id THEN NULL ELSE base_version_id END
      WHERE id = $1 AND archived_at IS NULL RETURNING id`,
    values: [id],
  }
}

export function makeLive(id: string, versionId: string): Statement {
  return {
    text: `
      UPDATE mailroom.template SET live_version_id = $2, draft = NULL, draft_by = NULL, revision = revision + 1,
        updated_at = mailroom.now()
      WHERE id = $1`,
    values: [id, versionId],
  }
}

/** A built-in as Mailroom ships it; no rows for a template that is none. */
export function resetToBuiltin(id: string): Statement {
  return {
    text: `
      UPDATE mailroom.template SET live_version_id = builtin_version_id, base_version_id = NULL, draft = NULL,
        draft_by = NULL, revision = revision + 1, updated_at = mailroom.now()
      WHERE id = $1 AND builtin_version_id IS NOT NULL AND archived_at IS NULL RETURNING id`,
    values: [id],
  }
}

/** The owner has looked at what changed: from here on only newer changes count. */
export function setChangesSeen(id: string): Statement {
  return {
    text: `
      UPDATE mailroom.template SET base_version_id = builtin_version_id, updated_at = mailroom.now()
      WHERE id = $1 AND base_version_id IS NOT NULL AND archived_at IS NULL RETURNING id`,
    values: [id],
  }
}

/** Own templates only: a built-in is needed by its trigger. */
export function archiveTemplate(id: string): Statement {
  return {
    text: `
      UPDATE mailroom.template SET archived_at = mailroom.now(), updated_at = mailroom.now()
      WHERE id = $1 AND builtin_key IS NULL AND archived_at IS NULL RETURNING id`,
    values: [id],
  }
}

export type VersionRow = {
  id: string
  number: number
  created_at: Date
  created_by: string | null
  is_live: boolean
  is_builtin: boolean
  document?: unknown
}

/** Newest first; unique index template_version_number. */
export function selectVersions(templateId: string, limit: number): Statement {
  return {
    text: `
      SELECT v.id, v.number, v.created_at, v.created_by, v.id = t.live_version_id AS is_live,
        v.created_by = 'mailroom' AS is_builtin
      FROM mailroom.template_version v JOIN mailroom.template t ON t.id = v.template_id
      WHERE v.template_id = $1 ORDER BY v.number DESC LIMIT $2`,
    values: [templateId, limit],
  }
}

export function selectVersion(templateId: string, number: number): Statement {
  return {
    text: `
      SELECT v.id, v.number, v.created_at, v.created_by, v.id = t.live_version_id AS is_live,
        v.created_by = 'mailroom' AS is_builtin, v.document
      FROM mailroom.template_version v JOIN mailroom.template t ON t.id = v.template_id
      WHERE v.template_id = $1 AND v.number = $2`,
    values: [templateId, number],
  }
}

/** Content of versions by id. Primary key. */
export function selectContents(ids: string[]): Statement {
  return { text: `SELECT id, document FROM mailroom.template_version WHERE id = ANY($1::uuid[])`, values: [ids] }
}

export type EditedRow = {
  id: string
  builtin_key: string | null
  class: "tx" | "marketing" | "system"
  content: unknown
  digest: Buffer
  created_by: string | null
}

/** What people have published and is live: it follows the brand like the built-ins. */
export function selectEditedLive(): Statement {
  return {
    text: `
      SELECT t.id, t.builtin_key, t.class, v.document AS content, v.digest, v.created_by
      FROM mailroom.template t JOIN mailroom.template_version v ON v.id = t.live_version_id
      WHERE t.archived_at IS NULL AND v.created_by IS DISTINCT FROM 'mailroom' ORDER BY t.id`,
    values: [],
  }
}
