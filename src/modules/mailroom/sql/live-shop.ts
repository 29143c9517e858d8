import type { Statement } from "../database"

export type LiveShopRow = {
  base_url: string
  environment: string
  database: string
  confirmed_at: string
  confirmed_by: string | null
}

export function selectLiveShop(): Statement {
  return {
    text: `SELECT base_url, environment, database, confirmed_at, confirmed_by FROM mailroom.live_shop`,
    values: [],
  }
}

/** Who this database is: the server's identity (made by initdb, kept by a physical copy) and the database's name. */
export function selectDatabaseIdentity(): Statement {
  return {
    text: `SELECT system_identifier::text || '/' || current_database() AS database FROM pg_control_system()`,
    values: [],
  }
}

/** Where a hosted PostgreSQL does not let us see the server's identity. */
export function selectDatabaseName(): Statement {
  return { text: `SELECT '/' || current_database() AS database`, values: [] }
}

/** True when a mail ever left (test mails do not count). Stops at the first one. */
export function selectHasSent(): Statement {
  return {
    text: `SELECT EXISTS (SELECT 1 FROM mailroom.message WHERE status IN ('sent', 'in_doubt') AND NOT is_test) AS has_sent`,
    values: [],
  }
}

export function upsertLiveShop(print: {
  baseUrl: string
  environment: string
  database: string
  by: string | null
}): Statement {
  return {
    text: `INSERT INTO mailroom.live_shop (base_url, environment, database, confirmed_by) VALUES ($1, $2, $3, $4)
           ON CONFLICT (only_row) DO UPDATE SET base_url = excluded.base_url, environment = excluded.environment,
             database = excluded.database, confirmed_at = mailroom.now(), confirmed_by = excluded.confirmed_by`,
    values: [print.baseUrl, print.environment, print.database, print.by],
  }
}

/** Seconds since the youngest beat of the loop that sends; null when it never beat. */
export function selectDispatcherAge(): Statement {
  return {
    text: `SELECT extract(epoch FROM mailroom.now() - max(beat_at))::float8 AS age FROM mailroom.heartbeat
           WHERE loop = 'dispatcher'`,
    values: [],
  }
}
