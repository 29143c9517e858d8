import type { BuiltinFacts } from "../../../core/templates/builtins"
import type { CompiledTemplate } from "../../../core/templates/contexts"
import type { Statement } from "../database"

/** Makes the row of a built-in, or follows a changed name or class; nobody edits these. */
export function upsertBuiltinTemplate(template: { id: string; key: string } & BuiltinFacts): Statement {
  return {
    text: `
      INSERT INTO mailroom.template (id, builtin_key, name, class, is_secret) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (builtin_key) DO UPDATE
        SET name = excluded.name, class = excluded.class, is_secret = excluded.is_secret, updated_at = mailroom.now()
        WHERE (template.name, template.class, template.is_secret)
              IS DISTINCT FROM (excluded.name, excluded.class, excluded.is_secret)`,
    values: [template.id, template.key, template.name, template.class, template.isSecret],
  }
}

export type LiveBuiltinRow = {
  id: string
  live_version_id: string | null
  /** Of the live version: "mailroom", or the person who edited it. */
  created_by: string | null
  /** Of the version that Mailroom shipped last. */
  digest: Buffer | null
  content_digest: Buffer | null
  last_number: number
}

/** The built-in with its live version and the last that was shipped (before there was an editor: the live one); locked, so that two starting processes publish one after the other. */
export function lockBuiltinTemplate(key: string): Statement {
  return {
    text: `
      SELECT t.id, t.live_version_id, v.created_by, s.digest, s.content_digest,
             (SELECT coalesce(max(number), 0)::int FROM mailroom.template_version WHERE template_id = t.id) AS last_number
      FROM mailroom.template t
      LEFT JOIN mailroom.template_version v ON v.id = t.live_version_id
      LEFT JOIN mailroom.template_version s ON s.id = coalesce(t.builtin_version_id, t.live_version_id)
      WHERE t.builtin_key = $1
      FOR UPDATE OF t`,
    values: [key],
  }
}

export function insertTemplateVersion(version: {
  templateId: string | null
  mailingId: string | null
  number: number
  document: unknown
  digest: Buffer
  contentDigest: Buffer
  createdBy: string | null
}): Statement {
  return {
    text: `
      INSERT INTO mailroom.template_version (template_id, mailing_id, number, document, digest, created_by, content_digest)
      VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    values: [
      version.templateId,
      version.mailingId,
      version.number,
      JSON.stringify(version.document),
      version.digest,
      version.createdBy,
      version.contentDigest,
    ],
  }
}

export function insertCompiled(versionId: string, locale: string, compiled: CompiledTemplate): Statement {
  const { subject, preheader, html, plain, links, variables, products = [], envelope = null } = compiled
  return {
    text: `
      INSERT INTO mailroom.compiled_template (version_id, locale, subject, preheader, html, plain, links, variables, products, envelope)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      versionId,
      locale,
      subject,
      preheader,
      html,
      plain,
      JSON.stringify(links),
      variables,
      JSON.stringify(products),
      envelope && JSON.stringify(envelope),
    ],
  }
}

/** What Mailroom ships now; live, too, unless a person's edit is. */
export function setBuiltinVersion(templateId: string, versionId: string, isLive: boolean): Statement {
  return {
    text: `
      UPDATE mailroom.template SET builtin_version_id = $2, updated_at = mailroom.now(),
        live_version_id = CASE WHEN $3::boolean THEN $2::uuid ELSE live_version_id END
      WHERE id = $1`,
    values: [templateId, versionId, isLive],
  }
}

export function setLiveVersion(templateId: string, versionId: string): Statement {
  return {
    text: `UPDATE mailroom.template SET live_version_id = $2, updated_at = mailroom.now() WHERE id = $1`,
    values: [templateId, versionId],
  }
}

/** Number of the next version of a mailing's own content; the caller holds the mailing's row. Index template_version_mailing. */
export function nextMailingVersionNumber(mailingId: string): Statement {
  return {
    text: `SELECT coalesce(max(number), 0)::int + 1 AS number FROM mailroom.template_version WHERE mailing_id = $1`,
    values: [mailingId],
  }
}

export type LiveRow = { template_id: string; version_id: string }

/** Unique index on builtin_key. */
export function selectLive(builtinKey: string): Statement {
  return {
    text: `
      SELECT id AS template_id, live_version_id AS version_id FROM mailroom.template
      WHERE builtin_key = $1 AND live_version_id IS NOT NULL AND archived_at IS NULL`,
    values: [builtinKey],
  }
}

/** By the key of a built-in or the id of any template. */
export function selectLiveOf(template: string): Statement {
  return {
    text: `
      SELECT id AS template_id, live_version_id AS version_id FROM mailroom.template
      WHERE (builtin_key = $1 OR id = $1) AND live_version_id IS NOT NULL AND archived_at IS NULL`,
    values: [template],
  }
}

export type CompiledRow = CompiledTemplate & { locale: string }

/** The first of these locales that the version has, else whichever it has. Primary key (version_id, locale). */
export function selectCompiled(versionId: string, locales: string[]): Statement {
  return {
    text: `
      SELECT locale, subject, preheader, html, plain, links, variables, products, envelope FROM mailroom.compiled_template
      WHERE version_id = $1
      ORDER BY array_position($2::text[], locale) NULLS LAST, locale
      LIMIT 1`,
    values: [versionId, locales],
  }
}

/** What all templates were last compiled from (`compilerPrint`). Primary key. */
export function selectMadeFrom(): Statement {
  return { text: `SELECT state->>'madeFrom' AS made_from FROM mailroom.periodic_task WHERE name = $1`, values: [SYNC] }
}

export function keepMadeFrom(print: string): Statement {
  return {
    text: `
      INSERT INTO mailroom.periodic_task (name, state) VALUES ($1, jsonb_build_object('madeFrom', $2::text))
      ON CONFLICT (name) DO UPDATE SET state = excluded.state`,
    values: [SYNC, print],
  }
}

const SYNC = "template-sync"

export function countLiveBuiltins(keys: readonly string[]): Statement {
  return {
    text: `SELECT count(*)::int AS n FROM mailroom.template WHERE builtin_key = ANY($1) AND live_version_id IS NOT NULL`,
    values: [keys],
  }
}
