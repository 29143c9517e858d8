import type { Statement } from "../database"

export type Correction = {
  id: string
  revision: number
  subject: string
  preheader: string
  document: Record<string, unknown>
  versionId: string
}

const BEFORE_ALL = "00000000-0000-0000-0000-000000000000"

/** The new text of a paused mailing; what waits gets it by and by. Nothing is returned when it is not paused, or was changed. */
export function correctMailing(correction: Correction): Statement {
  return {
    text: `
      UPDATE mailroom.mailing SET subject = $3, preheader = $4, document = $5::jsonb, template_version_id = $6,
        correcting_after = '${BEFORE_ALL}', revision = revision + 1, updated_at = mailroom.now()
      WHERE id = $1 AND revision = $2 AND state = 'paused' AND archived_at IS NULL RETURNING id`,
    values: [
      correction.id,
      correction.revision,
      correction.subject,
      correction.preheader,
      JSON.stringify(correction.document),
      correction.versionId,
    ],
  }
}

/**
 * The next messages of a corrected mailing, in the order of their ids (index message_source): what has not been handed
 * over gets the new version with the variables that it uses. Whoever holds one of them has read the old text: the lease
 * ends. Answers whether there may be more.
 */
export function correctChunk(chunk: {
  mailingId: string
  limit: number
  withContact: boolean
  withFields: boolean
  shared: Record<string, unknown>
}): Statement {
  return {
    text: `
      WITH mailing AS (SELECT * FROM mailroom.mailing WHERE id = $1 AND correcting_after IS NOT NULL FOR UPDATE),
      part AS MATERIALIZED (
        SELECT m.id FROM mailroom.message m, mailing g
        WHERE m.source_id = $1 AND m.id > g.correcting_after ORDER BY m.id LIMIT $2
      ),
      waiting AS MATERIALIZED (
        SELECT d.message_id FROM mailroom.delivery d JOIN part ON part.id = d.message_id, mailing g
        WHERE d.lane_id = g.lane_id AND d.handed_at IS NULL FOR UPDATE OF d
      ),
      released AS (
        UPDATE mailroom.delivery d SET stage = 'queued', lease_owner = NULL, lease_token = NULL, lease_expires_at = NULL
        FROM waiting w WHERE d.message_id = w.message_id
      ),
      corrected AS (
        UPDATE mailroom.message m SET template_version_id = g.template_version_id
        FROM waiting w, mailing g WHERE m.id = w.message_id RETURNING m.id, m.planned_at, m.contact_id, m.to_email
      ),
      content AS (
        UPDATE mailroom.message_content c SET context = coalesce(c.context, '{}') || $4::jsonb
          || CASE WHEN $3::boolean THEN jsonb_build_object('contact', jsonb_build_object('firstName', coalesce(k.first_name, ''),
            'lastName', coalesce(k.last_name, ''), 'email', r.to_email)
            || CASE WHEN $5::boolean THEN jsonb_build_object('fields', coalesce(k.fields, '{}')) ELSE '{}' END) ELSE '{}' END
        FROM corrected r LEFT JOIN mailroom.contact k ON k.id = r.contact_id
        WHERE c.message_id = r.id AND c.planned_at = r.planned_at
      )
      UPDATE mailroom.mailing u SET correcting_after = (SELECT id FROM part ORDER BY id DESC LIMIT 1)
      FROM mailing g WHERE u.id = g.id RETURNING u.correcting_after IS NOT NULL AS is_more`,
    values: [chunk.mailingId, chunk.limit, chunk.withContact, JSON.stringify(chunk.shared), chunk.withFields],
  }
}

/** Only once everything that waits has the new text, and nobody has paused it meanwhile. */
export function openCorrectedLane(mailingId: string): Statement {
  return {
    text: `
      UPDATE mailroom.lane l SET state = 'open' FROM mailroom.mailing m
      WHERE l.mailing_id = $1 AND m.id = l.mailing_id AND m.correcting_after IS NULL AND m.state IN ('planning', 'sending')`,
    values: [mailingId],
  }
}

export type VersionRow = {
  /** Tests have numbers of the same row: the first text need not be number 1. */
  number: number
  subject: string
  created_at: Date
  created_by: string | null
  waiting: number
  sent: number
  failed: number
  /** Null where nobody who got this text can be seen. */
  opened: number | null
  clicked: number | null
}

/**
 * The texts that a mailing has gone out with, and how each did; index message_source. Texts of tests are none of them. One
 * that was never corrected is not counted at all: its page is looked at while a million mails go out.
 */
export function selectMailingVersions(mailingId: string): Statement {
  return {
    text: `
      WITH version AS (
        SELECT v.id, v.number, v.created_at, v.created_by, v.id = m.template_version_id AS is_last
        FROM mailroom.template_version v JOIN mailroom.mailing m ON m.id = v.mailing_id
        WHERE v.mailing_id = $1 AND v.created_at >= m.started_at
      )
      SELECT v.number, v.created_at, v.created_by,
        coalesce((SELECT k.subject FROM mailroom.compiled_template k WHERE k.version_id = v.id ORDER BY k.locale = 'en' DESC LIMIT 1), '') AS subject,
        coalesce(n.waiting, 0) AS waiting, coalesce(n.sent, 0) AS sent, coalesce(n.failed, 0) AS failed,
        n.opened, n.clicked
      FROM version v
      LEFT JOIN (
        SELECT m.template_version_id, count(*) FILTER (WHERE m.status = 'queued')::int AS waiting,
          count(*) FILTER (WHERE m.status IN ('sent', 'in_doubt'))::int AS sent, count(*) FILTER (WHERE m.status = 'failed')::int AS failed,
          CASE WHEN bool_or(m.pixel = 'personal') THEN count(f.first_open_human_at)::int END AS opened,
          CASE WHEN bool_or(m.pixel = 'personal') THEN count(f.first_click_human_at)::int END AS clicked
        FROM mailroom.message m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id
        WHERE m.source_id = $1 AND NOT m.is_test AND (SELECT count(*) FROM version) > 1
        GROUP BY m.template_version_id
      ) n ON n.template_version_id = v.id
      WHERE v.is_last OR n.template_version_id IS NOT NULL ORDER BY v.number`,
    values: [mailingId],
  }
}
