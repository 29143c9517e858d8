import type { SpamOverride } from "../../../core/mailings/spam-verdict"
import type { SpamScore } from "../../../core/mailings/spam-signs"
import type { Statement } from "../database"

export type SpamHold = SpamScore & { at: string }
export type MailingSpamRow = { spam_override: SpamOverride | null; spam_hold: SpamHold | null }

export function selectMailingSpam(mailingId: string): Statement {
  return { text: `SELECT spam_override, spam_hold FROM mailroom.mailing WHERE id = $1`, values: [mailingId] }
}

/** Only while it may still be changed: afterwards it is part of the report. */
export function setSpamOverride(mailingId: string, override: Omit<SpamOverride, "at"> | null): Statement {
  return {
    text: `
      UPDATE mailroom.mailing
      SET spam_override = $2::jsonb || jsonb_build_object('at', to_char(mailroom.now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
      WHERE id = $1 AND state IN ('draft', 'scheduled') AND archived_at IS NULL RETURNING id`,
    values: [mailingId, override && JSON.stringify(override)],
  }
}

export function setSpamHold(mailingId: string, score: SpamScore): Statement {
  return {
    text: `
      UPDATE mailroom.mailing
      SET spam_hold = $2::jsonb || jsonb_build_object('at', to_char(mailroom.now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
      WHERE id = $1`,
    values: [mailingId, JSON.stringify({ points: score.points, signs: score.signs })],
  }
}
