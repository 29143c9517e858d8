import type { Statement } from "../database"

const COLUMNS = `id, name, from_name, from_email, marketing_from_email, reply_to, postal_address, storefront_url, brand,
  locale, sales_channel_ids, is_default, created_at, updated_at`

/** A handful of rows; the default first. */
export function selectSenders(): Statement {
  return {
    text: `SELECT ${COLUMNS} FROM mailroom.sender WHERE archived_at IS NULL ORDER BY is_default DESC, created_at, id`,
    values: [],
  }
}

/** Does nothing when there is a default sender already (index sender_one_default), or when another process is quicker. */
export function insertDefaultSender(sender: { id: string; name: string; fromName: string; locale: string }): Statement {
  return {
    text: `INSERT INTO mailroom.sender (id, name, from_name, locale, is_default) VALUES ($1, $2, $3, $4, true)
           ON CONFLICT DO NOTHING RETURNING id`,
    values: [sender.id, sender.name, sender.fromName, sender.locale],
  }
}

export type SenderRowInput = {
  id: string
  name: string
  from_name: string
  from_email: string | null
  marketing_from_email: string | null
  reply_to: string | null
  postal_address: string | null
  storefront_url: string | null
  brand: unknown
  locale: string
  sales_channel_ids: string[]
  is_default: boolean
}

export function upsertSender(sender: SenderRowInput): Statement {
  return {
    text: `
      INSERT INTO mailroom.sender (id, name, from_name, from_email, marketing_from_email, reply_to, postal_address,
        storefront_url, brand, locale, sales_channel_ids, is_default)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11::text[], $12)
      ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, from_name = excluded.from_name, from_email = excluded.from_email,
        marketing_from_email = excluded.marketing_from_email, reply_to = excluded.reply_to,
        postal_address = excluded.postal_address, storefront_url = excluded.storefront_url, brand = excluded.brand,
        locale = excluded.locale, sales_channel_ids = excluded.sales_channel_ids, is_default = excluded.is_default,
        updated_at = mailroom.now()
      RETURNING ${COLUMNS}`,
    values: [
      sender.id,
      sender.name,
      sender.from_name,
      sender.from_email,
      sender.marketing_from_email,
      sender.reply_to,
      sender.postal_address,
      sender.storefront_url,
      JSON.stringify(sender.brand),
      sender.locale,
      sender.sales_channel_ids,
      sender.is_default,
    ],
  }
}

/** Makes room for another default in the same transaction. */
export function clearDefaultSender(): Statement {
  return { text: `UPDATE mailroom.sender SET is_default = false WHERE is_default RETURNING id`, values: [] }
}

export function archiveSender(id: string): Statement {
  return {
    text: `UPDATE mailroom.sender SET archived_at = mailroom.now() WHERE id = $1 AND archived_at IS NULL RETURNING id`,
    values: [id],
  }
}
