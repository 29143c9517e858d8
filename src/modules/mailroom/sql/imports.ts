import type { ImportKind } from "../../../core/contacts/import-plan"
import type { ConsentRow } from "../../../core/contacts/consent-row"
import type { Statement } from "../database"

export type ImportState =
  "uploading" | "uploaded" | "checking" | "checked" | "running" | "done" | "cancelled" | "failed" | "undoing" | "undone"

export type ImportRow = {
  id: string
  kind: ImportKind
  file_name: string
  state: ImportState
  encoding: string | null
  separator: string | null
  columns: string[]
  first_row: number
  plan: Record<string, unknown>
  rows: string
  position: string
  checked: Record<string, number>
  result: Record<string, number>
  undone: Record<string, number>
  problem: string | null
  has_rows: boolean
  /** False once retention has forgotten what it changed: then it cannot be taken back any more. */
  has_changes: boolean
  created_at: Date
  created_by: string | null
  started_at: Date | null
  finished_at: Date | null
}

/** Ids are in the order of time: lists go by them. */
export function insertImport(file: { kind: ImportKind; fileName: string; by: string | null }): Statement {
  return {
    text: `INSERT INTO mailroom.import (id, kind, file_name, created_by)
           VALUES ('mimp_' || replace(mailroom.uuidv7(mailroom.now())::text, '-', ''), $1, $2, $3) RETURNING id`,
    values: [file.kind, file.fileName, file.by],
  }
}

/** The file is in: what it looks like, and how many rows it has. */
export function finishUpload(file: {
  id: string
  encoding: string
  separator: string
  columns: string[]
  firstRow: number
  rows: number
}): Statement {
  return {
    text: `UPDATE mailroom.import SET state = 'uploaded', encoding = $2, separator = $3, columns = $4, first_row = $5, rows = $6
           WHERE id = $1 AND state = 'uploading'`,
    values: [file.id, file.encoding, file.separator, file.columns, file.firstRow, file.rows],
  }
}

/** Cells of consecutive rows; `from` is the number of the first. */
export function insertImportRows(importId: string, from: number, rows: string[][]): Statement {
  return {
    text: `
      INSERT INTO mailroom.import_row (import_id, n, cells)
      SELECT $1, $2::bigint + r.n - 1, r.cells FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS r(cells, n)`,
    values: [importId, from, JSON.stringify(rows)],
  }
}

export type StagedRow = { n: string; cells: string[] }

export function selectImportRows(importId: string, after: number, limit: number): Statement {
  return {
    text: `SELECT n, cells FROM mailroom.import_row WHERE import_id = $1 AND n > $2 ORDER BY n LIMIT $3`,
    values: [importId, after, limit],
  }
}

export function selectImport(id: string): Statement {
  return { text: `SELECT * FROM mailroom.import WHERE id = $1`, values: [id] }
}

