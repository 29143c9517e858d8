import type { Statement } from "../database"

export type RecipientRow = {
  message_id: string | null
  contact_id: string | null
  address_id: string | null
  email: string | null
  email_norm: string | null
  email_hash: Buffer
  class: string | null
  topic_id: string | null
  locale: string | null
  sender_id: string | null
  is_test: boolean
}

/** Whom a mail went to. The language is the person's choice, else the mail's. */
export function selectRecipientOfMessage(messageId: string): Statement {
  return {
    text: `
      SELECT m.id AS message_id, m.contact_id, m.address_id, coalesce(a.email, m.to_email) AS email, a.email_norm,
        m.email_hash, m.class, m.topic_id, coalesce(c.locale, m.locale) AS locale, m.sender_id, m.is_test
      FROM mailroom.message m
      LEFT JOIN mailroom.contact_address a ON a.id = m.address_id
      LEFT JOIN mailroom.contact c ON c.id = m.contact_id
      WHERE m.id = $1 AND m.email_hash IS NOT NULL`,
    values: [messageId],
  }
}

export function selectRecipientOfAddress(addressId: string): Statement {
  return {
    text: `
      SELECT NULL AS message_id, a.contact_id, a.id AS address_id, a.email, a.email_norm, a.email_hash, NULL AS class,
        NULL AS topic_id, c.locale, NULL AS sender_id, false AS is_test
      FROM mailroom.contact_address a JOIN mailroom.contact c ON c.id = a.contact_id WHERE a.id = $1`,
    values: [addressId],
  }
}

/** Public topics, and internal ones that the person is subscribed to: nobody must be kept in what he cannot leave. */
export function selectTopicsOf(addressId: string | null): Statement {
  return {
    text: `
      SELECT t.id, t.slug, t.name, t.description, t.translations, t.is_double_opt_in,
        coalesce(s.state, 'none') AS state
      FROM mailroom.topic t LEFT JOIN mailroom.subscription s ON s.topic_id = t.id AND s.address_id = $1
      WHERE t.archived_at IS NULL AND (t.visibility = 'public' OR s.state = 'subscribed')
      ORDER BY t.position, t.name`,
    values: [addressId],
  }
}
