import type { Statement } from "../database"

/**
 * In doubt for good: nothing waits to be sent once more, and nobody sent it again, neither itself nor by a mailing that
 * repeats its own. Indexes message_resend, message_contact.
 */
const OPEN_DOUBT = `m.status = 'in_doubt'
  AND NOT EXISTS (SELECT FROM mailroom.delivery d WHERE d.message_id = m.id)
  AND NOT EXISTS (SELECT FROM mailroom.message r WHERE r.resend_of = m.id)
  AND NOT EXISTS (
    SELECT FROM mailroom.mailing g JOIN mailroom.message o ON o.source_id = g.id AND o.contact_id = m.contact_id
    WHERE g.again_of ->> 'mailing_id' = m.source_id AND o.status IN ('sent', 'queued', 'held') AND NOT o.is_test)`

const LATELY = `m.id >= (SELECT mailroom.uuidv7(mailroom.now() - interval '31 days'))`

export type DoubtRow = {
  source_id: string | null
  source_name: string | null
  kind: string
  is_mailing: boolean
  n: number
  first_at: Date
  last_at: Date
}

/** Newest first. Of one source by index message_source; of all the last 31 days, as the Overview counts them. */
export function selectDoubts(sourceId: string | null): Statement {
  return {
    text: `
      SELECT m.source_id, coalesce(g.name, nullif(g.subject, ''), a.name) AS source_name, m.kind,
        m.origin = 'mailing' AND NOT m.is_test AS is_mailing, count(*)::int AS n, min(m.settled_at) AS first_at,
        max(m.settled_at) AS last_at
      FROM mailroom.message m
      LEFT JOIN mailroom.mailing g ON g.id = m.source_id
      LEFT JOIN mailroom.automation a ON a.id = m.source_id
      WHERE ${sourceId === null ? LATELY : "m.source_id = $1"}
        AND m.settled_at IS NOT NULL AND ${OPEN_DOUBT}
      GROUP BY m.source_id, 2, m.kind, 4
      ORDER BY max(m.settled_at) DESC, m.source_id, m.kind`,
    values: sourceId === null ? [] : [sourceId],
  }
}

export type DoubtfulMails = { sourceId: string | null; kind: string; asOf: Date; limit: number }

/** Not by IS NOT DISTINCT FROM, which no index serves. Without a source the key's range keeps it from reading the whole ledger. */
const meantBy = ({ sourceId }: DoubtfulMails) => {
  const source = sourceId === null ? `$1::text IS NULL AND m.source_id IS NULL AND ${LATELY}` : "m.source_id = $1"
  return `${source} AND m.kind = $2 AND m.settled_at <= $3 AND ${OPEN_DOUBT}`
}

export function selectDoubtful(mails: DoubtfulMails): Statement {
  return {
    text: `SELECT m.id FROM mailroom.message m WHERE ${meantBy(mails)} ORDER BY m.id LIMIT $4`,
    values: [mails.sourceId, mails.kind, mails.asOf, mails.limit],
  }
}

/** Somebody found out that the server took them; `by` is a user. Answers those that it settled. */
export function settleSaid(mails: DoubtfulMails, by: string | null): Statement {
  return {
    text: settled(`${meantBy(mails)} ORDER BY m.id LIMIT $4`, `jsonb_build_object('because', 'said', 'by', $5::text)`),
    values: [mails.sourceId, mails.kind, mails.asOf, mails.limit, by],
  }
}

/** Something came back of them that only a mail which arrived can bring about. Those that wait to go once more do not. */
export function settleSeen(ids: string[]): Statement {
  return {
    text: settled(`m.id = ANY($1::uuid[]) AND m.status = 'in_doubt' ORDER BY m.id`, `'{"because": "seen"}'::jsonb`),
    values: [ids],
  }
}

/**
 * Sent at the time at which it was put in doubt, with the counters of that hour. What another try has in hand is left to
 * it. Counters are written in the order of their key, as by everybody.
 */
function settled(selection: string, detail: string): string {
  return `
    WITH doubtful AS MATERIALIZED (SELECT m.id FROM mailroom.message m WHERE ${selection} FOR UPDATE OF m),
    spared AS (
      DELETE FROM mailroom.delivery d USING doubtful x
      WHERE d.message_id = x.id AND d.stage = 'queued' RETURNING d.message_id
    ),
    settled AS (
      UPDATE mailroom.message m SET status = 'sent', reason = NULL, settled_at = coalesce(m.settled_at, mailroom.now())
      FROM doubtful x LEFT JOIN spared s ON s.message_id = x.id
      WHERE m.id = x.id AND m.status = 'in_doubt'
        AND NOT EXISTS (SELECT FROM mailroom.delivery d WHERE d.message_id = m.id AND d.stage <> 'queued')
      RETURNING m.id, m.source_id, m.variant, m.is_test, m.pixel, m.settled_at, s.message_id IS NULL AS was_final
    ),
    events AS (
      INSERT INTO mailroom.message_event (message_id, kind, at, detail)
      SELECT id, 'sent', settled_at, ${detail} FROM settled
    ),
    counted AS (
      INSERT INTO mailroom.counter AS n (source_id, variant, hour, kind, n)
      SELECT s.source_id, s.variant, date_trunc('hour', s.settled_at, 'UTC'), k.kind, sum(k.n)
      FROM settled s, LATERAL (
        SELECT 'sent' AS kind, 1 AS n UNION ALL SELECT 'tracked', 1 WHERE s.pixel = 'personal'
        -- One that was to go out once more was not counted as in doubt.
        UNION ALL SELECT 'in_doubt', -1 WHERE s.was_final) k
      WHERE s.source_id IS NOT NULL AND NOT s.is_test
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      ON CONFLICT (source_id, variant, hour, kind) DO UPDATE SET n = n.n + excluded.n
    )
    SELECT id FROM settled`
}
