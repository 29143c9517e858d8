import type { Statement } from "../database"
import { FORGET_ANSWERS } from "./poll-answers"

export type Place = { table: string; block: number }

export type ErasureRow = {
  id: string
  contact_id: string
  state: "running" | "done"
  sealed_addresses: Buffer | null
  /** How far the search has come: everything before this block of this table, in the order of names. */
  position: Place
  report: Record<string, number>
  requested_at: Date
  requested_by: string | null
  finished_at: Date | null
}

export function lockContactToErase(contactId: string): Statement {
  return { text: `SELECT id, erased_at FROM mailroom.contact WHERE id = $1::uuid FOR UPDATE`, values: [contactId] }
}

export function selectAddressesToErase(contactId: string): Statement {
  return {
    text: `SELECT id, email, email_norm, email_hash FROM mailroom.contact_address WHERE contact_id = $1::uuid ORDER BY created_at, id`,
    values: [contactId],
  }
}

export function insertErasure(contactId: string, by: string | null, sealed: Buffer): Statement {
  return {
    text: `INSERT INTO mailroom.erasure (contact_id, requested_by, sealed_addresses) VALUES ($1, $2, $3) RETURNING *`,
    values: [contactId, by, sealed],
  }
}

export function selectErasure(contactId: string): Statement {
  return {
    text: `SELECT * FROM mailroom.erasure WHERE contact_id = $1::uuid ORDER BY requested_at DESC, id DESC LIMIT 1`,
    values: [contactId],
  }
}

export function selectRunningErasure(): Statement {
  return {
    text: `SELECT * FROM mailroom.erasure WHERE state = 'running' ORDER BY requested_at, id LIMIT 1`,
    values: [],
  }
}

/** Adds what a step found; with its last one the addresses are forgotten. */
export function advanceErasure(
  id: string,
  progress: { from: Place; to: Place; report: Record<string, number>; isDone: boolean },
): Statement {
  return {
    text: `
      UPDATE mailroom.erasure SET position = $3, report = $4,
        state = CASE WHEN $5 THEN 'done' ELSE state END, finished_at = CASE WHEN $5 THEN mailroom.now() ELSE finished_at END,
        sealed_addresses = CASE WHEN $5 THEN NULL ELSE sealed_addresses END
      WHERE id = $1 AND position = $2 AND state = 'running' RETURNING *`,
    values: [
      id,
      JSON.stringify(progress.from),
      JSON.stringify(progress.to),
      JSON.stringify(progress.report),
      progress.isDone,
    ],
  }
}

/** What waits, of any class: there is nobody left to write to. What the server already has cannot be taken back. */
export function cancelAllWaiting(contactId: string, addresses: string[]): Statement {
  return {
    text: `
      WITH waiting AS (
        SELECT id FROM mailroom.message WHERE contact_id = $1::uuid AND status IN ('queued', 'held')
        UNION SELECT id FROM mailroom.message WHERE to_email = ANY($2::text[]) AND status IN ('queued', 'held')
      ),
      gone AS (
        DELETE FROM mailroom.delivery d USING waiting w WHERE d.message_id = w.id AND d.handed_at IS NULL
        RETURNING d.message_id
      )
      UPDATE mailroom.message m SET status = 'cancelled', reason = 'erased', settled_at = mailroom.now()
      FROM waiting w WHERE m.id = w.id AND (m.status = 'held' OR m.id IN (SELECT message_id FROM gone))
      RETURNING m.id`,
    values: [contactId, addresses],
  }
}

/**
 * The person's own rows, table by table: [what it is called in the report, statement]. Mails keep their counts and lose
 * everything that says whose they were. $1 the contact, $2 its addresses as written, $3 their hashes.
 */
