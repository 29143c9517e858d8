import type { Statement } from "../database"
import { gateReason, SUPPRESSION_HOLDS, SUPPRESSION_REASON } from "./mailing-gate"

export type PlanChunk = {
  mailingId: string
  /** How far the mailing is planned; with another value this process is not the one that plans it, and nothing happens. */
  mark: number
  /** Rows after `from`, up to and with `to`. */
  from: number
  to: number
  defaultLocale: string
  withContact: boolean
  /** With the merchant's own fields, too. */
  withFields: boolean
  /** Variables that are the same for all. */
  shared: Record<string, unknown>
  inactiveMonths: number | null
  /** A mailing that was stopped, or for which nobody chose in time, still says of everybody why nothing came. */
  refusal: string | null
  /** When it is due by time zone ('' = unknown), as ISO; null = now for all. A time that is over means now. */
  dueByZone: Record<string, string> | null
  validDays: number
}

/** Time zones of the contacts of one chunk; null among them for those without. */
export function selectZones(mailingId: string, from: number, to: number): Statement {
  return {
    text: `
      SELECT DISTINCT c.time_zone AS zone FROM mailroom.mailing_member p JOIN mailroom.contact c ON c.id = p.contact_id
      WHERE p.mailing_id = $1 AND p.row_number > $2 AND p.row_number <= $3`,
    values: [mailingId, from, to],
  }
}

/** 48 bits: milliseconds since 1970. */
const millis = (at: string) => `decode(lpad(to_hex((extract(epoch FROM ${at}) * 1000)::bigint), 12, '0'), 'hex')`

/** A uuid of version 7 without a question for chance: `moment` is 6 bytes, `bits` 10. */
const uuidOf = (moment: string, bits: string) =>
  `encode(${moment} || set_byte(set_byte(${bits}, 0, get_byte(${bits}, 0) & 15 | 112), 2, get_byte(${bits}, 2) & 63 | 128), 'hex')::uuid`

/**
 * The decisions about one chunk of members: a message for each, with a delivery or with a reason, in the order and words
 * of core/messages/gate. The key is core/messages/idempotency-key in SQL: 48-bit milliseconds of the start, then 80 bits
 * of sha256('mailing:{id}:{contact}'), so that a chunk planned again adds nothing; the next 80 are of the message's id. The
 * mailing is locked so that several chunks share it and a stop waits for them; `movePlanned` tells that they are done. A week to go out and the days that the
 * limits take (`validDays`): a pause over a weekend, or a throttle, must not let it expire.
 */
