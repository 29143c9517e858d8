import type { Statement } from "../database"
import type { ImportChange } from "./imports"

/** What the import suppressed and nobody lifted since. */
export function liftImportedSuppressions(ids: string[], by: string | null): Statement {
  return {
    text: `UPDATE mailroom.suppression SET lifted_at = mailroom.now(), lifted_by = $2, lift_reason = 'import undone'
           WHERE id = ANY($1::uuid[]) AND lifted_at IS NULL AND source = 'import' RETURNING id`,
    values: [ids, by ?? "api"],
  }
}

/** Contacts that nothing but this import has touched: no account, order, cart, mail, sign-up, word of their own, or change. */
export function selectUntouched(importId: string, contactIds: string[]): Statement {
  return {
    text: `
      SELECT c.id FROM mailroom.contact c
      WHERE c.id = ANY($2::uuid[]) AND c.source = 'import' AND c.own_choices = '{}'
        AND c.last_transaction_at IS NULL AND c.last_interaction_at IS NULL
        AND NOT EXISTS (SELECT FROM mailroom.contact_customer x WHERE x.contact_id = c.id)
        AND NOT EXISTS (SELECT FROM mailroom.purchase_order x WHERE x.contact_id = c.id)
        AND NOT EXISTS (SELECT FROM mailroom.cart x WHERE x.contact_id = c.id)
        AND NOT EXISTS (SELECT FROM mailroom.message x WHERE x.contact_id = c.id)
        AND NOT EXISTS (SELECT FROM mailroom.enrolment x WHERE x.contact_id = c.id)
        AND NOT EXISTS (SELECT FROM mailroom.contact_move x WHERE x.from_contact_id = c.id OR x.to_contact_id = c.id)
        AND NOT EXISTS (SELECT FROM mailroom.import_change x WHERE x.contact_id = c.id AND x.import_id <> $1)
        AND NOT EXISTS (SELECT FROM mailroom.consent_log x WHERE x.contact_id = c.id
          AND NOT (x.source IN ('import', 'import_undo') AND x.method = $1))
        AND 1 = (SELECT count(*) FROM mailroom.contact_address x WHERE x.contact_id = c.id)
        AND NOT EXISTS (SELECT FROM mailroom.subscription_request x JOIN mailroom.contact_address a ON a.id = x.address_id
          WHERE a.contact_id = c.id)`,
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
