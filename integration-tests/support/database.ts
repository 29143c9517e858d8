import { randomBytes } from "node:crypto"
import { Client } from "pg"
import { createDataSource } from "../../src/modules/mailroom/data-source"
import { assembleMailroom } from "../../src/modules/mailroom/assemble-mailroom"
import type { Log, Mailroom } from "../../src/modules/mailroom/mailroom"
import { applyMigrations } from "../../src/modules/mailroom/migrate"
import { parseOptions } from "../../src/modules/mailroom/options"

const TEMPLATE = `mailroom_template_${process.pid}`
let templateReady: Promise<void> | undefined

const quietLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** URL of a database on the test server, which `npm test` started or DB_HOST names. */
export function databaseUrl(database: string): string {
  const { DB_HOST, DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env
  if (!DB_HOST) throw new Error("DB_HOST is not set. Run the tests by `npm test`, which starts a PostgreSQL.")
  return `postgres://${DB_USERNAME}:${encodeURIComponent(DB_PASSWORD)}@${DB_HOST}:${DB_PORT}/${database}`
}

async function admin<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl("postgres") })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The template is migrated once per jest process; each call copies it in about 50 ms. */
export async function createMailroomDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  templateReady ??= (async () => {
    // Each test file has its own module registry but shares the process: the file before may have made it.
    const isMade = await admin((client) => client.query(`SELECT 1 FROM pg_database WHERE datname = '${TEMPLATE}'`))
    if (isMade.rowCount) return
    await admin((client) => client.query(`CREATE DATABASE ${TEMPLATE}`))
    await applyMigrations({ url: databaseUrl(TEMPLATE), poolMax: 1 })
  })()
  await templateReady
  const name = `mailroom_${randomBytes(6).toString("hex")}`
  await admin((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`))
  return {
    url: databaseUrl(name),
    drop: () => admin((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)).then(() => undefined),
  }
}

/** Mailroom's services on a fresh database of their own, without Medusa. */
export async function openMailroom(
  options: Record<string, unknown> = {},
): Promise<{ mailroom: Mailroom; url: string; close: () => Promise<void> }> {
  const { url, drop } = await createMailroomDatabase()
  // Nobody takes back what a spec sends; the specs of that moment say so.
  const parsed = parseOptions({
    ...options,
    settings: { schedule: { undoSeconds: 0 }, ...(options.settings as object) },
  })
  const dataSource = await createDataSource({ url, poolMax: parsed.options.pool.max }).initialize()
  const mailroom = assembleMailroom({ dataSource, options: parsed.options, log: quietLog })
  return {
    mailroom,
    url,
    close: async () => {
      await dataSource.destroy()
      await drop()
    },
  }
}

/** A second process on the same database, for which so much time has passed, e.g. "31days" (an interval without blanks). */
export async function openLater(
  url: string,
  interval: string,
): Promise<{ mailroom: Mailroom; close: () => Promise<void> }> {
  const options = encodeURIComponent(`-c mailroom.clock_offset=${interval}`)
  const dataSource = await createDataSource({ url: `${url}?options=${options}`, poolMax: 2 }).initialize()
  const mailroom = assembleMailroom({ dataSource, options: parseOptions({}).options, log: quietLog })
  return { mailroom, close: () => dataSource.destroy() }
}
