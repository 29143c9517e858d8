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
 * The customer record decides over the contact's address when it is alone with it. An account does not share that with
 * the guest records that Medusa makes beside it; two accounts do, and then one that changes its address leaves.
 */
const DECIDES = `
  NOT EXISTS (SELECT FROM mailroom.contact_customer o
    WHERE o.contact_id = l.contact_id AND o.customer_id <> l.customer_id AND o.has_account)
  AND (w.has_account OR l.has_account OR NOT EXISTS (SELECT FROM mailroom.contact_customer o
    WHERE o.contact_id = l.contact_id AND o.customer_id <> l.customer_id))`

export type ChangedAddressRow = {
  contact_id: string
  email: string
  email_norm: string
  domain: string
  email_hash: string
}

/** Customers who have a contact already and now come with an address that nobody has: the address moves in with them. */
export function selectChangedAddresses(rows: PersonRow[]): Statement {
  return {
    text: `
      WITH wanted AS (${WANTED})
      SELECT DISTINCT ON (email_norm) * FROM (
        SELECT DISTINCT ON (l.contact_id) l.contact_id, w.email, w.email_norm, w.domain, w.email_hash
        FROM wanted w
        JOIN mailroom.contact_customer l ON l.customer_id = w.customer_id
        WHERE NOT EXISTS (SELECT FROM mailroom.contact_address a WHERE a.email_norm = w.email_norm) AND ${DECIDES}
        ORDER BY l.contact_id, w.email_norm
      ) one_each
      ORDER BY email_norm, contact_id`,
    values: [JSON.stringify(rows)],
  }
}

/** Customers who come back to an earlier address of their own contact. */
export function selectReturnedAddresses(rows: PersonRow[]): Statement {
  return {
    text: `
      WITH wanted AS (${WANTED})
      SELECT DISTINCT ON (l.contact_id) l.contact_id, a.id AS address_id
      FROM wanted w
      JOIN mailroom.contact_customer l ON l.customer_id = w.customer_id
      JOIN mailroom.contact_address a ON a.email_norm = w.email_norm AND a.contact_id = l.contact_id
      WHERE NOT a.is_primary AND ${DECIDES}
      ORDER BY l.contact_id, a.id`,
    values: [JSON.stringify(rows)],
  }
}

export function promoteAddresses(addressIds: string[]): Statement {
  return {
    text: `UPDATE mailroom.contact_address SET is_primary = true WHERE id = ANY($1::uuid[])`,
    values: [addressIds],
  }
}

/** The primary addresses as they are before one of the statements above. */
export function selectPrimaryAddresses(contactIds: string[]): Statement {
  return {
    text: `SELECT contact_id, id AS address_id FROM mailroom.contact_address
           WHERE contact_id = ANY($1::uuid[]) AND is_primary ORDER BY contact_id`,
    values: [contactIds],
  }
}

/**
 * Customers whose new address is that of another contact: the two stay two, because each has a consent chain and messages
 * under its own id, but they are written down as one person's. Answers the addresses before and after.
 */
export function insertMoves(rows: PersonRow[]): Statement {
  return {
    text: `
      WITH moved AS (
        SELECT DISTINCT ON (l.customer_id) l.customer_id, l.contact_id AS from_contact_id, a.contact_id AS to_contact_id,
          a.id AS to_address_id
        FROM (${WANTED}) w
        JOIN mailroom.contact_customer l ON l.customer_id = w.customer_id
        JOIN mailroom.contact_address a ON a.email_norm = w.email_norm
        WHERE a.contact_id <> l.contact_id
        ORDER BY l.customer_id, a.id
      ),
      noted AS (
        INSERT INTO mailroom.contact_move (customer_id, from_contact_id, to_contact_id)
        SELECT customer_id, from_contact_id, to_contact_id FROM moved
      )
      SELECT p.id AS from_address_id, m.to_address_id FROM moved m
      JOIN mailroom.contact_address p ON p.contact_id = m.from_contact_id AND p.is_primary
      ORDER BY m.customer_id`,
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
export function insertPrimaryAddresses(moved: ChangedAddressRow[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.contact_address (contact_id, email, email_norm, domain, email_hash)
      SELECT contact_id, email, email_norm, domain, decode(email_hash, 'hex')
      FROM json_to_recordset($1::json) AS r(contact_id uuid, email text, email_norm text, domain text, email_hash text)
      RETURNING contact_id, id AS address_id`,
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

/** Those of these customers who have an address; primary key of contact_customer. */
export function selectContactsOfCustomers(customerIds: string[]): Statement {
  return {
    text: `
      SELECT l.customer_id, l.contact_id FROM mailroom.contact_customer l
      JOIN mailroom.contact_address a ON a.contact_id = l.contact_id AND a.is_primary
      WHERE l.customer_id = ANY($1::text[]) AND a.email IS NOT NULL ORDER BY l.customer_id`,
    values: [customerIds],
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

/** The shop no longer has this customer: the contact stays, with its consent and its orders. */
export function unlinkCustomer(customerId: string): Statement {
  return { text: `DELETE FROM mailroom.contact_customer WHERE customer_id = $1`, values: [customerId] }
}

/**
 * Customers that a page of the shop's list should have shown and did not. "C" sorts as the shop's ids do: capital
 * letters and digits after one prefix.
 */
export function unlinkMissingCustomers(page: { after: string | null; last: string; ids: string[] }): Statement {
  return {
    text: `DELETE FROM mailroom.contact_customer
           WHERE ($1::text IS NULL OR customer_id COLLATE "C" > $1) AND customer_id COLLATE "C" <= $2
             AND NOT customer_id = ANY($3::text[])`,
    values: [page.after, page.last, page.ids],
  }
}

/** Suppressions of an address that somebody meant the person by; a dead mailbox is not one of them. */
export function selectPersonalStops(addressId: string): Statement {
  return {
    text: `SELECT s.id, s.scope, s.reason FROM mailroom.suppression s
           JOIN mailroom.contact_address a ON a.email_hash = s.email_hash
           WHERE a.id = $1 AND s.lifted_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > mailroom.now())
             AND s.reason IN ('manual', 'complaint') AND s.scope <> 'topic'
           ORDER BY s.created_at`,
    values: [addressId],
  }
}

export function selectAddress(addressId: string): Statement {
  return { text: `${ADDRESS} WHERE a.id = $1`, values: [addressId] }
}
