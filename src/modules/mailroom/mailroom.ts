import type { DataSource } from "typeorm"
import { databaseOf, type Database } from "./database"
import type { MailroomOptions } from "./options"
import type { Shop } from "../../core/shop/shop"
import { AutomationService } from "./services/automations"
import { KeyringService } from "./services/keyring"
import { MessageService } from "./services/messages"
import { TriggerService } from "./services/triggers"

/** What Mailroom writes to the log with; Medusa's logger fits. */
export type Log = {
  info(message: string): void
  warn(message: string): void
  error(message: string, error?: Error): void
}

/** Medusa's event bus as Mailroom uses it: told after the commit, and never able to stop a mail. */
export type Bus = { emit(name: string, data: Record<string, unknown>): Promise<void> }

/** All services on one data source: what Medusa's module, the worker process, tests and benches share. */
export type Mailroom = {
  db: Database
  log: Log
  options: MailroomOptions
  keyring: KeyringService
  messages: MessageService
  triggers: TriggerService
  automations: AutomationService
  /** What Mailroom needs of the shop; undefined in a process without Medusa (`worker-main`). */
  shop?: Shop
  /** Does nothing until the module's composition root sets Medusa's bus. */
  bus: Bus
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
  const messages = new MessageService(keyring)
  const triggers = new TriggerService(db, keyring)
  // The shop is set after the assembly, when Medusa's container is ready: services ask for it at the moment of use.
  const automations = new AutomationService(db, () => mailroom.shop)
  const mailroom: Mailroom = {
    db,
    log,
    options,
    keyring,
    messages,
    triggers,
    automations,
    bus: { emit: async () => undefined },
  }
  return mailroom
}
