import type { FieldValue } from "../../../core/contacts/contact-field"
import type { Profile } from "../../../core/contacts/profile"
import type { Statement } from "../database"

export type ProfileRow = Profile & {
  tags: string[]
  fields: Record<string, FieldValue>
  own_choices: string[]
  source: string
  fades_at: Date | null
  has_account: boolean
  addresses: { email: string | null; is_primary: boolean; created_at: string }[]
  purchases: {
    currency: string
    order_count: number
    net_spend: string
    first_order_at: string
    last_order_at: string
  }[]
  earlier: { contact_id: string; email: string | null; moved_at: string }[]
  later: { contact_id: string; email: string | null; moved_at: string }[]
}

/** Everything of one contact that is not about consent or mails. Money as text, so that no digit is lost on the way. */
export function selectProfileOf(contactId: string): Statement {
  const moves = (mine: string, theirs: string) => `
    (SELECT coalesce(jsonb_agg(jsonb_build_object('contact_id', m.${theirs}, 'email', a.email, 'moved_at', m.moved_at)
       ORDER BY m.id DESC), '[]')
     FROM mailroom.contact_move m
     LEFT JOIN mailroom.contact_address a ON a.contact_id = m.${theirs} AND a.is_primary WHERE m.${mine} = c.id)`
  return {
    text: `
      SELECT c.first_name, c.last_name, c.locale, c.country, c.time_zone, to_char(c.birthday, 'YYYY-MM-DD') AS birthday,
        c.tags, c.fields, c.own_choices, c.source, c.fades_at,
        EXISTS (SELECT FROM mailroom.contact_customer k WHERE k.contact_id = c.id AND k.has_account) AS has_account,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('email', a.email, 'is_primary', a.is_primary, 'created_at', a.created_at)
           ORDER BY a.is_primary DESC, a.created_at DESC, a.id), '[]')
         FROM mailroom.contact_address a WHERE a.contact_id = c.id) AS addresses,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('currency', p.currency, 'order_count', p.order_count,
           'net_spend', p.net_spend::text, 'first_order_at', p.first_order_at, 'last_order_at', p.last_order_at)
           ORDER BY p.order_count DESC, p.currency), '[]')
         FROM mailroom.contact_purchase_total p WHERE p.contact_id = c.id) AS purchases,
        ${moves("to_contact_id", "from_contact_id")} AS earlier,
        ${moves("from_contact_id", "to_contact_id")} AS later
      FROM mailroom.contact c WHERE c.id = $1::uuid`,
    values: [contactId],
  }
}

export type ProfileChange = {
  first_name?: string | null
  last_name?: string | null
  locale?: string | null
  country?: string | null
  time_zone?: string | null
  birthday?: string | null
  tags?: string[]
  fields?: Record<string, FieldValue | null>
}

const OWN = ["first_name", "last_name", "locale", "country", "time_zone", "birthday"] as const

/** What somebody chose by hand is noted in own_choices: the shop does not overwrite it any more. Fields are merged. */
export function updateProfile(contactId: string, change: ProfileChange): Statement {
  const columns = OWN.filter((column) => change[column] !== undefined)
  const values: unknown[] = [contactId, columns]
  const put = (value: unknown) => `$${values.push(value)}`
  const sets = [
    ...columns.map((column) => `${column} = ${put(change[column])}${column === "birthday" ? "::date" : "::text"}`),
    ...(change.tags ? [`tags = ${put(change.tags)}::text[]`] : []),
    ...(change.fields ? [`fields = jsonb_strip_nulls(fields || ${put(JSON.stringify(change.fields))}::jsonb)`] : []),
  ]
  return {
    text: `
      UPDATE mailroom.contact SET ${[...sets, ""].join(", ")} updated_at = mailroom.now(),
        own_choices = own_choices || ARRAY(SELECT one FROM unnest($2::text[]) one WHERE NOT one = ANY(own_choices))
      WHERE id = $1::uuid AND erased_at IS NULL RETURNING id`,
    values,
  }
}
