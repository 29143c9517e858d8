import type { Statement } from "../database"

/** One person as the statements below read it out of JSON; absent keys are null. */
export type PersonRow = {
  email: string
  email_norm: string
  domain: string
  email_hash: string
  source: string
  first_name: string | null
  last_name: string | null
  locale: string | null
  country: string | null
  region_id: string | null
  sales_channel_id: string | null
  customer_id: string | null
  has_account: boolean
  group_ids: string[] | null
  registered_at: string | null
  last_transaction_at: string | null
  last_interaction_at: string | null
  overwrites: boolean
}

const WANTED = `
  SELECT * FROM json_to_recordset($1::json) AS r(
    email text, email_norm text, domain text, email_hash text, source text, first_name text, last_name text, locale text,
    country text, region_id text, sales_channel_id text, customer_id text, has_account boolean, group_ids text[],
    registered_at timestamptz, last_transaction_at timestamptz, last_interaction_at timestamptz, overwrites boolean)`

/**
 * Customers who have a contact already and now come with an address that nobody has: the address moves in with them.
 * Not where two accounts share the contact: one of them changing its address must not take the other along.
 */
export function selectChangedAddresses(rows: PersonRow[]): Statement {
  return {
    text: `
      WITH wanted AS (${WANTED})
      SELECT DISTINCT ON (l.contact_id) l.contact_id, w.email, w.email_norm, w.domain, w.email_hash
      FROM wanted w
      JOIN mailroom.contact_customer l ON l.customer_id = w.customer_id
      WHERE NOT EXISTS (SELECT FROM mailroom.contact_address a WHERE a.email_norm = w.email_norm)
        AND 1 = (SELECT count(*) FROM mailroom.contact_customer o WHERE o.contact_id = l.contact_id)
      ORDER BY l.contact_id, w.email_norm`,
    values: [JSON.stringify(rows)],
  }
}

/** Its history stays with the old address; only one address of a contact is the primary one. */
export function demoteAddresses(contactIds: string[]): Statement {
  return {
    text: `UPDATE mailroom.contact_address SET is_primary = false WHERE contact_id = ANY($1::uuid[]) AND is_primary`,
    values: [contactIds],
  }
}

/** The new address starts without marketing consent: consent was given for the old one. */
export function insertPrimaryAddresses(
  moved: { contact_id: string; email: string; email_norm: string; domain: string; email_hash: string }[],
): Statement {
  return {
    text: `
      INSERT INTO mailroom.contact_address (contact_id, email, email_norm, domain, email_hash)
      SELECT contact_id, email, email_norm, domain, decode(email_hash, 'hex')
      FROM json_to_recordset($1::json) AS r(contact_id uuid, email text, email_norm text, domain text, email_hash text)`,
    values: [JSON.stringify(moved)],
  }
}

/** Addresses that nobody has become contacts. A process that was quicker wins (unique index contact_address_email). */
export function insertMissingContacts(rows: PersonRow[]): Statement {
  return {
    text: `
      WITH wanted AS (
        SELECT DISTINCT ON (w.email_norm) mailroom.uuidv7() AS contact_id, w.* FROM (${WANTED}) w
        WHERE NOT EXISTS (SELECT FROM mailroom.contact_address a WHERE a.email_norm = w.email_norm)
        ORDER BY w.email_norm
      ),
      addresses AS (
        INSERT INTO mailroom.contact_address (contact_id, email, email_norm, domain, email_hash)
        SELECT contact_id, email, email_norm, domain, decode(email_hash, 'hex') FROM wanted
        ON CONFLICT (email_norm) WHERE email_norm IS NOT NULL DO NOTHING
        RETURNING contact_id
      )
      INSERT INTO mailroom.contact (id, source)
      SELECT contact_id, source FROM wanted JOIN addresses USING (contact_id)
      RETURNING id`,
    values: [JSON.stringify(rows)],
  }
}

