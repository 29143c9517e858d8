import type { Statement } from "../database"

export type TrackedFacts = {
  id: string
  contact_id: string | null
  source_id: string | null
  variant: number
  is_test: boolean
  status: string
  settled_at: Date | null
  tracking: "unknown" | "granted" | "denied" | null
  is_erased: boolean
  /** Links of the mail, fixed and dynamic: what "all of them" means to the burst rule. */
  links: number
  now: Date
}

/** What decides whether and how an open or click is recorded; the time is read with it. */
export function selectTrackedFacts(messageIds: string[]): Statement {
  return {
    text: `
      SELECT m.id, m.contact_id, m.source_id, m.variant, m.is_test, m.status, m.settled_at, a.tracking,
        coalesce(a.email IS NULL AND a.id IS NOT NULL, false) AS is_erased,
        coalesce(t.links, 0) + coalesce(jsonb_array_length(c.links), 0) AS links,
        mailroom.now() AS now
      FROM mailroom.message m
      LEFT JOIN mailroom.contact_address a ON a.id = m.address_id
      LEFT JOIN LATERAL (
        SELECT max(jsonb_array_length(k.links)) AS links FROM mailroom.compiled_template k WHERE k.version_id = m.template_version_id
      ) t ON true
      LEFT JOIN mailroom.message_content c ON c.message_id = m.id AND c.planned_at = m.planned_at
      WHERE m.id = ANY($1::uuid[])`,
    values: [messageIds],
  }
}

export type EventRow = {
  id: string
  message_id: string
  kind: string
  at: Date
  classification: "human" | "uncertain" | "machine" | null
  score: number | null
  link_index: number | null
  user_agent: string | null
  ip: string | null
  detail: Record<string, unknown> | null
  /** Test copies are recorded but not counted. */
  source_id: string | null
  variant: number
}

/** Loads and clicks that belong to nobody; they only count. */
export type AnonymousRow = { source_id: string; kind: string; age_ms: number }

export type FoldedNow = { message_id: string; clicks: number }

