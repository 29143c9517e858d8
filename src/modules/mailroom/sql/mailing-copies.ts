import type { Statement } from "../database"

/** Gives the time once; nothing to whoever comes second. */
export function claimCopies(mailingId: string): Statement {
  return {
    text: `
      UPDATE mailroom.mailing SET copied_at = mailroom.now() WHERE id = $1 AND copied_at IS NULL
      RETURNING copied_at AS at`,
    values: [mailingId],
  }
}

/** Those of the addresses that the mailing itself goes to; indexes contact_address_hash, message_contact. */
export function selectReached(mailingId: string, hashes: Buffer[]): Statement {
  return {
    text: `
      SELECT a.email_hash FROM mailroom.contact_address a
      WHERE a.email_hash = ANY($2::bytea[]) AND EXISTS (
        SELECT FROM mailroom.message m
        WHERE m.contact_id = a.contact_id AND m.source_id = $1 AND m.address_id = a.id AND NOT m.is_test
          AND m.status NOT IN ('dropped', 'cancelled', 'expired'))`,
    values: [mailingId, hashes],
  }
}
