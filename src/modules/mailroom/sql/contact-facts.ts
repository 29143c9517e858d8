import type { Statement } from "../database"

/** Who a person is, as a mail to them needs it. */
export type PersonFacts = {
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  locale: string | null
  country: string | null
  region_id: string | null
  sales_channel_id: string | null
  customer_id: string | null
  has_account: boolean
  group_ids: string[]
}

/** Contacts with their main address, and of several accounts the one that is older. No row: erased, or never there. */
export function selectPeopleFacts(contactIds: string[]): Statement {
  return {
    text: `
      SELECT c.id, a.email, c.first_name, c.last_name, c.locale, c.country, c.region_id, c.sales_channel_id, k.customer_id,
        coalesce(k.has_account, false) AS has_account, coalesce(k.group_ids, '{}') AS group_ids
      FROM mailroom.contact c
      LEFT JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      LEFT JOIN LATERAL (
        SELECT * FROM mailroom.contact_customer k WHERE k.contact_id = c.id
        ORDER BY k.has_account DESC, k.registered_at NULLS LAST, k.customer_id LIMIT 1
      ) k ON true
      WHERE c.id = ANY($1::uuid[]) AND c.erased_at IS NULL`,
    values: [contactIds],
  }
}

/** The contact of a customer; no row when Mailroom does not know him. */
export function selectContactOfCustomer(customerId: string): Statement {
  return {
    text: `SELECT contact_id FROM mailroom.contact_customer WHERE customer_id = $1`,
    values: [customerId],
  }
}

export function selectContactId(contactId: string): Statement {
  return { text: `SELECT id FROM mailroom.contact WHERE id = $1::uuid AND erased_at IS NULL`, values: [contactId] }
}
