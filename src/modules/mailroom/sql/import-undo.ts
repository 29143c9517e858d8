import type { Statement } from "../database"
import type { ImportChange } from "./import-changes"

/** What the import suppressed and nobody lifted since. */
export function liftImportedSuppressions(ids: string[], by: string | null): Statement {
  return {
    text: `UPDATE mailroom.suppression SET lifted_at = mailroom.now(), lifted_by = $2, lift_reason = 'import undone'
           WHERE id = ANY($1::uuid[]) AND lifted_at IS NULL AND source = 'import' RETURNING id`,
    values: [ids, by ?? "api"],
  }
}

/**
 * Contacts that nothing but this import has touched: no account, order, cart, mail, sign-up, word of their own, or change.
 * What touched them is asked table by table for all of them at once, each by its index on the contact.
 */
export function selectUntouched(importId: string, contactIds: string[]): Statement {
  const of = (table: string) => `SELECT contact_id FROM mailroom.${table} WHERE contact_id = ANY($2::uuid[])`
  return {
    text: `
      WITH address AS MATERIALIZED (
        SELECT id, contact_id FROM mailroom.contact_address WHERE contact_id = ANY($2::uuid[])
      ),
      touched AS MATERIALIZED (
        ${["contact_customer", "purchase_order", "cart", "message", "enrolment"].map(of).join("\n        UNION ALL ")}
        UNION ALL SELECT from_contact_id FROM mailroom.contact_move WHERE from_contact_id = ANY($2::uuid[])
        UNION ALL SELECT to_contact_id FROM mailroom.contact_move WHERE to_contact_id = ANY($2::uuid[])
        UNION ALL ${of("import_change")} AND import_id <> $1
        UNION ALL ${of("consent_log")} AND NOT (source IN ('import', 'import_undo') AND method = $1)
        UNION ALL SELECT contact_id FROM address GROUP BY contact_id HAVING count(*) > 1
        UNION ALL SELECT a.contact_id FROM mailroom.subscription_request r JOIN address a ON a.id = r.address_id
      )
      SELECT c.id FROM mailroom.contact c LEFT JOIN touched t ON t.contact_id = c.id
      WHERE c.id = ANY($2::uuid[]) AND t.contact_id IS NULL AND c.source = 'import' AND c.own_choices = '{}'
        AND c.last_transaction_at IS NULL AND c.last_interaction_at IS NULL`,
    values: [importId, contactIds],
  }
}

/** Columns and fields that still hold what the import wrote get their old value; its tags go where they are still on. */
export function restoreProfiles(changes: ImportChange[]): Statement {
  const columns = ["first_name", "last_name", "locale", "country", "time_zone"]
  const rows = changes.filter(({ after, tags }) => tags.length > 0 || Object.keys(after).length > 0)
  return {
    text: `
      UPDATE mailroom.contact c SET
        ${columns.map((column) => `${column} = CASE WHEN w.after ? '${column}' AND c.${column} = w.after ->> '${column}' THEN w.before ->> '${column}' ELSE c.${column} END`).join(",\n        ")},
        birthday = CASE WHEN w.after ? 'birthday' AND c.birthday = (w.after ->> 'birthday')::date
          THEN (w.before ->> 'birthday')::date ELSE c.birthday END,
        fields = jsonb_strip_nulls(c.fields || coalesce((
          SELECT jsonb_object_agg(f.key, coalesce(w.before -> 'fields' -> f.key, 'null'))
          FROM jsonb_each(w.after -> 'fields') f WHERE c.fields -> f.key = f.value), '{}')),
        tags = ARRAY(SELECT t FROM unnest(c.tags) t WHERE NOT t = ANY(w.tags)),
        updated_at = mailroom.now()
      FROM json_to_recordset($1::json) AS w(contact_id uuid, before jsonb, after jsonb, tags text[])
      WHERE c.id = w.contact_id RETURNING c.id`,
    values: [JSON.stringify(rows)],
  }
}

/** Of these addresses: subjects (a topic's id, or the purpose) on which this import had the last word. */
export function selectStillImported(importId: string, addressIds: string[]): Statement {
  return {
    text: `
      SELECT address_id, subject FROM (
        SELECT DISTINCT ON (a.id, coalesce(l.topic_id, l.purpose)) a.id AS address_id,
          coalesce(l.topic_id, l.purpose) AS subject, l.source, l.method
        FROM mailroom.contact_address a
        JOIN mailroom.consent_log l ON l.contact_id = a.contact_id AND l.email_hash = a.email_hash
        WHERE a.id = ANY($2::uuid[]) AND l.purpose IN ('marketing', 'topic')
        ORDER BY a.id, coalesce(l.topic_id, l.purpose), l.seq DESC
      ) last
      WHERE source IN ('import', 'import_undo') AND method = $1`,
    values: [importId, addressIds],
  }
}

/**
 * The contact goes; its chain stays as it is (with the counter entries) and its personal part is emptied, because there
 * is nobody left whose data it could be.
 */
export function deleteMadeContacts(contactIds: string[]): Statement {
  return {
    text: `
      WITH emptied AS (
        UPDATE mailroom.consent_personal p SET salt = NULL, email = NULL, page_url = NULL, ip = NULL, user_agent = NULL, note = NULL
        FROM mailroom.consent_log l WHERE l.id = p.log_id AND l.contact_id = ANY($1::uuid[])
      ),
      topics AS (
        DELETE FROM mailroom.subscription s USING mailroom.contact_address a
        WHERE a.id = s.address_id AND a.contact_id = ANY($1::uuid[])
      ),
      addresses AS (DELETE FROM mailroom.contact_address WHERE contact_id = ANY($1::uuid[]))
      DELETE FROM mailroom.contact WHERE id = ANY($1::uuid[]) RETURNING id`,
    values: [contactIds],
  }
}
