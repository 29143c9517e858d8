import type { Statement } from "../database"

/** Names of the inbox that live automations wait for. A handful of rows. */
export function selectWaitedFor(): Statement {
  return {
    text: `SELECT DISTINCT unnest(v.trigger_events) AS name
             FROM mailroom.automation a JOIN mailroom.automation_version v ON v.id = a.live_version_id
            WHERE a.archived_at IS NULL AND a.state = 'live'`,
    values: [],
  }
}
