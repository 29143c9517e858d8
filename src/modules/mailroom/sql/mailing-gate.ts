/**
 * core/messages/gate in SQL, in its order and words: null, or why this person gets no marketing mail now. Reads the
 * aliases `m` (at, topic_id, postal_address), `c` contact, `a` address, `t` subscription to the topic, `held` the
 * suppression. The arguments are places of values. `full`: a condition that is true for whom the frequency cap keeps back;
 * the planner has none, as much may be different until the mail's turn comes.
 */
export function gateReason(places: { refusal: string; inactiveMonths: string; full?: string }): string {
  return `CASE
            WHEN ${places.refusal}::text IS NOT NULL THEN ${places.refusal}::text
            WHEN c.erased_at IS NOT NULL THEN 'contact_erased'
            WHEN a.email IS NULL THEN 'no_address'
            WHEN held.reason IS NOT NULL THEN held.reason
            WHEN a.marketing = 'never_asked' THEN 'not_subscribed'
            WHEN a.marketing = 'pending' THEN 'subscription_pending'
            WHEN a.marketing = 'unsubscribed' THEN 'unsubscribed'
            WHEN a.marketing_expires_at <= m.at THEN 'consent_expired'
            WHEN m.topic_id IS NOT NULL AND t.state = 'unsubscribed' THEN 'topic_unsubscribed'
            WHEN m.topic_id IS NOT NULL AND t.state IS DISTINCT FROM 'subscribed' THEN 'topic_not_subscribed'
            WHEN c.paused_until > m.at THEN 'paused_by_contact'
            WHEN greatest(c.last_transaction_at, c.last_interaction_at, a.marketing_since)
              < m.at - make_interval(months => ${places.inactiveMonths}::int) THEN 'inactive_two_years'
            WHEN coalesce(trim(m.postal_address), '') = '' THEN 'no_postal_address'
            WHEN ${places.full ?? "false"} THEN 'frequency_cap'
          END`
}

/** The reason that a suppression `s` gives. */
export const SUPPRESSION_REASON = `CASE WHEN s.domain IS NOT NULL THEN 'suppressed_domain'
            WHEN s.reason = 'unsubscribed' THEN 'unsubscribed' ELSE 'suppressed_' || s.reason END`

/** Whether a suppression `s` holds now for the mailing `m`. */
export const SUPPRESSION_HOLDS = `s.lifted_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > m.at)
            AND (s.scope <> 'topic' OR s.topic_id = m.topic_id)`