export function planChunk(chunk: PlanChunk): Statement {
  return {
    text: `
      WITH mailing AS (
        SELECT m.*, now.at, ${millis("m.started_at")} AS key_moment, ${millis("now.at")} AS id_moment, coalesce(s.id, d.id) AS from_sender,
          coalesce(nullif(split_part(coalesce(s.marketing_from_email, s.from_email, d.marketing_from_email, d.from_email), '@', 2), ''),
            'mailroom.invalid') AS mail_domain,
          coalesce(s.postal_address, d.postal_address) AS postal_address
        FROM mailroom.mailing m
        LEFT JOIN mailroom.sender s ON s.id = m.sender_id
        LEFT JOIN mailroom.sender d ON d.is_default
        CROSS JOIN (SELECT mailroom.now() AS at OFFSET 0) now
        WHERE m.id = $1 AND m.planned_rows = $12
        FOR SHARE OF m
      ),
      variant AS MATERIALIZED (
        SELECT w.variant, w.due_at, w.template_version_id, s.id AS from_sender, count(*) OVER () AS variants,
          nullif(split_part(coalesce(s.marketing_from_email, s.from_email), '@', 2), '') AS mail_domain
        FROM mailroom.mailing_variant w LEFT JOIN mailroom.sender s ON s.id = w.sender_id WHERE w.mailing_id = $1
      ),
      member AS MATERIALIZED (
        SELECT ${uuidOf("m.id_moment", "substring(k.hash FROM 11 FOR 10)")} AS id, m.at,
          greatest(m.at, ($9::jsonb ->> coalesce(c.time_zone, ''))::timestamptz,
            CASE WHEN p.row_number > m.test_rows THEN m.rest_due_at ELSE v.due_at END) AS due_at,
          coalesce(v.variant, 0) AS variant, coalesce(v.template_version_id, m.template_version_id) AS template_version_id,
          coalesce(v.from_sender, m.from_sender) AS from_sender, coalesce(v.mail_domain, m.mail_domain) AS mail_domain, p.contact_id, p.address_id,
          m.key_moment || substring(k.hash FROM 1 FOR 10) AS key,
          a.email, a.email_hash, a.domain, c.first_name, c.last_name,
          CASE WHEN $11::boolean THEN c.fields END AS own_fields, coalesce(c.locale, $4) AS locale,
          coalesce(${gateReason({ refusal: "$7", inactiveMonths: "$6" })},
            CASE WHEN p.row_number <= m.control_rows THEN 'control_group' END) AS reason
        FROM mailing m
        JOIN mailroom.mailing_member p ON p.mailing_id = m.id AND p.row_number > $2 AND p.row_number <= $3
        CROSS JOIN LATERAL (
          SELECT sha256(convert_to('mailing:' || m.id || ':' || p.contact_id, 'UTF8')) AS hash OFFSET 0
        ) k
        JOIN mailroom.contact c ON c.id = p.contact_id
        JOIN mailroom.contact_address a ON a.id = p.address_id
        LEFT JOIN LATERAL (
          SELECT * FROM mailroom.subscription one WHERE one.address_id = a.id AND one.topic_id = m.topic_id OFFSET 0
        ) t ON true
        -- Two look-ups of one index each: as one with OR they took a third of the whole statement. OFFSET 0: once per person.
        CROSS JOIN LATERAL (
          SELECT coalesce(
            (SELECT ${SUPPRESSION_REASON} FROM mailroom.suppression s
             WHERE s.email_hash = a.email_hash AND ${SUPPRESSION_HOLDS} ORDER BY s.created_at LIMIT 1),
            CASE WHEN EXISTS (SELECT FROM mailroom.suppression s WHERE s.domain = a.domain AND ${SUPPRESSION_HOLDS})
              THEN 'suppressed_domain' END
          ) AS reason
          OFFSET 0
        ) held
        LEFT JOIN variant v ON p.row_number > m.control_rows AND p.row_number <= m.test_rows
          AND v.variant = 1 + (p.row_number - m.control_rows - 1) % v.variants
        ORDER BY p.row_number
      ),
      written AS (
        INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, contact_id, address_id, to_email,
          to_name, email_hash, topic_id, sender_id, template_version_id, locale, mail_domain, status, reason, planned_at,
          settled_at, is_tracked, is_copy_kept, variant)
        SELECT w.id, w.key, 'marketing', 'mailing', m.kind, m.id, w.contact_id, w.address_id, w.email,
          nullif(concat_ws(' ', w.first_name, w.last_name), ''), w.email_hash, m.topic_id, w.from_sender, w.template_version_id,
          w.locale, w.mail_domain,
          CASE WHEN w.reason IS NULL THEN 'queued' WHEN w.reason = 'mailing_stopped' THEN 'cancelled'
            WHEN w.reason = 'too_late' THEN 'expired' ELSE 'dropped' END,
          w.reason, w.at, CASE WHEN w.reason IS NULL THEN NULL ELSE w.at END, m.is_tracked, m.is_copy_kept, w.variant
        FROM member w, mailing m
        ON CONFLICT (idempotency_key) DO NOTHING
        RETURNING id
      ),
      content AS (
        INSERT INTO mailroom.message_content (message_id, planned_at, context)
        SELECT w.id, w.at, CASE
            WHEN NOT $5::boolean THEN '{}'
            WHEN $11::boolean THEN jsonb_build_object('contact', jsonb_build_object('firstName', coalesce(w.first_name, ''),
              'lastName', coalesce(w.last_name, ''), 'email', w.email, 'fields', w.own_fields))
            ELSE jsonb_build_object('contact', jsonb_build_object('firstName', coalesce(w.first_name, ''),
              'lastName', coalesce(w.last_name, ''), 'email', w.email))
          END || $8::jsonb
        FROM member w JOIN written USING (id) WHERE w.reason IS NULL
      ),
      deliveries AS (
        INSERT INTO mailroom.delivery (message_id, lane_id, domain, due_at, expires_at)
        SELECT w.id, m.lane_id, w.domain, w.due_at, least(w.due_at + make_interval(days => $10::int), m.not_later_than) FROM member w JOIN written USING (id), mailing m
        WHERE w.reason IS NULL
      )
      SELECT FROM mailing`,
    values: [
      chunk.mailingId,
      chunk.from,
      chunk.to,
      chunk.defaultLocale,
      chunk.withContact,
      chunk.inactiveMonths,
      chunk.refusal,
      JSON.stringify(chunk.shared),
      chunk.dueByZone && JSON.stringify(chunk.dueByZone),
      chunk.validDays,
      chunk.withFields,
      chunk.mark,
    ],
  }
}

/** All rows up to `to` are planned. What was planned and not told of, after a crash, is planned again and adds nothing. */
export function movePlanned(mailingId: string, { from, to }: { from: number; to: number }): Statement {
  return {
    text: `UPDATE mailroom.mailing SET planned_rows = least($3, audience_rows) WHERE id = $1 AND planned_rows = $2`,
    values: [mailingId, from, to],
  }
}
