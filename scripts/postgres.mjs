import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { freePort } from "./ports.mjs"
import { serverAccount } from "./postgres/account.mjs"
import { serverBinaries } from "./postgres/binaries.mjs"
import { initialise, start, stop } from "./postgres/server.mjs"

/** Durability is off: a test database that a power cut may eat is twice as fast. */
const THROW_AWAY = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "300",
  shared_buffers: "256MB",
}

/**
 * Starts a PostgreSQL in a folder of its own below the system's temp folder; `stop` removes every trace of it.
 * `binaries` names another installation (a folder with `bin/initdb`), else the one that npm installed is taken.
 */
export async function startThrowAwayPostgres({ binaries } = {}) {
  const home = mkdtempSync(path.join(tmpdir(), "mailroom-pg-"))
  chmodSync(home, 0o755)
  const account = serverAccount()
  const cluster = {
    account,
    folder: path.join(home, "data"),
    binaries: binaries ?? serverBinaries({ account, spare: home }),
  }
  const port = await freePort()
  const password = "mailroom"
  await initialise(cluster, { password })
  await start(cluster, { port, settings: THROW_AWAY })
  return {
    url: `postgres://postgres:${password}@localhost:${port}/postgres`,
    host: "localhost",
    port,
    user: "postgres",
    password,
    stop: async () => {
      await stop(cluster)
      rmSync(home, { recursive: true, force: true })
    },
  }
}
