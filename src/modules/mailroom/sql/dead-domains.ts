import type { Statement } from "../database"

export type DomainBounceRow = { domain: string; address_hash: string; code: string | null; at: Date }

/**
 * Hard bounces of the last days whose code speaks of the domain, for domains with at least so many of them that are not
 * given up already. The domain is the one that the mail went to. Index suppression_bounced, then messages by key.
 */
export function selectDomainBounces(codes: readonly string[], days: number, addresses: number): Statement {
  return {
    text: `
      WITH bounced AS (
        SELECT coalesce(nullif(split_part(coalesce(s.email_norm, a.email_norm, m.to_email), '@', 2), ''), '') AS domain,
          encode(s.email_hash, 'hex') AS address_hash, s.evidence ->> 'code' AS code, s.created_at AS at
        FROM mailroom.suppression s
        LEFT JOIN mailroom.contact_address a ON a.email_hash = s.email_hash AND a.email_norm IS NOT NULL
        LEFT JOIN mailroom.message m ON m.id = CASE WHEN s.evidence ->> 'messageId' ~ '^[0-9a-f-]{36}$'
          THEN (s.evidence ->> 'messageId')::uuid END
        WHERE s.reason = 'hard_bounce' AND s.email_hash IS NOT NULL
          AND s.created_at > mailroom.now() - make_interval(days => $2) AND s.evidence ->> 'code' = ANY($1::text[])
      )
      SELECT lower(b.domain) AS domain, b.address_hash, b.code, b.at FROM bounced b
      WHERE b.domain <> '' AND lower(b.domain) IN (
          SELECT lower(domain) FROM bounced GROUP BY 1 HAVING count(DISTINCT address_hash) >= $3)
        AND NOT EXISTS (
          SELECT FROM mailroom.suppression o WHERE o.domain = lower(b.domain) AND o.lifted_at IS NULL
            AND (o.expires_at IS NULL OR o.expires_at > mailroom.now()))
      ORDER BY 1, b.at, b.address_hash`,
    values: [codes, days, addresses],
  }
}

/** When something last reached somebody at this domain: taken in the end by its server, opened or clicked. */
export function selectLastDelivery(domain: string, since: Date): Statement {
  return {
    text: `
      SELECT greatest(max(f.delivered_at), max(f.last_open_human_at), max(f.last_click_human_at)) AS at
      FROM mailroom.contact_address a
      JOIN mailroom.message m ON m.contact_id = a.contact_id AND m.address_id = a.id
      JOIN mailroom.message_fold f ON f.message_id = m.id
      WHERE a.domain = $1 AND greatest(f.delivered_at, f.last_open_human_at, f.last_click_human_at) > $2`,
    values: [domain, since],
  }
}

export type FlaggedDomain = { id: string; domain: string; created_at: Date; expires_at: Date | null; addresses: number }

/** Domains that flagged themselves and are still given up. */
export function selectFlaggedDomains(): Statement {
  return {
    text: `
      SELECT id, domain, created_at, expires_at, coalesce((evidence ->> 'addresses')::int, 0) AS addresses
      FROM mailroom.suppression
      WHERE domain IS NOT NULL AND source = 'domain_rule' AND lifted_at IS NULL
        AND (expires_at IS NULL OR expires_at > mailroom.now())
      ORDER BY created_at DESC LIMIT 200`,
    values: [],
  }
}

/** An end that has passed makes room for a new flag of the same domain: the unique index knows no time. */
export function closeExpiredDomainFlags(): Statement {
  return {
    text: `
      UPDATE mailroom.suppression SET lifted_at = mailroom.now(), lifted_by = 'system', lift_reason = 'the time is over'
      WHERE domain IS NOT NULL AND source = 'domain_rule' AND lifted_at IS NULL AND expires_at <= mailroom.now()`,
    values: [],
  }
}
