import type { MetadataConsent } from "../../../core/contacts/metadata-consent"
import type { Statement } from "../database"

/** What is to be taken over from an order or a customer. Times are ISO strings. */
export type ShopSaid = {
  email: string
  firstName: string | null
  locale: string | null
  country: string | null
  /** The order's placing, the customer's making. */
  at: string
  consent: MetadataConsent | null
  /** Of a customer: registered, not a guest of a checkout. */
  isAccount?: boolean
}

export type NewShopWord = { kind: "order" | "customer"; id: string; digest: string; said: ShopSaid }

/** Each word is noted once; what was said anew about the same order or customer is a new word. */
export function noteShopWords(words: NewShopWord[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.shop_word AS w (kind, id, digest, said)
      SELECT kind, id, decode(digest, 'hex'), said
      FROM json_to_recordset($1::json) AS r(kind text, id text, digest text, said jsonb)
      ON CONFLICT (kind, id) DO UPDATE SET digest = EXCLUDED.digest, said = EXCLUDED.said, is_repeat = true, attempts = 0,
        outcome = NULL, noted_at = mailroom.now(), next_attempt_at = mailroom.now()
      WHERE w.digest <> EXCLUDED.digest`,
    values: [JSON.stringify(words)],
  }
}

export type ShopWordRow = {
  kind: "order" | "customer"
  id: string
  digest: Buffer
  said: ShopSaid
  is_repeat: boolean
  attempts: number
}

/** By index shop_word_waiting. */
export function selectWaitingShopWords(limit: number): Statement {
  return {
    text: `SELECT kind, id, digest, said, is_repeat, attempts FROM mailroom.shop_word
           WHERE said IS NOT NULL AND next_attempt_at <= mailroom.now() ORDER BY next_attempt_at, kind, id LIMIT $1`,
    values: [limit],
  }
}

type Key = Pick<ShopWordRow, "kind" | "id" | "digest">

/** Taken, or given up, with a word why. No row: it was said anew meanwhile, and that is still to be taken. */
export function closeShopWord({ kind, id, digest }: Key, outcome: string): Statement {
  return {
    text: `UPDATE mailroom.shop_word SET said = NULL, outcome = $4
           WHERE kind = $1 AND id = $2 AND digest = $3 AND said IS NOT NULL RETURNING id`,
    values: [kind, id, digest, outcome],
  }
}

export function postponeShopWord({ kind, id, digest }: Key, seconds: number, problem: string): Statement {
  return {
    text: `UPDATE mailroom.shop_word SET attempts = least(attempts + 1, 100), outcome = $5,
             next_attempt_at = mailroom.now() + make_interval(secs => $4)
           WHERE kind = $1 AND id = $2 AND digest = $3`,
    values: [kind, id, digest, seconds, problem],
  }
}
