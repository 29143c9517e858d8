import type { MessageKind } from "../../../core/messages/states"
import type { Statement } from "../database"

export type SuppressionJson = {
  scope: "all" | "marketing" | "topic"
  topic_id: string | null
  reason: "hard_bounce" | "soft_bounces" | "complaint" | "manual" | "unsubscribed" | "erasure"
  is_domain: boolean
}

/** Everything the last-instant gate and the render need of one message. Times in milliseconds. */
export type DeliveryFacts = {
  id: string
  class: "tx" | "marketing" | "system"
  origin: "automation" | "mailing" | "direct" | "mailout" | "external"
  kind: MessageKind
  node: string | null
  subject_kind: string | null
  subject_id: string | null
  source_id: string | null
  status: string
  reason: string | null
  to_email: string | null
  to_name: string | null
  email_hash: Buffer | null
  topic_id: string | null
  sender_id: string | null
  template_version_id: string | null
  locale: string
  mail_domain: string
  is_tracked: boolean
  is_copy_kept: boolean
  is_test: boolean
  context: Record<string, unknown> | null
  sealed_context: Buffer | null
  cc: string[] | null
  bcc: string[] | null
  contact_id: string | null
  has_contact: boolean
  is_erased: boolean
  paused_until: number | null
  last_sign_of_life_at: number | null
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed" | null
  marketing_expires_at: number | null
  tracking: "unknown" | "granted" | "denied" | null
  topic_state: "pending" | "subscribed" | "unsubscribed" | null
  topic_slug: string | null
  topic_name: string | null
  suppressions: SuppressionJson[] | null
  time_zone: string | null
  /** Whose marketing mails are counted (F33); null: a receipt, a direct mail, a test, or nobody counts. */
  counted_contact_id: string | null
  /** When this person got marketing mails lately, without this one: the earliest first. */
  recent_at: number[]
  /** Mails of automations of higher priority that wait for the same person. */
  ahead: number
  planned_at: number
  /** When this was so, by the database's clock. */
  asked_at: number
}

/**
 * One statement for a whole batch, between claim and hand-over: consent as it is now, not as it was at planning. `ranks`:
 * automations whose priority is not the usual one (1), by id; null: nobody's mail goes before another's.
 */
export function selectDeliveryFacts(
  claimed: { id: string; domain: string }[],
  cap: { most: number | null; days: number } = NO_CAP,
  ranks: Record<string, number> | null = null,
): Statement {
  return {
    text: `
      SELECT m.id, m.class, m.origin, m.kind, m.node, m.subject_kind, m.subject_id, m.source_id, m.status, m.reason, m.to_email, m.to_name, m.email_hash, m.topic_id,
        m.sender_id, m.template_version_id, m.locale, m.mail_domain, m.is_tracked, m.is_copy_kept, m.is_test,
        c.context, c.sealed_context, c.cc, c.bcc,
        m.contact_id, k.id IS NOT NULL AS has_contact, k.erased_at IS NOT NULL AS is_erased,
        extract(epoch FROM k.paused_until)::float8 * 1000 AS paused_until,
        extract(epoch FROM greatest(k.last_transaction_at, k.last_interaction_at, a.marketing_since))::float8 * 1000
          AS last_sign_of_life_at,
        a.marketing, extract(epoch FROM a.marketing_expires_at)::float8 * 1000 AS marketing_expires_at, a.tracking,
        s.state AS topic_state, t.slug AS topic_slug, t.name AS topic_name, x.suppressions, k.time_zone,
        counted.contact_id AS counted_contact_id, coalesce(counted.recent_at, '{}') AS recent_at, coalesce(ahead.n, 0) AS ahead,
        extract(epoch FROM m.planned_at)::float8 * 1000 AS planned_at,
        extract(epoch FROM clock.now)::float8 * 1000 AS asked_at
      FROM unnest($1::uuid[], $2::text[]) AS claimed(id, domain)
      -- The clock is a setting that takes a function to read: once, not for every mail.
      CROSS JOIN (SELECT mailroom.now() AS now OFFSET 0) clock
      -- OFFSET 0: by index, one by one; left to itself the planner reads the whole ledger for a large batch.
      CROSS JOIN LATERAL (SELECT * FROM mailroom.message one WHERE one.id = claimed.id OFFSET 0) m
      LEFT JOIN LATERAL (
        SELECT * FROM mailroom.message_content one WHERE one.message_id = m.id AND one.planned_at = m.planned_at OFFSET 0
      ) c ON true
      LEFT JOIN mailroom.contact k ON k.id = m.contact_id
      LEFT JOIN mailroom.contact_address a ON a.id = m.address_id
      LEFT JOIN mailroom.topic t ON t.id = m.topic_id
      LEFT JOIN mailroom.subscription s ON s.address_id = m.address_id AND s.topic_id = m.topic_id
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('scope', p.scope, 'topic_id', p.topic_id, 'reason', p.reason,
          'is_domain', p.domain IS NOT NULL)) AS suppressions
        FROM mailroom.suppression p
        WHERE p.lifted_at IS NULL AND (p.expires_at IS NULL OR p.expires_at > clock.now)
          AND (p.email_hash = m.email_hash OR p.domain = claimed.domain)
      ) x ON true
      -- For all other mail the condition is false before anything is read.
      LEFT JOIN LATERAL (
        SELECT m.contact_id, ARRAY(
          SELECT extract(epoch FROM e.sent)::float8 * 1000
          FROM mailroom.recent_mail r, unnest(r.message_ids, r.sent_at) AS e(id, sent)
          WHERE r.contact_id = m.contact_id AND e.sent > clock.now - make_interval(days => $3::int) AND e.id <> m.id
          ORDER BY 1
        ) AS recent_at
        WHERE $3::int IS NOT NULL AND m.class = 'marketing' AND m.origin <> 'direct' AND NOT m.is_test AND m.contact_id IS NOT NULL
      ) counted ON true
      -- Index message_contact, from the longest wait on. What is handed over just now stands in recent_mail already.
      LEFT JOIN LATERAL (
        SELECT count(*)::int AS n FROM mailroom.message o
        WHERE $4::jsonb IS NOT NULL AND m.origin = 'automation' AND o.contact_id = counted.contact_id
          AND o.id > mailroom.uuidv7(clock.now - interval '40 days') AND o.status = 'queued' AND o.class = 'marketing'
          AND o.origin = 'automation' AND NOT o.is_test
          AND coalesce(($4::jsonb ->> o.source_id)::int, 1) > coalesce(($4::jsonb ->> m.source_id)::int, 1)
          AND NOT EXISTS (SELECT FROM mailroom.recent_mail r WHERE r.contact_id = o.contact_id AND o.id = ANY (r.message_ids))
      ) ahead ON true`,
    values: [
      claimed.map(({ id }) => id),
      claimed.map(({ domain }) => domain),
      cap.most === null ? null : cap.days,
      ranks && JSON.stringify(ranks),
    ],
  }
}

const NO_CAP = { most: null, days: 7 }