/** From `event` (message_id, kind, at, classification, source_id, variant): its fold, and the counters; $2: what only counts. */
const FOLDED_AND_COUNTED = `delta AS (
        SELECT message_id, min(source_id) AS source_id, min(variant) AS variant, min(at) AS at,
          min(at) FILTER (WHERE kind = 'unsubscribed') AS unsubscribed_at,
          min(at) FILTER (WHERE kind = 'spam') AS complained_at,
          min(at) FILTER (WHERE kind = 'delivered') AS delivered_at,
          min(at) FILTER (WHERE kind = 'open' AND classification = 'human') AS first_open_human_at,
          max(at) FILTER (WHERE kind = 'open' AND classification = 'human') AS last_open_human_at,
          min(at) FILTER (WHERE kind = 'open' AND classification = 'machine') AS first_open_machine_at,
          min(at) FILTER (WHERE kind = 'click' AND classification = 'human') AS first_click_human_at,
          max(at) FILTER (WHERE kind = 'click' AND classification = 'human') AS last_click_human_at,
          min(at) FILTER (WHERE kind = 'click' AND classification = 'machine') AS first_click_machine_at,
          min(at) FILTER (WHERE kind IN ('open', 'click') AND classification = 'human') AS seen_at,
          count(*) FILTER (WHERE kind = 'open' AND classification = 'human')::int AS opens_human,
          count(*) FILTER (WHERE kind = 'open' AND classification = 'machine')::int AS opens_machine,
          count(*) FILTER (WHERE kind = 'click' AND classification = 'human')::int AS clicks_human,
          count(*) FILTER (WHERE kind = 'click' AND classification = 'machine')::int AS clicks_machine
        FROM event GROUP BY message_id
      ),
      folded AS (
        INSERT INTO mailroom.message_fold AS f (message_id, unsubscribed_at, complained_at, delivered_at, is_delivery_inferred,
          first_open_human_at, last_open_human_at, first_open_machine_at, first_click_human_at, last_click_human_at,
          first_click_machine_at, opens_human, opens_machine, clicks_human, clicks_machine)
        SELECT message_id, unsubscribed_at, complained_at, coalesce(delivered_at, seen_at),
          delivered_at IS NULL AND seen_at IS NOT NULL, first_open_human_at, last_open_human_at, first_open_machine_at,
          first_click_human_at, last_click_human_at, first_click_machine_at, opens_human, opens_machine, clicks_human,
          clicks_machine
        FROM delta ORDER BY message_id
        ON CONFLICT (message_id) DO UPDATE SET
          unsubscribed_at = least(f.unsubscribed_at, EXCLUDED.unsubscribed_at),
          complained_at = least(f.complained_at, EXCLUDED.complained_at),
          delivered_at = CASE
            WHEN f.delivered_at IS NULL OR (f.is_delivery_inferred AND NOT EXCLUDED.is_delivery_inferred
              AND EXCLUDED.delivered_at IS NOT NULL) THEN EXCLUDED.delivered_at
            WHEN f.is_delivery_inferred = EXCLUDED.is_delivery_inferred THEN least(f.delivered_at, EXCLUDED.delivered_at)
            ELSE f.delivered_at END,
          is_delivery_inferred = CASE WHEN f.delivered_at IS NULL THEN EXCLUDED.is_delivery_inferred
            WHEN EXCLUDED.delivered_at IS NULL THEN f.is_delivery_inferred
            ELSE f.is_delivery_inferred AND EXCLUDED.is_delivery_inferred END,
          first_open_human_at = least(f.first_open_human_at, EXCLUDED.first_open_human_at),
          last_open_human_at = greatest(f.last_open_human_at, EXCLUDED.last_open_human_at),
          first_open_machine_at = least(f.first_open_machine_at, EXCLUDED.first_open_machine_at),
          first_click_human_at = least(f.first_click_human_at, EXCLUDED.first_click_human_at),
          last_click_human_at = greatest(f.last_click_human_at, EXCLUDED.last_click_human_at),
          first_click_machine_at = least(f.first_click_machine_at, EXCLUDED.first_click_machine_at),
          opens_human = f.opens_human + EXCLUDED.opens_human,
          opens_machine = f.opens_machine + EXCLUDED.opens_machine,
          clicks_human = f.clicks_human + EXCLUDED.clicks_human,
          clicks_machine = f.clicks_machine + EXCLUDED.clicks_machine
        RETURNING message_id, opens_human, opens_machine, clicks_human, clicks_machine
      ),
      counted AS (
        SELECT d.source_id, d.variant, d.at, k.kind, k.n
        FROM delta d JOIN folded f USING (message_id), LATERAL (VALUES
          ('open_human', (d.opens_human > 0 AND f.opens_human = d.opens_human)::int),
          ('open_machine', (d.opens_machine > 0 AND f.opens_machine = d.opens_machine)::int),
          ('click_human', (d.clicks_human > 0 AND f.clicks_human = d.clicks_human)::int),
          ('click_machine', (d.clicks_machine > 0 AND f.clicks_machine = d.clicks_machine)::int),
          ('opens_human', d.opens_human), ('opens_machine', d.opens_machine),
          ('clicks_human', d.clicks_human), ('clicks_machine', d.clicks_machine),
          ('unsubscribed', (d.unsubscribed_at IS NOT NULL)::int),
          ('spam', (d.complained_at IS NOT NULL)::int)
        ) AS k(kind, n)
        WHERE d.source_id IS NOT NULL AND k.n > 0
        UNION ALL
        SELECT a.source_id, 0, mailroom.now() - make_interval(secs => a.age_ms / 1000), a.kind, 1
        FROM json_to_recordset($2::json) AS a(source_id text, kind text, age_ms double precision)
      ),
      counters AS (
        INSERT INTO mailroom.counter AS c (source_id, variant, hour, kind, n)
        SELECT source_id, variant, date_trunc('hour', at, 'UTC'), kind, sum(n) FROM counted GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        ON CONFLICT (source_id, variant, hour, kind) DO UPDATE SET n = c.n + EXCLUDED.n
      )`

/**
 * Facts, their fold and the counters in one statement. The fold's row lock makes the counts of two processes one after
 * the other: a count that equals what was just added was zero before, so the person is counted once.
 * Rows are written in the order of their keys, or two flushes could lock each other out.
 */
export function recordEvents(events: EventRow[], anonymous: AnonymousRow[]): Statement {
  return {
    text: `
      WITH event AS MATERIALIZED (
        SELECT * FROM json_to_recordset($1::json) AS r(id uuid, message_id uuid, kind text, at timestamptz, classification text,
          score smallint, link_index int, user_agent text, ip text, detail jsonb, source_id text, variant smallint)
      ),
      appended AS (
        INSERT INTO mailroom.message_event (id, message_id, kind, at, classification, score, link_index, user_agent, ip, detail)
        SELECT id, message_id, kind, at, classification, score, link_index, user_agent, ip, detail FROM event
      ),
      ${FOLDED_AND_COUNTED}
      SELECT message_id, clicks_human + clicks_machine AS clicks FROM folded`,
    values: [JSON.stringify(events), JSON.stringify(anonymous)],
  }
}

