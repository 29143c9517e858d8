import { container } from "@medusajs/framework"
import { ContainerRegistrationKeys, Module, Modules } from "@medusajs/framework/utils"
import { firstStart } from "../../runtime/first-start"
import { allLoops } from "../../runtime/loops"
import { startRuntime, type Runtime } from "../../runtime/start"
import { transportCheck } from "../../runtime/transport-check"
import { medusaShop } from "../../shop/medusa-shop"
import { storeName } from "../../shop/store-name"
import { verifySmtp } from "../../transports/verify-smtp"
import { applyMigrations, revertLastMigration } from "./migrate"
import { MailroomService, sslOf } from "./service"

export const MAILROOM = "mailroom"

/** The module as Medusa loads it, and the composition root: the only file here that may reach up into the runtime. */
class MailroomModuleService extends MailroomService {
  private runtime?: Runtime

  readonly __hooks = {
    // Async, because a synchronous throw would stop the shop.
    onApplicationStart: async () => {
      this.connectParts()
      await this.startWhenPossible(() => this.start())
    },
    onApplicationPrepareShutdown: async () => this.stop(),
    onApplicationShutdown: async () => {
      await this.stop()
      await this.disconnect()
    },
  }

  /** With the option `runtime: "manual"` (tests): does everything that is due, then returns. */
  async drain(): Promise<void> {
    if (!this.runtime) throw new Error("Mailroom has not started: see the readiness for the reason.")
    await this.runtime.drain()
  }

  private connectParts(): void {
    const { mailroom } = this
    mailroom.shop = medusaShop(container)
    mailroom.bus = {
      // What others are told comes after the commit: a bus that is down must not undo or hold up a mail.
      emit: async (name, data) => {
        try {
          await container.resolve(Modules.EVENT_BUS).emit({ name, data })
        } catch (error) {
          mailroom.log.warn(`Mailroom could not tell the event bus of ${name}: ${String(error)}`)
        }
      },
    }
    mailroom.readiness.useTransportCheck(verifySmtp)
  }

  private async start(): Promise<void> {
    const { mailroom, workerMode: role } = this
    await firstStart(mailroom, { shopName: await storeName(container) })
    this.runtime ??= startRuntime(mailroom, { role, loops: [transportCheck(mailroom), ...allLoops(mailroom)] })
    await this.sayWhetherReady()
  }

  private async sayWhetherReady(): Promise<void> {
    const { ready, findings } = await this.mailroom.readiness.state()
    if (ready) return
    const blocking = findings.filter(({ severity }) => severity === "blocks")
    const sentences = blocking.map(({ sentence, way_out: wayOut }) => `  - ${sentence} ${wayOut}`)
    this.mailroom.log.warn(["Mailroom is not ready and sends nothing:", ...sentences].join("\n"))
  }

  private async stop(): Promise<void> {
    await this.runtime?.stop()
    this.runtime = undefined
  }
}

type MigrationContext = {
  options?: { database?: { clientUrl?: string } }
  container?: { resolve(key: string, options?: { allowUnregistered?: boolean }): unknown }
}

function migrationTarget({ options, container }: MigrationContext) {
  const config = container?.resolve(ContainerRegistrationKeys.CONFIG_MODULE, { allowUnregistered: true }) as Parameters<
    typeof sslOf
  >[0]
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
