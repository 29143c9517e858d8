import type { Profile } from "../../../core/contacts/profile"
import type { Statement } from "../database"

export type KnownPerson = Profile & {
  email_norm: string
  address_id: string
  contact_id: string
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed"
  marketing_basis: string | null
  marketing_expires_at: Date | null
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
