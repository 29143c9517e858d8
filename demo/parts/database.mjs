import { createHash, randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import pg from "pg"
import { freePort } from "../../scripts/ports.mjs"
import { canReach, serverAccount } from "../../scripts/postgres/account.mjs"
import { serverBinaries } from "../../scripts/postgres/binaries.mjs"
import { initialise, isInitialised, runningPort, start, stop } from "../../scripts/postgres/server.mjs"
import { Trouble } from "../../scripts/trouble.mjs"

const DATABASE = "mailroom_demo"

/** Opens the demo's database: the one that DATABASE_URL names, or an embedded server whose data stays in `home`. */
export async function openDatabase({ home, databaseUrl }, say) {
  if (databaseUrl) {
    await reach(databaseUrl)
    say("yours, as DATABASE_URL says")
    return { url: databaseUrl, close: async () => undefined }
  }
  const account = serverAccount()
  const place = reachablePlace(home, account, say)
  const cluster = { account, folder: path.join(place, "postgres"), binaries: serverBinaries({ account, spare: place }) }
  const password = keptPassword(place)
  if (!isInitialised(cluster)) await initialise(cluster, { password })
  const survivor = await runningPort(cluster)
  const port = survivor ?? (await freePort())
  if (survivor) say("found the server of a run that was killed: going on with it")
  else
    await start(cluster, {
      port,
      settings: { synchronous_commit: "off", max_connections: "100", shared_buffers: "128MB" },
    })
  const url = `postgres://postgres:${password}@localhost:${port}/${DATABASE}`
  await makeDatabase(url)
  return { url, close: () => stop(cluster) }
}

/**
 * `home`, unless PostgreSQL has to run under another account (we are root) that cannot walk there;
 * then a folder of the system's temp folder that belongs to this home alone.
 */
function reachablePlace(home, account, say) {
  if (canReach(home, account)) return home
  const name = createHash("sha256").update(home).digest("hex").slice(0, 12)
  const place = path.join(tmpdir(), `mailroom-demo-${name}`)
  mkdirSync(place, { recursive: true })
  // The temp folder is everybody's: a folder that somebody else laid there must not be trusted.
  if (statSync(place).uid !== process.getuid())
    throw new Trouble(
      `PostgreSQL's account "${account.name}" cannot reach ${home}, and ${place} belongs to somebody else: set MAILROOM_DEMO_HOME to a folder that "${account.name}" can reach.`,
    )
  chmodSync(place, 0o755)
  say(`the account "${account.name}" cannot reach ${home}; the data lies in ${place}`)
  return place
}

function keptPassword(place) {
  const file = path.join(place, "postgres-password")
  if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString("hex"), { mode: 0o600 })
  return readFileSync(file, "utf8").trim()
}

async function makeDatabase(url) {
  const server = new URL(url)
  server.pathname = "/postgres"
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE])
    if (!found.rowCount) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}

async function reach(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new Trouble(
      `The database of DATABASE_URL does not answer (${error.message || error.code}): start it, create the database, or leave DATABASE_URL out for the embedded one.`,
    )
  }
  await client.end()
}
