import { createDataSource } from "./data-source"
import { assembleMailroom, type Log, type Mailroom } from "./mailroom"
import { parseOptions } from "./options"

type Dependencies = { logger: Log; configModule?: StoreConfig }

type StoreConfig = {
  projectConfig?: { databaseUrl?: string; databaseDriverOptions?: { connection?: { ssl?: unknown }; ssl?: unknown } }
}

type ModuleOptions = Record<string, unknown> & { database?: { clientUrl?: string } }

/** How this process takes part: *server* answers requests and records triggers; *worker* and *shared* also run the loops. */
export type WorkerMode = "server" | "worker" | "shared"

/**
 * What `container.resolve("mailroom")` gives: a thin facade over the services.
 * It never throws while the shop starts: what is wrong stands in `problems` and Mailroom is *not ready*.
 */
export class MailroomService {
  readonly problems: string[]
  readonly workerMode: WorkerMode
  readonly mailroom: Mailroom

  constructor(dependencies: Dependencies, moduleOptions: ModuleOptions = {}, declaration?: { worker_mode?: WorkerMode }) {
    const { database, ...raw } = moduleOptions
    const { options, problems } = parseOptions(raw)
    this.problems = problems
    this.workerMode = declaration?.worker_mode ?? "shared"
    const url = database?.clientUrl ?? dependencies.configModule?.projectConfig?.databaseUrl ?? ""
    const dataSource = createDataSource({
      url,
      poolMax: options.pool.max,
      ssl: sslOf(dependencies.configModule),
    })
    this.mailroom = assembleMailroom({ dataSource, options, log: dependencies.logger })
  }

  /** Opens the pool; called once by the module's loader hook. */
  async connect(): Promise<void> {
    const { dataSource } = this.mailroom.db
    if (!dataSource.isInitialized) await dataSource.initialize()
  }

  async disconnect(): Promise<void> {
    const { dataSource } = this.mailroom.db
    if (dataSource.isInitialized) await dataSource.destroy()
  }
}

/** The store's own TLS setting for its database, so that a managed Postgres accepts Mailroom's pool too. */
export function sslOf(config: StoreConfig | undefined): boolean | Record<string, unknown> | undefined {
  const driverOptions = config?.projectConfig?.databaseDriverOptions
  return (driverOptions?.connection?.ssl ?? driverOptions?.ssl) as boolean | Record<string, unknown> | undefined
}
