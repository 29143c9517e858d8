import { DataSource } from "typeorm"
import { migrations } from "../../../migrations"
import { entities } from "./entities"

export type DataSourceOptions = {
  url: string
  /** Connections of Mailroom's own pool; the shop's pool is never touched. */
  poolMax: number
  /** Passed on from the store's `database.driverOptions.connection.ssl`. */
  ssl?: boolean | Record<string, unknown>
}

/** Mailroom's own TypeORM source on schema `mailroom`; it does not connect before `initialize()`. */
export function createDataSource({ url, poolMax, ssl }: DataSourceOptions): DataSource {
  return new DataSource({
    type: "postgres",
    url,
    ssl: ssl as never,
    schema: "mailroom",
    entities,
    migrations,
    migrationsTableName: "migration",
    migrationsTransactionMode: "all",
    installExtensions: false,
    applicationName: "mailroom",
    poolSize: poolMax,
    // A cut connection while idle is no news: the pool opens another.
    poolErrorHandler: () => undefined,
    extra: { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 },
  })
}
