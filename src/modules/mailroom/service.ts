import type { z } from "zod"
import type { OwnAction } from "../../core/automations/own-actions"
import { createDataSource } from "./data-source"
import { databaseFinding } from "./database-finding"
import { assembleMailroom } from "./assemble-mailroom"
import type { Log, Mailroom } from "./mailroom"
import { parseOptions } from "./options"

type Dependencies = { logger: Log; configModule?: StoreConfig }

type StoreConfig = {
  projectConfig?: {
    databaseUrl?: string
    redisUrl?: string
    databaseDriverOptions?: { connection?: { ssl?: unknown }; ssl?: unknown }
  }
  admin?: { backendUrl?: string }
}

type ModuleOptions = Record<string, unknown> & { database?: { clientUrl?: string } }

/** How this process takes part: *server* answers requests and records triggers; *worker* and *shared* also run the loops. */
export type WorkerMode = "server" | "worker" | "shared"

/** Seconds between the attempts to open the database at the start. */
const RETRY_SECONDS = [1, 2, 5, 10, 30]

/**
 * What `container.resolve("mailroom")` gives: a thin facade over the services.
 * It never throws while the shop starts: what is wrong is a finding of the readiness, and Mailroom is *not ready*.
 */
export class MailroomService {
  readonly problems: string[]
  readonly workerMode: WorkerMode
  readonly mailroom: Mailroom
  private retry?: NodeJS.Timeout
  private isStopped = false

  constructor(
    dependencies: Dependencies,
    moduleOptions: ModuleOptions = {},
    declaration?: { worker_mode?: WorkerMode },
  ) {
    const { database, ...raw } = moduleOptions
    const { options, problems } = parseOptions(withStoreUrls(raw, dependencies.configModule))
    this.problems = problems
    this.workerMode = declaration?.worker_mode ?? "shared"
    const url = database?.clientUrl ?? dependencies.configModule?.projectConfig?.databaseUrl ?? ""
    const dataSource = createDataSource({
      url,
      poolMax: options.pool.max,
      ssl: sslOf(dependencies.configModule),
    })
    this.mailroom = assembleMailroom({ dataSource, options, optionProblems: problems, log: dependencies.logger })
  }

  /**
   * Opens the pool and does `work` once. When that fails (database away, tables not made yet, a missing right) the shop
   * starts all the same: the reason is a finding, the log says what to do, and it is tried again in the background.
   */
  async startWhenPossible(work: () => Promise<void>, attempt = 0): Promise<void> {
    if (this.isStopped) return
    const { readiness, log } = this.mailroom
    try {
      await this.connect()
      // Forgotten before the work asks for the readiness: an earlier attempt's error would fail every later one.
      readiness.setStartError(undefined)
      await work()
    } catch (error) {
      readiness.setStartError(error)
      const finding = databaseFinding(error)
      const sentence = finding ? `${finding.sentence} ${finding.way_out}` : String(error)
      if (attempt === 0) log.error(`Mailroom is not ready and sends nothing: ${sentence}`, error as Error)
      const seconds = RETRY_SECONDS[Math.min(attempt, RETRY_SECONDS.length - 1)]!
      this.retry = setTimeout(() => void this.startWhenPossible(work, attempt + 1), seconds * 1000)
      // A process that has nothing else to do may end.
      this.retry.unref()
    }
  }

  /** Makes an action of the shop's own code a step of automations; call it where the shop starts (docs/actions.md). */
  registerAction<Schema extends z.ZodType>(action: OwnAction<Schema>): void {
    this.mailroom.ownActions.register(action)
  }

  /** Opens the pool. */
  async connect(): Promise<void> {
    const { dataSource } = this.mailroom.db
    if (!dataSource.isInitialized) await dataSource.initialize()
  }

  async disconnect(): Promise<void> {
    this.isStopped = true
    clearTimeout(this.retry)
    const { dataSource } = this.mailroom.db
    if (dataSource.isInitialized) await dataSource.destroy()
  }
}

/** The store knows its Redis, and its own address when the admin was told it: then the plugin need not be told again. */
function withStoreUrls(raw: Record<string, unknown>, config: StoreConfig | undefined): Record<string, unknown> {
  const backendUrl = config?.admin?.backendUrl
  const redisUrl = config?.projectConfig?.redisUrl
  return {
    ...(backendUrl && /^https?:\/\//i.test(backendUrl) && { baseUrl: backendUrl }),
    ...(redisUrl && /^rediss?:\/\//i.test(redisUrl) && { redisUrl }),
    ...Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined)),
  }
}

/** The store's own TLS setting for its database, so that a managed Postgres accepts Mailroom's pool too. */
export function sslOf(config: StoreConfig | undefined): boolean | Record<string, unknown> | undefined {
  const driverOptions = config?.projectConfig?.databaseDriverOptions
  return (driverOptions?.connection?.ssl ?? driverOptions?.ssl) as boolean | Record<string, unknown> | undefined
}
