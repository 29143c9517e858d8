import type { ChainedRow } from "../../core/contacts/consent-chain"
import type { LogRow } from "./sql/consent"

/** A row of the database in the words of the chain. */
export function chainedRow(row: LogRow): ChainedRow {
  return {
    contactId: row.contact_id,
    seq: row.seq,
    emailHash: row.email_hash,
    purpose: row.purpose,
    topicId: row.topic_id,
    action: row.action,
    basis: row.basis,
    expiresAt: row.expires_at,
    wordingId: row.wording_id,
    source: row.source,
    method: row.method,
    messageId: row.message_id,
    actor: row.actor,
    at: row.at,
    personalHash: row.personal_hash,
    prevHash: row.prev_hash,
    hash: row.hash,
  }
}