export type ClickRow = { id: string; message_id: string; link_index: number; at: Date; classification: string }

/** Recent clicks of messages that were just clicked again; by index message_event_message. */
export function selectRecentClicks(messageIds: string[], since: Date): Statement {
  return {
    text: `SELECT id, message_id, link_index, at, classification FROM mailroom.message_event
           WHERE message_id = ANY($1::uuid[]) AND kind = 'click' AND at >= $2 ORDER BY message_id, at`,
    values: [messageIds, since],
  }
}

/**
 * What shows later that clicks were a machine's judges them anew: the events keep their facts, the fold is counted again
 * from the events, and the counters get the difference. The fold is locked first, as by everybody who writes both.
 */
export function reclassifyAsMachine(clicks: {
  eventIds: string[]
  messageIds: string[]
  since: Date
  why: "burst" | "one_hand"
}): Statement {
  return {
    text: `
      WITH locked AS MATERIALIZED (
        SELECT message_id FROM mailroom.message_fold WHERE message_id = ANY($2::uuid[]) ORDER BY message_id FOR UPDATE
      ),
      before AS MATERIALIZED (
        SELECT e.id, e.recorded_at, e.classification AS was FROM mailroom.message_event e
        WHERE e.id = ANY($1::uuid[]) AND e.message_id IN (SELECT message_id FROM locked) AND e.at >= $3
          AND e.classification IN ('human', 'uncertain')
      ),
      changed AS (
        UPDATE mailroom.message_event e SET classification = 'machine', score = greatest(e.score, 60),
          detail = coalesce(e.detail, '{}') || jsonb_build_object($4::text, true)
        FROM before b WHERE e.id = b.id AND e.recorded_at = b.recorded_at AND e.classification = b.was
        RETURNING e.id, e.message_id, e.at, b.was
      ),
      fewer AS (
        SELECT message_id, count(*)::int AS n, count(*) FILTER (WHERE was = 'human')::int AS were_human, min(at) AS at
        FROM changed GROUP BY message_id
      ),
      remaining AS (
        SELECT f.message_id, f.n, f.were_human, f.at, min(e.at) AS first_at, max(e.at) AS last_at
        FROM fewer f LEFT JOIN mailroom.message_event e ON e.message_id = f.message_id AND e.kind = 'click'
          AND e.classification = 'human' AND NOT e.id IN (SELECT id FROM changed)
        GROUP BY f.message_id, f.n, f.were_human, f.at
      ),
      folded AS (
        UPDATE mailroom.message_fold f SET clicks_human = f.clicks_human - r.were_human,
          clicks_machine = f.clicks_machine + r.n, first_click_human_at = r.first_at, last_click_human_at = r.last_at,
          first_click_machine_at = least(f.first_click_machine_at, r.at)
        FROM remaining r WHERE f.message_id = r.message_id
        RETURNING f.message_id, r.n, r.were_human, f.clicks_human, f.clicks_machine
      )
      INSERT INTO mailroom.counter AS c (source_id, variant, hour, kind, n)
      SELECT m.source_id, m.variant, date_trunc('hour', mailroom.now(), 'UTC'), k.kind, sum(k.n)
      FROM folded f JOIN mailroom.message m ON m.id = f.message_id, LATERAL (VALUES
        ('click_human', CASE WHEN f.were_human > 0 AND f.clicks_human = 0 THEN -1 ELSE 0 END),
        ('click_machine', CASE WHEN f.clicks_machine = f.n THEN 1 ELSE 0 END),
        ('clicks_human', -f.were_human), ('clicks_machine', f.n)) AS k(kind, n)
      WHERE m.source_id IS NOT NULL AND NOT m.is_test AND k.n <> 0
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      ON CONFLICT (source_id, variant, hour, kind) DO UPDATE SET n = c.n + EXCLUDED.n`,
    values: [clicks.eventIds, clicks.messageIds, clicks.since, clicks.why],
  }
}

