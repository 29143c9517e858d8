import path from "node:path"
import { pathToFileURL } from "node:url"
import { Client, escapeIdentifier } from "pg"
import { applyMigrations } from "../src/modules/mailroom/migrate"

type Started = { url: string; stop: () => Promise<void> }

/** A migrated database of its own: on the server that DB_HOST names, else on a PostgreSQL that lives as long as the run. */
export async function throwAwayDatabase(): Promise<Started> {
  const server = process.env.DB_HOST ? givenServer() : await ownServer()
  const name = `mailroom_run_${process.pid}`
  const admin = new Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  await applyMigrations({ url: url.href, poolMax: 1 })
  return {
    url: url.href,
    stop: async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.end()
      await server.stop()
    },
  }
}

/** A migrated database of this name on the server that DB_HOST names: made by the first run, measured again by others. */
export async function keptDatabase(name: string): Promise<Started> {
  if (!process.env.DB_HOST) throw new Error(`--keep ${name}: say by DB_HOST on which server it is to be kept.`)
  const server = givenServer()
  const admin = new Client({ connectionString: server.url })
  await admin.connect()
  const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [name])
  if (rowCount === 0) await admin.query(`CREATE DATABASE ${escapeIdentifier(name)}`)
  await admin.end()
  const url = new URL(server.url)
  url.pathname = `/${name}`
  await applyMigrations({ url: url.href, poolMax: 1 })
  return { url: url.href, stop: async () => undefined }
}

function givenServer(): Started {
  const { DB_HOST, DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env
  const url = `postgres://${DB_USERNAME}:${encodeURIComponent(DB_PASSWORD)}@${DB_HOST}:${DB_PORT}/postgres`
  return { url, stop: async () => undefined }
}

async function ownServer(): Promise<Started> {
  // TypeScript turns import() into require() here, which cannot load an ES module.
  const load = new Function("file", "return import(file)") as (file: string) => Promise<{
    startThrowAwayPostgres(): Promise<Started>
  }>
  const { startThrowAwayPostgres } = await load(pathToFileURL(path.join(__dirname, "../scripts/postgres.mjs")).href)
  return startThrowAwayPostgres()
}