/** Newest first. */
export function selectImports(after: string | null, limit: number): Statement {
  return {
    text: `SELECT * FROM mailroom.import WHERE $1::text IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
    values: [after, limit],
  }
}

/** The oldest that has something to do. */
export function selectImportInMotion(): Statement {
  return {
    text: `SELECT * FROM mailroom.import WHERE state IN ('checking', 'running', 'undoing') ORDER BY id LIMIT 1`,
    values: [],
  }
}

/** From one of these states to another; no row when somebody else moved it first. Counts and position start anew. */
export function moveImport(
  id: string,
  move: { from: ImportState[]; to: ImportState; plan?: unknown; problem?: string | null },
): Statement {
  return {
    text: `
      UPDATE mailroom.import SET
        state = $3, plan = coalesce($4::jsonb, plan), problem = $5,
        position = CASE WHEN $3 IN ('checking', 'running', 'undoing') THEN 0 ELSE position END,
        checked = CASE WHEN $3 = 'checking' THEN '{}' ELSE checked END,
        result = CASE WHEN $3 = 'running' THEN '{}' ELSE result END,
        started_at = CASE WHEN $3 = 'running' THEN mailroom.now() ELSE started_at END,
        finished_at = CASE WHEN $3 IN ('done', 'cancelled', 'failed') THEN mailroom.now() ELSE finished_at END
      WHERE id = $1 AND state = ANY($2::text[]) AND ($3 <> 'undoing' OR has_changes) RETURNING *`,
    values: [id, move.from, move.to, move.plan === undefined ? null : JSON.stringify(move.plan), move.problem ?? null],
  }
}

/** Holds the import for this transaction; no row when it was cancelled, or another process moved it on. */
export function lockImport(id: string, state: ImportState, position: number): Statement {
  return {
    text: `SELECT id FROM mailroom.import WHERE id = $1 AND state = $2 AND position = $3 FOR UPDATE`,
    values: [id, state, position],
  }
}

/** The work of a chunk and this are one transaction. Counts are added up key by key. */
export function advanceImport(
  id: string,
  progress: { column: "checked" | "result" | "undone"; position: number; counts: Record<string, number> },
): Statement {
  const { column, position, counts } = progress
  const known = { checked: "checked", result: "result", undone: "undone" }[column]
  return {
    text: `
      UPDATE mailroom.import i SET position = $2, ${known} = (
        SELECT coalesce(jsonb_object_agg(k, coalesce((i.${known} ->> k)::bigint, 0) + coalesce(($3::jsonb ->> k)::bigint, 0)), '{}')
        FROM (SELECT jsonb_object_keys(i.${known} || $3::jsonb) AS k) keys)
      WHERE id = $1`,
    values: [id, position, JSON.stringify(counts)],
  }
}

/** Which rows are the first to name their address in this file; answers those that are. */
export function claimAddresses(importId: string, rows: { n: number; emailHash: Buffer }[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.import_address (import_id, email_hash, n)
      SELECT DISTINCT ON (r.email_hash) $1, r.email_hash, r.n FROM unnest($2::bytea[], $3::bigint[]) AS r(email_hash, n)
      ORDER BY r.email_hash, r.n
      ON CONFLICT (import_id, email_hash) DO NOTHING RETURNING n`,
    values: [importId, rows.map(({ emailHash }) => emailHash), rows.map(({ n }) => n)],
  }
}

/** The same question in the run, when all have been claimed. */
export function selectFirstRows(importId: string, rows: { n: number; emailHash: Buffer }[]): Statement {
  return {
    text: `
      SELECT n FROM mailroom.import_address
      WHERE import_id = $1 AND email_hash = ANY($2::bytea[]) AND n = ANY($3::bigint[])`,
    values: [importId, rows.map(({ emailHash }) => emailHash), rows.map(({ n }) => n)],
  }
}

export function clearCheck(importId: string): Statement {
  return {
    text: `
      WITH a AS (DELETE FROM mailroom.import_address WHERE import_id = $1)
      DELETE FROM mailroom.import_problem WHERE import_id = $1`,
    values: [importId],
  }
}

