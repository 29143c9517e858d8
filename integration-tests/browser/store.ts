import { spawn, type ChildProcess } from "node:child_process"
import { randomBytes } from "node:crypto"
import path from "node:path"
import { Client } from "pg"
import { databaseUrl } from "../support/database"
import { freePort } from "../support/free-port"
import { openInbox, type Inbox } from "../support/inbox"
import { LOGIN } from "./login"

const ROOT = path.join(__dirname, "../..")
const CLI = path.join(ROOT, "node_modules/@medusajs/cli/cli.js")
const BOOT_SECONDS = 240

export { LOGIN }

/** A whole store with its admin, as `npm start` runs it: the test runner of Medusa leaves the admin out. */
export type Store = {
  url: string
  inbox: Inbox
  log: () => string
  databaseUrl: string
  /** One statement on the store's database. */
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
  close: () => Promise<void>
}

/** An empty shop with one login; a walk stocks it if it needs to (`shop-shelf.ts`). */
export async function openStore(): Promise<Store> {
  const database = `mailroom_browser_${randomBytes(4).toString("hex")}`
  await on("postgres", (client) => client.query(`CREATE DATABASE ${database}`))
  const port = await freePort()
  const inbox = await openInbox()
  const url = `http://localhost:${port}`
  const lines: string[] = []
  const env = environment({ url, smtpUrl: inbox.url, database })
  // Its scripts and its search would boot the store once more each; this one has no past and is not searched.
  await run(["db:migrate", "--skip-scripts", "--skip-search"], env, lines)
  const server = medusa(["start", "--port", String(port)], env, lines)
  await untilHealthy(url, server, lines)
  const sql: Store["sql"] = (text, values) => on(database, async (client) => (await client.query(text, values)).rows)
  await makeOwner(url, sql)
  return {
    url,
    inbox,
    log: () => lines.join(""),
    databaseUrl: databaseUrl(database),
    sql,
    close: async () => {
      await stop(server)
      await inbox.close()
      await on("postgres", (client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))
    },
  }
}

function environment({ url, smtpUrl, database }: { url: string; smtpUrl: string; database: string }) {
  const settings = {
    general: { baseUrl: url, storefrontUrl: url },
    // The walks do not take back what they send.
    schedule: { undoSeconds: 0 },
    sender: {
      name: "Nordhain",
      from_name: "Nordhain",
      from_email: "shop@example.com",
      postal_address: "Nordhain, Speicherstr. 1, 20457 Hamburg",
      is_default: true,
    },
  }
  return {
    ...process.env,
    // Jest's own options and names would make the store believe that it is under test.
    NODE_OPTIONS: "",
    JEST_WORKER_ID: undefined,
    MAILROOM_ADMIN: undefined,
    MAILROOM_RUNTIME: "auto",
    NODE_ENV: "development",
    LOG_LEVEL: "info",
    DATABASE_URL: databaseUrl(database),
    MAILROOM_SMTP_URL: smtpUrl,
    MAILROOM_BASE_URL: url,
    MAILROOM_ENVIRONMENT: "development",
    MAILROOM_SETTINGS: JSON.stringify(settings),
    STORE_CORS: url,
    ADMIN_CORS: url,
    AUTH_CORS: url,
  }
}

function medusa(args: string[], env: NodeJS.ProcessEnv, lines: string[]): ChildProcess {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] })
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => lines.push(chunk.toString()))
  return child
}

async function run(args: string[], env: NodeJS.ProcessEnv, lines: string[]): Promise<void> {
  const child = medusa(args, env, lines)
  const code = await new Promise((resolve) => child.once("close", resolve))
  if (code !== 0) throw new Error(`medusa ${args[0]} ended with ${String(code)}:\n${lines.join("").slice(-3000)}`)
}

async function untilHealthy(url: string, server: ChildProcess, lines: string[]): Promise<void> {
  const deadline = Date.now() + BOOT_SECONDS * 1000
  while (Date.now() < deadline && server.exitCode === null) {
    const isUp = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  server.kill("SIGKILL")
  throw new Error(`The store did not come up within ${BOOT_SECONDS} s:\n${lines.join("").slice(-3000)}`)
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once("close", resolve))
  server.kill("SIGTERM")
  const insist = setTimeout(() => server.kill("SIGKILL"), 10_000)
  await ended
  clearTimeout(insist)
}

/** Registered as anybody may, and then made a user of the admin by hand: `medusa user` boots the whole store for it. */
async function makeOwner(url: string, sql: Store["sql"]): Promise<void> {
  const answer = await fetch(`${url}/auth/user/emailpass/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(LOGIN),
  })
  if (!answer.ok) throw new Error(`The owner could not register (${answer.status}): ${await answer.text()}`)
  await sql(`INSERT INTO "user" (id, email) VALUES ('user_owner', $1)`, [LOGIN.email])
  await sql(
    `UPDATE auth_identity SET app_metadata = '{"user_id": "user_owner"}'
     WHERE id = (SELECT auth_identity_id FROM provider_identity WHERE entity_id = $1)`,
    [LOGIN.email],
  )
}

async function on<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl(database) })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
