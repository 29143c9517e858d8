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
  /** Marketing mails that this person got lately, without this one. */
  recent_mails: number
  /** When this was so, by the database's clock. */
  asked_at: number
}

/** One statement for a whole batch, between claim and hand-over: consent as it is now, not as it was at planning. */
export function selectDeliveryFacts(
  claimed: { id: string; domain: string }[],
  cap: { most: number | null; days: number } = NO_CAP,
): Statement {
  return {
    text: `
      SELECT m.id, m.class, m.origin, m.kind, m.node, m.subject_kind, m.subject_id, m.source_id, m.status, m.reason, m.to_email, m.to_name, m.email_hash, m.topic_id,
        m.sender_id, m.template_version_id, m.locale, m.mail_domain, m.is_tracked, m.is_copy_kept, m.is_test,
        c.context, c.sealed_context, c.cc, c.bcc,
        k.id IS NOT NULL AS has_contact, k.erased_at IS NOT NULL AS is_erased,
        extract(epoch FROM k.paused_until)::float8 * 1000 AS paused_until,
        extract(epoch FROM greatest(k.last_transaction_at, k.last_interaction_at, a.marketing_since))::float8 * 1000
          AS last_sign_of_life_at,
        a.marketing, extract(epoch FROM a.marketing_expires_at)::float8 * 1000 AS marketing_expires_at, a.tracking,
        s.state AS topic_state, t.slug AS topic_slug, t.name AS topic_name, x.suppressions, k.time_zone,
        counted.contact_id AS counted_contact_id, coalesce(counted.recent, 0) AS recent_mails,
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
        SELECT m.contact_id, (
          SELECT count(*)::int FROM mailroom.recent_mail r, unnest(r.message_ids, r.sent_at) AS e(id, sent)
          WHERE r.contact_id = m.contact_id AND e.sent > clock.now - make_interval(days => $3::int) AND e.id <> m.id
        ) AS recent
        WHERE $3::int IS NOT NULL AND m.class = 'marketing' AND m.origin <> 'direct' AND NOT m.is_test AND m.contact_id IS NOT NULL
      ) counted ON true`,
    values: [claimed.map(({ id }) => id), claimed.map(({ domain }) => domain), cap.most === null ? null : cap.days],
  }
}

const NO_CAP = { most: null, days: 7 }