export function insertProblems(importId: string, problems: { n: number; problem: string }[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.import_problem (import_id, n, problem)
      SELECT $1, r.n, r.problem FROM unnest($2::bigint[], $3::text[]) AS r(n, problem)
      ON CONFLICT (import_id, n) DO UPDATE SET problem = EXCLUDED.problem`,
    values: [importId, problems.map(({ n }) => n), problems.map(({ problem }) => problem)],
  }
}

export type ProblemRow = StagedRow & { problem: string }

export function selectProblems(importId: string, after: number, limit: number): Statement {
  return {
    text: `
      SELECT p.n, p.problem, coalesce(r.cells, '[]') AS cells FROM mailroom.import_problem p
      LEFT JOIN mailroom.import_row r ON r.import_id = p.import_id AND r.n = p.n
      WHERE p.import_id = $1 AND p.n > $2 ORDER BY p.n LIMIT $3`,
    values: [importId, after, limit],
  }
}

export type KnownPerson = {
  email_norm: string
  address_id: string
  contact_id: string
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed"
  marketing_basis: string | null
  marketing_expires_at: Date | null
  first_name: string | null
  last_name: string | null
  locale: string | null
  country: string | null
  time_zone: string | null
  birthday: string | null
  tags: string[]
  fields: Record<string, unknown>
  own_choices: string[]
  topics: Record<string, string>
}

/** Who has these addresses, and what is known of them; by the unique index on email_norm. */
export function selectKnown(emailNorms: string[]): Statement {
  return {
    text: `
      SELECT a.email_norm, a.id AS address_id, a.contact_id, a.marketing, a.marketing_basis, a.marketing_expires_at,
        c.first_name, c.last_name, c.locale, c.country, c.time_zone, c.birthday::text, c.tags, c.fields, c.own_choices,
        (SELECT coalesce(jsonb_object_agg(s.topic_id, s.state), '{}') FROM mailroom.subscription s
         WHERE s.address_id = a.id) AS topics
      FROM mailroom.contact_address a JOIN mailroom.contact c ON c.id = a.contact_id
      WHERE a.email_norm = ANY($1::text[])`,
    values: [emailNorms],
  }
}

/** In the order of ids, so that two writers cannot lock each other out. */
export function lockKnown(emailNorms: string[]): Statement {
  return {
    text: `
      SELECT c.id FROM mailroom.contact c
      WHERE c.id IN (SELECT contact_id FROM mailroom.contact_address WHERE email_norm = ANY($1::text[]))
      ORDER BY c.id FOR UPDATE`,
    values: [emailNorms],
  }
}

export type HoldingRow = {
  email_hash: Buffer | null
  domain: string | null
  scope: "all" | "marketing" | "topic"
  topic_id: string | null
  reason: string
}

/** What holds for any of these addresses or domains now; by suppression_address and suppression_domain. */
export function selectHolding(emailHashes: Buffer[], domains: string[]): Statement {
  return {
    text: `
      SELECT email_hash, NULL AS domain, scope, topic_id, reason FROM mailroom.suppression
      WHERE lifted_at IS NULL AND email_hash IS NOT NULL AND email_hash = ANY($1::bytea[])
        AND (expires_at IS NULL OR expires_at > mailroom.now())
      UNION ALL
      SELECT NULL, domain, scope, topic_id, reason FROM mailroom.suppression
      WHERE lifted_at IS NULL AND domain IS NOT NULL AND domain = ANY($2::text[])
        AND (expires_at IS NULL OR expires_at > mailroom.now())`,
    values: [emailHashes, domains],
  }
}

export type NewContact = {
  n: number
  contact_id: string
  address_id: string
  email: string
  email_norm: string
  domain: string
  email_hash: string
  first_name: string | null
  last_name: string | null
  locale: string | null
  country: string | null
  time_zone: string | null
  birthday: string | null
  tags: string[]
  fields: Record<string, unknown>
  marketing: string
  marketing_basis: string | null
  marketing_since: Date | null
  marketing_expires_at: Date | null
}

/** New people with the state that their first entry in the log gives them. Answers who was not there yet. */
export function insertImportedContacts(people: NewContact[]): Statement {
  return {
    text: `
      WITH wanted AS MATERIALIZED (
        SELECT * FROM json_to_recordset($1::json) AS r(contact_id uuid, address_id uuid, email text, email_norm text, domain text,
          email_hash text, first_name text, last_name text, locale text, country text, time_zone text, birthday date,
          tags text[], fields jsonb, marketing text, marketing_basis text, marketing_since timestamptz,
          marketing_expires_at timestamptz)
      ),
      addresses AS (
        INSERT INTO mailroom.contact_address (id, contact_id, email, email_norm, domain, email_hash, marketing,
          marketing_basis, marketing_since, marketing_expires_at)
        SELECT address_id, contact_id, email, email_norm, domain, decode(email_hash, 'hex'), marketing, marketing_basis,
          marketing_since, marketing_expires_at FROM wanted ORDER BY email_norm
        ON CONFLICT (email_norm) WHERE email_norm IS NOT NULL DO NOTHING
        RETURNING id, contact_id
      ),
      contacts AS (
        INSERT INTO mailroom.contact (id, source, first_name, last_name, locale, country, time_zone, birthday, tags, fields)
        SELECT w.contact_id, 'import', first_name, last_name, locale, country, time_zone, birthday, tags, fields
        FROM wanted w JOIN addresses a USING (contact_id) ORDER BY w.contact_id
      )
      SELECT id AS address_id FROM addresses`,
    values: [JSON.stringify(people)],
  }
}

export function insertFirstSubscriptions(addressIds: string[], topicIds: string[], since: Date[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.subscription (address_id, topic_id, state, since)
      SELECT r.address_id, t.id, 'subscribed', r.since
      FROM unnest($1::uuid[], $3::timestamptz[]) AS r(address_id, since) CROSS JOIN unnest($2::text[]) AS t(id)`,
    values: [addressIds, topicIds, since.map((at) => at.toISOString())],
  }
}

