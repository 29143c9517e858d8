import { Module } from "@medusajs/framework/utils"
import { applyMigrations, revertLastMigration } from "./migrate"
import { MailroomService, sslOf } from "./service"

export const MAILROOM = "mailroom"

/** The module as Medusa loads it. The only file here that may reach up into the runtime. */
class MailroomModuleService extends MailroomService {
  readonly __hooks = {
    // Async, because a synchronous throw would stop the shop.
    onApplicationStart: async () => {
      await this.connect()
    },
    onApplicationPrepareShutdown: async () => undefined,
    onApplicationShutdown: async () => {
      await this.disconnect()
    },
  }
}

type MigrationContext = {
  options?: { database?: { clientUrl?: string } }
  container?: { resolve(key: string, options?: { allowUnregistered?: boolean }): unknown }
}

function migrationTarget({ options, container }: MigrationContext) {
  const config = container?.resolve("configModule", { allowUnregistered: true }) as Parameters<typeof sslOf>[0]
  return {
    url: options?.database?.clientUrl ?? config?.projectConfig?.databaseUrl ?? process.env.DATABASE_URL ?? "",
    poolMax: 1,
    ssl: sslOf(config),
  }
}

export default Object.assign(Module(MAILROOM, { service: MailroomModuleService as never }), {
  runMigrations: (context: MigrationContext) => applyMigrations(migrationTarget(context)),
  revertMigration: (context: MigrationContext) => revertLastMigration(migrationTarget(context)),
})