export const ERASE_STEPS: [string, string][] = [
  [
    // Letters to this person: drafts, and the words of those that were sent.
    "letters",
    `WITH letter AS (
       UPDATE mailroom.mailing SET subject = '', preheader = '', name = NULL, document = '{}',
         archived_at = coalesce(archived_at, mailroom.now())
       WHERE kind = 'direct' AND audience -> 'people' ->> 0 = ($1)::text RETURNING id
     ),
     version AS (
       UPDATE mailroom.template_version v SET document = '{}' FROM letter WHERE v.mailing_id = letter.id RETURNING v.id
     ),
     words AS (DELETE FROM mailroom.compiled_template c USING version WHERE c.version_id = version.id)
     SELECT 1 FROM letter`,
  ],
  [
    "kept_bodies",
    `DELETE FROM mailroom.message_content c USING mailroom.message m
     WHERE m.id = c.message_id AND m.planned_at = c.planned_at AND (m.contact_id = $1 OR m.to_email = ANY($2)) RETURNING 1`,
  ],
  [
    "mail_events",
    `UPDATE mailroom.message_event e SET user_agent = NULL, ip = NULL, detail = NULL FROM mailroom.message m
     WHERE m.id = e.message_id AND (m.contact_id = $1 OR m.to_email = ANY($2)) RETURNING 1`,
  ],
  [
    "mails",
    `UPDATE mailroom.message SET contact_id = NULL, address_id = NULL, to_email = NULL, to_name = NULL, email_hash = NULL,
       subject = NULL, subject_kind = NULL, subject_id = NULL, last_response = NULL, is_copy_kept = false
     WHERE contact_id = $1 OR to_email = ANY($2) RETURNING 1`,
  ],
  [
    // What is on its way elsewhere stays here; what came back may have named the person.
    "effects",
    `WITH mine AS (
       UPDATE mailroom.effect SET contact_id = NULL, answer = NULL, last_error = NULL,
         settings = CASE WHEN state = 'pending' THEN '{}'::jsonb ELSE settings END,
         state = CASE WHEN state = 'pending' THEN 'skipped' ELSE state END, settled_at = coalesce(settled_at, mailroom.now())
       WHERE contact_id = $1 RETURNING id
     ),
     answers AS (UPDATE mailroom.effect_attempt t SET detail = '{}' FROM mine WHERE t.effect_id = mine.id)
     SELECT 1 FROM mine`,
  ],
  ["tasks", `DELETE FROM mailroom.task WHERE contact_id = $1 RETURNING 1`],
  [
    // What a replay showed of this person, or of an address that was nobody's yet.
    "replays",
    `DELETE FROM mailroom.replay r WHERE $1 = ANY(r.contact_ids)
       OR EXISTS (SELECT FROM unnest($2::text[]) a WHERE strpos(lower(r.report::text), lower(a)) > 0) RETURNING 1`,
  ],
  ["promotion_codes", `UPDATE mailroom.promotion_code SET contact_id = NULL WHERE contact_id = $1 RETURNING 1`],
  [
    "decisions",
    `UPDATE mailroom.decision SET contact_id = NULL, occurrence_key = NULL, detail = NULL WHERE contact_id = $1 RETURNING 1`,
  ],
  [
    "automations_stopped",
    `UPDATE mailroom.enrolment SET contact_id = NULL, facts = '{}', last_error = NULL,
       state = CASE WHEN state IN ('due', 'waiting') THEN 'stopped' ELSE state END,
       outcome = CASE WHEN state IN ('due', 'waiting') THEN 'erased' ELSE outcome END,
       ended_at = coalesce(ended_at, mailroom.now()) WHERE contact_id = $1 RETURNING 1`,
  ],
  [
    "sign_ups",
    `DELETE FROM mailroom.subscription_request r USING mailroom.contact_address a WHERE a.id = r.address_id AND a.contact_id = $1 RETURNING 1`,
  ],
  [
    "topics",
    `DELETE FROM mailroom.subscription s USING mailroom.contact_address a WHERE a.id = s.address_id AND a.contact_id = $1 RETURNING 1`,
  ],
  [
    "consent_entries",
    `UPDATE mailroom.consent_personal p SET salt = NULL, email = NULL, page_url = NULL, ip = NULL, user_agent = NULL, note = NULL
     FROM mailroom.consent_log l WHERE l.id = p.log_id AND l.contact_id = $1 RETURNING 1`,
  ],
  ["soft_bounces", `DELETE FROM mailroom.soft_bounce WHERE email_hash = ANY($3) RETURNING 1`],
  ["blocks_kept_as_hash", `UPDATE mailroom.suppression SET email_norm = NULL WHERE email_hash = ANY($3) RETURNING 1`],
  ["order_lines", `UPDATE mailroom.purchase SET contact_id = NULL WHERE contact_id = $1 RETURNING 1`],
  [
    "orders",
    `UPDATE mailroom.purchase_order SET contact_id = NULL, email_norm = NULL, customer_id = NULL WHERE contact_id = $1 RETURNING 1`,
  ],
  ["carts", `DELETE FROM mailroom.cart WHERE contact_id = $1 RETURNING 1`],
  ["purchase_totals", `DELETE FROM mailroom.contact_purchase_total WHERE contact_id = $1 RETURNING 1`],
  [
    "quality_findings",
    `DELETE FROM mailroom.contact_quality WHERE contact_id = $1 OR other_contact_id = $1 RETURNING 1`,
  ],
  ["customer_moves", `DELETE FROM mailroom.contact_move WHERE from_contact_id = $1 OR to_contact_id = $1 RETURNING 1`],
  ["recent_mail", `DELETE FROM mailroom.recent_mail WHERE contact_id = $1 RETURNING 1`],
  ["segments", `DELETE FROM mailroom.segment_member WHERE contact_id = $1 RETURNING 1`],
  ["visits", `DELETE FROM mailroom.visit WHERE contact_id = $1 RETURNING 1`],
  ["visitor", `DELETE FROM mailroom.visitor WHERE contact_id = $1 RETURNING 1`],
  ["balances", `DELETE FROM mailroom.balance WHERE contact_id = $1 RETURNING 1`],
  ["poll_answers", FORGET_ANSWERS],
  ["stock_requests", `DELETE FROM mailroom.stock_request WHERE contact_id = $1 RETURNING 1`],
  ["segments_entered", `DELETE FROM mailroom.segment_entrant WHERE contact_id = $1 RETURNING 1`],
  ["rfm", `DELETE FROM mailroom.contact_rfm WHERE contact_id = $1 RETURNING 1`],
  ["channels", `DELETE FROM mailroom.contact_channel WHERE contact_id = $1 RETURNING 1`],
  ["customer_links", `DELETE FROM mailroom.contact_customer WHERE contact_id = $1 RETURNING 1`],
  ["imports", `DELETE FROM mailroom.import_change WHERE contact_id = $1 RETURNING 1`],
  [
    "addresses",
    `UPDATE mailroom.contact_address SET email = NULL, email_norm = NULL, domain = NULL WHERE contact_id = $1 RETURNING 1`,
  ],
  [
    "profile",
    `UPDATE mailroom.contact SET first_name = NULL, last_name = NULL, locale = NULL, country = NULL, time_zone = NULL,
       birthday = NULL, region_id = NULL, sales_channel_id = NULL, tags = '{}', fields = '{}', source = 'erased', own_choices = '{}',
       last_transaction_at = NULL, last_interaction_at = NULL, paused_until = NULL, fades_at = NULL,
       erased_at = mailroom.now(), updated_at = mailroom.now() WHERE id = $1 RETURNING 1`,
  ],
]