export type ProfileChange = { contact_id: string; after: Record<string, unknown>; tags: string[] }

/** Only the columns that change are in `after`; tags are added. */
export function updateImportedProfiles(changes: ProfileChange[]): Statement {
  const columns = ["first_name", "last_name", "locale", "country", "time_zone"]
  return {
    text: `
      UPDATE mailroom.contact c SET
        ${columns.map((column) => `${column} = CASE WHEN w.after ? '${column}' THEN w.after ->> '${column}' ELSE c.${column} END`).join(",\n        ")},
        birthday = CASE WHEN w.after ? 'birthday' THEN (w.after ->> 'birthday')::date ELSE c.birthday END,
        fields = jsonb_strip_nulls(c.fields || coalesce(w.after -> 'fields', '{}')),
        tags = CASE WHEN w.tags <@ c.tags THEN c.tags ELSE ARRAY(SELECT DISTINCT t FROM unnest(c.tags || w.tags) t ORDER BY t) END,
        updated_at = mailroom.now()
      FROM json_to_recordset($1::json) AS w(contact_id uuid, after jsonb, tags text[])
      WHERE c.id = w.contact_id`,
    values: [JSON.stringify(changes)],
  }
}

export type NewSuppressionRow = {
  n: number
  email_hash: string | null
  email_norm: string | null
  domain: string | null
  scope: string
  reason: string
}

/** What is already there stays with its first evidence; answers what is new, with the row that brought it. */
export function insertImportedSuppressions(
  kind: "address" | "domain",
  rows: NewSuppressionRow[],
  evidence: { importId: string; by: string | null },
): Statement {
  const key = kind === "address" ? "email_hash" : "domain"
  return {
    text: `
      WITH wanted AS MATERIALIZED (
        SELECT DISTINCT ON (r.email_hash, r.domain, r.scope, r.reason) r.* FROM json_to_recordset($1::json)
          AS r(n bigint, email_hash text, email_norm text, domain text, scope text, reason text)
        ORDER BY r.email_hash, r.domain, r.scope, r.reason, r.n
      ),
      made AS (
        INSERT INTO mailroom.suppression (email_hash, email_norm, domain, scope, reason, source, evidence, created_by)
        SELECT decode(email_hash, 'hex'), email_norm, domain, scope, reason, 'import',
          jsonb_build_object('importId', $2::text, 'row', n), $3 FROM wanted
        ON CONFLICT (${key}, scope, (coalesce(topic_id, '')), reason) WHERE lifted_at IS NULL AND ${key} IS NOT NULL
        DO NOTHING
        RETURNING id, (evidence ->> 'row')::bigint AS n
      )
      SELECT id, n FROM made`,
    values: [JSON.stringify(rows), evidence.importId, evidence.by],
  }
}

/** Marketing that waits for these addresses is taken back, also what is claimed but not handed over; receipts stay. */
export function cancelWaitingOf(addresses: { contactId: string; emailHash: Buffer }[]): Statement {
  return {
    text: `
      WITH waiting AS (
        SELECT m.id FROM unnest($1::uuid[], $2::bytea[]) AS w(contact_id, email_hash)
        JOIN mailroom.message m ON m.contact_id = w.contact_id AND m.email_hash = w.email_hash
        WHERE m.class = 'marketing' AND m.status IN ('queued', 'held')
      ),
      gone AS (
        DELETE FROM mailroom.delivery d USING waiting w WHERE d.message_id = w.id AND d.handed_at IS NULL
        RETURNING d.message_id
      )
      UPDATE mailroom.message m SET status = 'cancelled', reason = 'unsubscribed', settled_at = mailroom.now()
      FROM waiting w
      WHERE m.id = w.id AND (m.status = 'held' OR m.id IN (SELECT message_id FROM gone))
      RETURNING m.id`,
    values: [addresses.map(({ contactId }) => contactId), addresses.map(({ emailHash }) => emailHash)],
  }
}

export type ImportChange = {
  n: number
  contact_id: string | null
  address_id: string | null
  made_contact: boolean
  before: Record<string, unknown>
  after: Record<string, unknown>
  tags: string[]
  said: Record<string, unknown>[]
  suppression_ids: string[]
}

