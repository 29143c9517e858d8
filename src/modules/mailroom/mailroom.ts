import type { DataSource } from "typeorm"
import { databaseOf, type Database } from "./database"
import type { MailroomOptions } from "./options"
import { KeyringService } from "./services/keyring"

/** What Mailroom writes to the log with; Medusa's logger fits. */
export type Log = {
  info(message: string): void
  warn(message: string): void
  error(message: string, error?: Error): void
}

/** All services on one data source: what Medusa's module, the worker process, tests and benches share. */
export type Mailroom = {
  db: Database
  log: Log
  options: MailroomOptions
  keyring: KeyringService
}

export function assembleMailroom({
  dataSource,
  options,
  log,
}: {
  dataSource: DataSource
  options: MailroomOptions
  log: Log
}): Mailroom {
  const db = databaseOf(dataSource)
  const keyring = new KeyringService(db, options.signingKeys)
  return { db, log, options, keyring }
}