/** Postgres takes no parameter that a statement does not use: each gets its own few, in order. */
export function eraseStep(text: string, who: { contactId: string; addresses: string[]; hashes: Buffer[] }): Statement {
  const casts: Record<string, [string, unknown]> = {
    $1: ["uuid", who.contactId],
    $2: ["text[]", who.addresses],
    $3: ["bytea[]", who.hashes],
  }
  const used = Object.keys(casts).filter((name) => text.includes(name))
  return {
    text: used
      .reduce((statement, name, n) => statement.replaceAll(name, `§${n + 1}::${casts[name]![0]}`), text)
      .replaceAll("§", "$"),
    values: used.map((name) => casts[name]![1]),
  }
}

export type SearchedTable = {
  table: string
  columns: { name: string; type: string; isNullable: boolean }[]
  blocks: number
}

/**
 * Every column of the schema that can hold text, as the catalogue has it now, with the size of its table. Not: the log
 * (append-only; it holds no address), keys, and what was erased exactly by its row.
 */
export function selectSearchedTables(): Statement {
  return {
    text: `
      SELECT c.relname AS "table", (pg_relation_size(c.oid) / current_setting('block_size')::int)::int AS blocks,
        json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL), 'isNullable', NOT a.attnotnull)
          ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE n.nspname = 'mailroom' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND a.atttypid IN ('text'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype, 'bytea'::regtype, 'varchar'::regtype)
        AND NOT c.relname IN ('consent_log', 'keyring', 'migration', 'contact', 'contact_address', 'contact_search', 'erasure')
      GROUP BY c.oid, c.relname ORDER BY c.relname COLLATE "C"`,
    values: [],
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Rows of these blocks in which a column holds one of the needles (small letters), locked. Table and columns come from the catalogue. */
export function selectHolding(
  { table, columns }: SearchedTable,
  search: { needles: string[]; fromBlock: number; toBlock: number },
): Statement {
  const holds = columns.map(({ name, type }) =>
    type === "bytea"
      ? `EXISTS (SELECT FROM unnest($1::text[]) needle WHERE position(convert_to(needle, 'UTF8') IN ${quoted(name)}) > 0)`
      : `EXISTS (SELECT FROM unnest($1::text[]) needle WHERE position(needle IN lower(${quoted(name)}::text)) > 0)`,
  )
  return {
    text: `SELECT ctid::text AS ctid, ${columns.map(({ name }) => quoted(name)).join(", ")} FROM mailroom.${quoted(table)}
           WHERE ctid >= $2::tid AND ctid < $3::tid AND (${holds.join(" OR ")}) FOR UPDATE`,
    values: [search.needles, `(${search.fromBlock},0)`, `(${search.toBlock},0)`],
  }
}

export function deleteAt(table: string, ctid: string): Statement {
  return { text: `DELETE FROM mailroom.${quoted(table)} WHERE ctid = $1::tid`, values: [ctid] }
}

export function updateAt(
  table: string,
  ctid: string,
  columns: { name: string; type: string; value: unknown }[],
): Statement {
  const set = columns.map(({ name, type }, n) => `${quoted(name)} = $${n + 2}::${type}`)
  return {
    text: `UPDATE mailroom.${quoted(table)} SET ${set.join(", ")} WHERE ctid = $1::tid`,
    values: [
      ctid,
      ...columns.map(({ type, value }) => (type.startsWith("json") && value !== null ? JSON.stringify(value) : value)),
    ],
  }
}

/** Of these addresses: those whose owner asked to be forgotten, and when. */
export function selectErased(emailHashes: Buffer[]): Statement {
  return {
    text: `SELECT email_hash, max(created_at) AS at FROM mailroom.suppression
           WHERE lifted_at IS NULL AND reason = 'erasure' AND email_hash IS NOT NULL AND email_hash = ANY($1::bytea[]) GROUP BY email_hash`,
    values: [emailHashes],
  }
}