export function insertChanges(importId: string, changes: ImportChange[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.import_change (import_id, n, contact_id, address_id, made_contact, before, after, tags, said, suppression_ids)
      SELECT $1, r.n, r.contact_id, r.address_id, r.made_contact, r.before, r.after, r.tags, r.said, r.suppression_ids
      FROM json_to_recordset($2::json) AS r(n bigint, contact_id uuid, address_id uuid, made_contact boolean, before jsonb,
        after jsonb, tags text[], said jsonb, suppression_ids uuid[])`,
    values: [importId, JSON.stringify(changes)],
  }
}

/** Backwards: what was changed last is taken back first. */
export function selectChanges(importId: string, before: number | null, limit: number): Statement {
  return {
    text: `SELECT n, contact_id, address_id, made_contact, before, after, tags, said, suppression_ids
           FROM mailroom.import_change WHERE import_id = $1 AND ($2::bigint IS NULL OR n < $2) ORDER BY n DESC LIMIT $3`,
    values: [importId, before, limit],
  }
}

export function newUuids(count: number): Statement {
  return { text: `SELECT mailroom.uuidv7() AS id FROM generate_series(1, $1::int)`, values: [count] }
}

/** Rows, addresses and problems of an import; its result and what it changed stay. */
export function deleteImportFile(importId: string): Statement {
  return {
    text: `
      WITH r AS (DELETE FROM mailroom.import_row WHERE import_id = $1),
        a AS (DELETE FROM mailroom.import_address WHERE import_id = $1),
        p AS (DELETE FROM mailroom.import_problem WHERE import_id = $1)
      UPDATE mailroom.import SET has_rows = false WHERE id = $1`,
    values: [importId],
  }
}

export function deleteImport(importId: string): Statement {
  return { text: `DELETE FROM mailroom.import WHERE id = $1`, values: [importId] }
}

/** Those of these ids that are topics in use. */
export function selectTopicIds(ids: string[]): Statement {
  return { text: `SELECT id FROM mailroom.topic WHERE id = ANY($1::text[]) AND archived_at IS NULL`, values: [ids] }
}

/**
 * First words of new people, all of one import: what they share comes once, what differs as columns. The same rows by the
 * log's own statement cost a third more, because JSON has to be read again.
 */
export function insertFirstWords(rows: ConsentRow[]): Statement {
  const { wordingId, source, method, actor, personal } = rows[0]!
  return {
    text: `
      WITH entry AS MATERIALIZED (
        SELECT * FROM unnest($1::uuid[], $2::int[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::text[],
          $8::timestamptz[], $9::timestamptz[], $10::bytea[], $11::bytea[], $12::bytea[], $13::bytea[], $14::text[], $15::text[])
        AS r(contact_id, seq, email_hash, purpose, topic_id, action, basis, expires_at, at, personal_hash, prev_hash, hash, salt,
          email, ip)
      ),
      logged AS (
        INSERT INTO mailroom.consent_log (contact_id, seq, email_hash, purpose, topic_id, action, basis, expires_at,
          wording_id, source, method, message_id, actor, at, personal_hash, prev_hash, hash)
        SELECT contact_id, seq, email_hash, purpose, topic_id, action, basis, expires_at, $16, $17, $18, NULL, $19, at,
          personal_hash, prev_hash, hash
        FROM entry RETURNING id, contact_id, seq
      )
      INSERT INTO mailroom.consent_personal (log_id, salt, email, ip, note)
      SELECT l.id, e.salt, e.email, e.ip, $20 FROM entry e JOIN logged l USING (contact_id, seq)`,
    values: [
      rows.map((row) => row.contactId),
      rows.map((row) => row.seq),
      rows.map((row) => row.emailHash),
      rows.map((row) => row.purpose),
      rows.map((row) => row.topicId),
      rows.map((row) => row.action),
      rows.map((row) => row.basis),
      rows.map((row) => row.expiresAt?.toISOString() ?? null),
      rows.map((row) => row.at.toISOString()),
      rows.map((row) => row.personalHash),
      rows.map((row) => row.prevHash),
      rows.map((row) => row.hash),
      rows.map((row) => row.salt),
      rows.map((row) => row.personal.email),
      rows.map((row) => row.personal.ip),
      wordingId,
      source,
      method,
      actor,
      personal.note,
    ],
  }
}