/** A customer belongs to the contact of the address that it now has. */
export function linkCustomers(rows: PersonRow[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.contact_customer (customer_id, contact_id, has_account, group_ids, registered_at)
      SELECT DISTINCT ON (w.customer_id) w.customer_id, a.contact_id, coalesce(w.has_account, false),
        coalesce(w.group_ids, '{}'), w.registered_at
      FROM (${WANTED}) w JOIN mailroom.contact_address a ON a.email_norm = w.email_norm
      WHERE w.customer_id IS NOT NULL
      ORDER BY w.customer_id
      ON CONFLICT (customer_id) DO UPDATE SET
        contact_id = EXCLUDED.contact_id,
        has_account = contact_customer.has_account OR EXCLUDED.has_account,
        group_ids = EXCLUDED.group_ids,
        registered_at = coalesce(EXCLUDED.registered_at, contact_customer.registered_at)`,
    values: [JSON.stringify(rows)],
  }
}

/**
 * Fills what is empty; a row with `overwrites` (the customer record itself) also replaces what the shop said before, but
 * never what somebody chose by hand. Times only move forward. Rows that would not change are not written.
 */
export function mergeProfiles(rows: PersonRow[]): Statement {
  const text = (column: string) => `CASE
    WHEN p.${column} IS NULL OR '${column}' = ANY(c.own_choices) THEN c.${column}
    WHEN c.${column} IS NULL OR p.overwrites THEN p.${column} ELSE c.${column} END`
  const columns = ["first_name", "last_name", "locale", "country", "region_id", "sales_channel_id"]
  return {
    text: `
      WITH profiles AS (
        SELECT a.contact_id,
          ${columns.map((column) => `(array_agg(w.${column} ORDER BY w.overwrites DESC) FILTER (WHERE w.${column} IS NOT NULL))[1] AS ${column}`).join(",\n          ")},
          bool_or(w.overwrites) AS overwrites,
          max(w.last_transaction_at) AS last_transaction_at, max(w.last_interaction_at) AS last_interaction_at
        FROM (${WANTED}) w JOIN mailroom.contact_address a ON a.email_norm = w.email_norm
        GROUP BY a.contact_id
      ),
      merged AS (
        SELECT c.id, ${columns.map((column) => `${text(column)} AS ${column}`).join(", ")},
          greatest(c.last_transaction_at, p.last_transaction_at) AS last_transaction_at,
          greatest(c.last_interaction_at, p.last_interaction_at) AS last_interaction_at
        FROM mailroom.contact c JOIN profiles p ON p.contact_id = c.id
      )
      UPDATE mailroom.contact c SET
        ${[...columns, "last_transaction_at", "last_interaction_at"].map((column) => `${column} = m.${column}`).join(", ")},
        updated_at = mailroom.now()
      FROM merged m
      WHERE c.id = m.id AND (${[...columns, "last_transaction_at", "last_interaction_at"].map((column) => `c.${column}`).join(", ")})
        IS DISTINCT FROM (${[...columns, "last_transaction_at", "last_interaction_at"].map((column) => `m.${column}`).join(", ")})`,
    values: [JSON.stringify(rows)],
  }
}

export type AddressRow = {
  contact_id: string
  address_id: string
  email: string
  email_norm: string
  locale: string | null
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed"
  tracking: "unknown" | "granted" | "denied"
}

const ADDRESS = `SELECT a.contact_id, a.id AS address_id, a.email, a.email_norm, c.locale, a.marketing, a.tracking
  FROM mailroom.contact_address a JOIN mailroom.contact c ON c.id = a.contact_id`

/** By unique index contact_address_email. */
export function selectAddresses(emailNorms: string[]): Statement {
  return { text: `${ADDRESS} WHERE a.email_norm = ANY($1::text[])`, values: [emailNorms] }
}

/** The primary address of a Medusa customer. */
export function selectCustomerAddress(customerId: string): Statement {
  return {
    text: `${ADDRESS} JOIN mailroom.contact_customer l ON l.contact_id = a.contact_id
           WHERE l.customer_id = $1 AND a.is_primary AND a.email IS NOT NULL`,
    values: [customerId],
  }
}

/** The person's own choices of language; `own_choices` protects it from what the shop says later. */
export function updateLocale(contactId: string, locale: string): Statement {
  return {
    text: `
      UPDATE mailroom.contact SET locale = $2, updated_at = mailroom.now(),
        own_choices = CASE WHEN 'locale' = ANY(own_choices) THEN own_choices ELSE own_choices || '{locale}'::text[] END
      WHERE id = $1`,
    values: [contactId, locale],
  }
}

export function selectProfile(emailNorm: string): Statement {
  return {
    text: `SELECT c.first_name AS "firstName", c.last_name AS "lastName", c.locale
           FROM mailroom.contact_address a JOIN mailroom.contact c ON c.id = a.contact_id WHERE a.email_norm = $1`,
    values: [emailNorm],
  }
}
