import type { ShopPrint } from "../../../core/settings/live-shop"
import type { Statement } from "../database"

export type LiveShopRow = {
  base_url: string
  environment: string
  database: string
  incarnation: string
  timeline: string
  confirmed_at: string
  confirmed_by: string | null
  unseen_seconds: number | null
}

export function selectLiveShop(): Statement {
  return {
    text: `SELECT base_url, environment, database, incarnation, timeline, confirmed_at, confirmed_by,
             extract(epoch FROM mailroom.now() - seen_at)::float8 AS unseen_seconds
           FROM mailroom.live_shop`,
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

/** A restored dump makes its tables anew, a database copied back has an id of its own; nothing in daily use changes either. */
export function selectIncarnation(): Statement {
  return {
    text: `SELECT d.oid || '.' || 'mailroom.live_shop'::regclass::oid AS incarnation FROM pg_database d
           WHERE d.datname = current_database()`,
    values: [],
  }
}

/** The first eight digits of a file of the write-ahead log. */
export function selectTimeline(): Statement {
  return { text: `SELECT left(pg_walfile_name(pg_current_wal_lsn()), 8) AS timeline`, values: [] }
}

export function upsertLiveShop(print: ShopPrint & { by: string | null }): Statement {
  return {
    text: `INSERT INTO mailroom.live_shop (base_url, environment, database, incarnation, timeline, seen_at, confirmed_by)
           VALUES ($1, $2, $3, $4, $5, mailroom.now(), $6)
           ON CONFLICT (only_row) DO UPDATE SET base_url = excluded.base_url, environment = excluded.environment,
             database = excluded.database, incarnation = excluded.incarnation, timeline = excluded.timeline,
             seen_at = excluded.seen_at, confirmed_at = mailroom.now(), confirmed_by = excluded.confirmed_by`,
    values: [print.baseUrl, print.environment, print.database, print.incarnation, print.timeline, print.by],
  }
}

/** What is known now and was not; the admin's word stays as it was given. */
export function learnLiveShop({ baseUrl, incarnation, timeline }: ShopPrint): Statement {
  return {
    text: `UPDATE mailroom.live_shop SET base_url = coalesce(nullif($1, ''), base_url),
             incarnation = coalesce(nullif($2, ''), incarnation), timeline = coalesce(nullif($3, ''), timeline),
             seen_at = mailroom.now()`,
    values: [baseUrl, incarnation, timeline],
  }
}

/** That the shop recognised itself, at most once in ten seconds over all processes. */
export function seeLiveShop(): Statement {
  return {
    text: `UPDATE mailroom.live_shop SET seen_at = mailroom.now()
           WHERE seen_at IS NULL OR seen_at < mailroom.now() - interval '10 seconds'`,
    values: [],
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