export type SettledRow = {
  id: string
  message_id: string
  kind: "open" | "click"
  at: Date
  classification: "human" | "machine"
  link_index: number | null
  contact_id: string | null
  source_id: string | null
}

/**
 * The hold is over: who was uncertain is a person, unless the same browser's clicks on the same mail turned out to be a
 * machine's meanwhile. Counted in the hour of the event. Index message_event_uncertain; several processes share by
 * skipping what another has locked.
 */
export function settleUncertain({ holdSeconds, limit }: { holdSeconds: number; limit: number }): Statement {
  return {
    text: `
      WITH due AS MATERIALIZED (
        SELECT id, recorded_at, message_id FROM mailroom.message_event
        WHERE classification = 'uncertain' AND at <= mailroom.now() - make_interval(secs => $1) ORDER BY at LIMIT $3
      ),
      locked AS MATERIALIZED (
        SELECT message_id FROM mailroom.message_fold WHERE message_id IN (SELECT message_id FROM due)
        ORDER BY message_id FOR UPDATE SKIP LOCKED
      ),
      judged AS (
        UPDATE mailroom.message_event e SET detail = coalesce(e.detail, '{}') || '{"held": true}',
          classification = CASE WHEN EXISTS (
            SELECT 1 FROM mailroom.message_event x
            WHERE x.message_id = e.message_id AND x.kind = 'click' AND x.classification = 'machine'
              AND x.user_agent IS NOT DISTINCT FROM e.user_agent AND x.ip IS NOT DISTINCT FROM e.ip
              AND x.at BETWEEN e.at - make_interval(secs => $1) AND e.at + make_interval(secs => $1)
          ) THEN 'machine' ELSE 'human' END
        FROM due d WHERE e.id = d.id AND e.recorded_at = d.recorded_at AND e.classification = 'uncertain'
          AND d.message_id IN (SELECT message_id FROM locked)
        RETURNING e.id, e.message_id, e.kind, e.at, e.classification, e.link_index
      ),
      event AS MATERIALIZED (
        SELECT j.*, m.contact_id, m.variant, CASE WHEN m.is_test THEN NULL ELSE m.source_id END AS source_id
        FROM judged j JOIN mailroom.message m ON m.id = j.message_id
      ),
      ${FOLDED_AND_COUNTED}
      SELECT e.id, e.message_id, e.kind, e.at, e.classification, e.link_index, e.contact_id, e.source_id
      FROM event e JOIN folded USING (message_id)`,
    values: [holdSeconds, "[]", limit],
  }
}

/** People who opened or clicked are alive (F22's clock). Who is being written to by somebody else is passed over. */
export function markInteraction(contactIds: string[]): Statement {
  return {
    text: `UPDATE mailroom.contact SET last_interaction_at = mailroom.now()
           WHERE id IN (SELECT id FROM mailroom.contact WHERE id = ANY($1::uuid[])
             AND (last_interaction_at IS NULL OR last_interaction_at < mailroom.now() - interval '1 hour')
             ORDER BY id FOR UPDATE SKIP LOCKED)`,
    values: [contactIds],
  }
}

export type ClickTargetRow = {
  id: string
  template_version_id: string | null
  locale: string | null
  dynamic: string[] | null
}

export function selectClickTargets(messageIds: string[]): Statement {
  return {
    text: `
      SELECT m.id, m.template_version_id, m.locale, c.links AS dynamic
      FROM mailroom.message m
      LEFT JOIN mailroom.message_content c ON c.message_id = m.id AND c.planned_at = m.planned_at
      WHERE m.id = ANY($1::uuid[])`,
    values: [messageIds],
  }
}

/** Fixed links of a version, per language; de-AT falls back to de, then to any (aggregate tokens name no language). */
export function selectFixedLinks(versionId: string): Statement {
  return {
    text: `SELECT locale, links FROM mailroom.compiled_template WHERE version_id = $1 ORDER BY locale = 'en' DESC, locale`,
    values: [versionId],
  }
}

/** Opens and clicks that were answered but could not be stored, shown in the Overview. */
export function addUnrecorded(n: number): Statement {
  return {
    text: `
      INSERT INTO mailroom.counter AS c (source_id, variant, hour, kind, n)
      VALUES ('mailroom', 0, date_trunc('hour', mailroom.now(), 'UTC'), 'unrecorded', $1)
      ON CONFLICT (source_id, variant, hour, kind) DO UPDATE SET n = c.n + EXCLUDED.n`,
    values: [n],
  }
}
