import type { Statement } from "../database"

export type FiguresRow = { id: string; entered: number; inside: number; sent: number; human_clicks: number }

/** Of all automations at once. Indexes: enrolment_entrants, message_source. */
export function selectFigures(ids: string[]): Statement {
  return {
    text: `
      SELECT a.id, coalesce(e.entered, 0)::int AS entered, coalesce(e.inside, 0)::int AS inside,
             coalesce(m.sent, 0)::int AS sent, coalesce(m.clicks, 0)::int AS human_clicks
        FROM unnest($1::text[]) AS a(id)
        LEFT JOIN (SELECT automation_id, count(*) FILTER (WHERE state <> 'refused') AS entered,
                          count(*) FILTER (WHERE state IN ('due', 'waiting')) AS inside
                     FROM mailroom.enrolment WHERE automation_id = ANY($1) GROUP BY automation_id) e ON e.automation_id = a.id
        LEFT JOIN (SELECT m.source_id, count(*) AS sent, count(f.first_click_human_at) AS clicks
                     FROM mailroom.message m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id
                    WHERE m.source_id = ANY($1) AND m.status IN ('sent', 'in_doubt') AND NOT m.is_test
                      AND m.kind <> 'owner_copy' GROUP BY m.source_id) m ON m.source_id = a.id`,
    values: [ids],
  }
}

export type NodeNumbersRow = {
  node: string
  /** Who stands there. */
  here: number
  /** Who comes there as soon as a wait before it is over. */
  ahead: number
  left: Record<string, number>
  sent: number
  human_clicks: number
}

/** A wait leads on at once and lets the time pass before the next node, which nobody has come to then. */
const IS_AHEAD = `state = 'waiting' AND rested = 0`

/** Per node: who stands there, who left by which exit, what was sent. `versionId` null: all versions together. */
export function selectNodeNumbers({
  automationId,
  versionId,
}: {
  automationId: string
  versionId: string | null
}): Statement {
  return {
    text: `
      WITH here AS (
        SELECT node, count(*) FILTER (WHERE ${IS_AHEAD}) AS ahead, count(*) FILTER (WHERE NOT (${IS_AHEAD})) AS n
          FROM mailroom.enrolment
         WHERE automation_id = $1 AND state IN ('due', 'waiting') AND node IS NOT NULL
           AND ($2::uuid IS NULL OR version_id = $2) GROUP BY node
      ),
      exits AS (
        SELECT node, exit, sum(n) AS n FROM mailroom.automation_passage
         WHERE version_id IN (SELECT id FROM mailroom.automation_version WHERE automation_id = $1)
           AND ($2::uuid IS NULL OR version_id = $2) GROUP BY node, exit
      ),
      passed AS (SELECT node, jsonb_object_agg(exit, n) AS left FROM exits GROUP BY node),
      mailed AS (
        SELECT m.node, count(*) AS sent, count(f.first_click_human_at) AS clicks
          FROM mailroom.message m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id
         WHERE m.source_id = $1 AND m.status IN ('sent', 'in_doubt') AND NOT m.is_test AND m.kind <> 'owner_copy'
           AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM mailroom.enrolment e WHERE e.id = m.enrolment_id AND e.version_id = $2))
         GROUP BY m.node
      )
      SELECT node, coalesce(here.n, 0)::int AS here, coalesce(here.ahead, 0)::int AS ahead, coalesce(passed.left, '{}') AS left,
             coalesce(mailed.sent, 0)::int AS sent, coalesce(mailed.clicks, 0)::int AS human_clicks
        FROM here FULL JOIN passed USING (node) FULL JOIN mailed USING (node) WHERE node IS NOT NULL ORDER BY node`,
    values: [automationId, versionId],
  }
}

/** How those ended who came: by state and reason; refused ones never got in. */
export function selectOutcomes(automationId: string): Statement {
  return {
    text: `SELECT state, outcome, count(*)::int AS n FROM mailroom.enrolment WHERE automation_id = $1
            GROUP BY state, outcome ORDER BY n DESC, state, outcome`,
    values: [automationId],
  }
}
