import type { GateFacts } from "../core/messages/gate-facts"
import { normaliseAddress } from "../core/contacts/normalise-address"
import type { Sender } from "../core/settings/sender"
import type { Settings } from "../core/settings/settings"
import type { DeliveryFacts } from "../modules/mailroom/sql/delivery-facts"

/** A row of the database in the words of the gate. */
export function gateFactsOf(row: DeliveryFacts, settings: Settings, sender: Sender | null): GateFacts {
  return {
    class: row.class,
    isTest: row.is_test,
    hasAddress: Boolean(row.to_email),
    isAddressValid: Boolean(row.to_email) && normaliseAddress(row.to_email!).ok,
    topicId: row.topic_id,
    contact: row.has_contact
      ? { isErased: row.is_erased, pausedUntil: row.paused_until, lastSignOfLifeAt: row.last_sign_of_life_at }
      : null,
    address: row.marketing ? { marketing: row.marketing, marketingExpiresAt: row.marketing_expires_at } : null,
    topicState: row.topic_state,
    suppressions: (row.suppressions ?? []).map(({ scope, topic_id, reason, is_domain }) => ({
      scope,
      topicId: topic_id,
      reason,
      isDomain: is_domain,
    })),
    hasPostalAddress: Boolean(sender?.postal_address),
    inactiveMonths: settings.consent.inactiveMonths,
    frequency:
      row.counted_contact_id === null || settings.frequency.most === null
        ? null
        : { recent: row.recent_at.length, ahead: row.ahead, most: settings.frequency.most },
  }
}
