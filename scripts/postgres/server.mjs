import { spawn } from "node:child_process"
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"
import { Trouble } from "../trouble.mjs"

/**
 * One PostgreSQL cluster in one folder, run through `pg_ctl`: it lives in a session of its own, so that Ctrl-C in the
 * terminal reaches whoever started it first and not the server, and it outlives a `kill -9` of its starter.
 *
 * @param {{ binaries: string, folder: string, account?: { uid: number, gid: number } }} cluster
 */
export async function initialise(cluster, { password }) {
  mkdirSync(cluster.folder, { recursive: true })
  if (cluster.account) chownSync(cluster.folder, cluster.account.uid, cluster.account.gid)
  chmodSync(cluster.folder, 0o700)
  const passwordFile = `${cluster.folder}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (cluster.account) chownSync(passwordFile, cluster.account.uid, cluster.account.gid)
  try {
    // Locale C: sorting is the application's business, and every machine agrees on it.
    const flags = ["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"]
    await run(cluster, "initdb", ["-D", cluster.folder, `--pwfile=${passwordFile}`, ...flags])
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

export function isInitialised(cluster) {
  return existsSync(path.join(cluster.folder, "PG_VERSION"))
}

/** Starts the server on loopback and waits until it answers. `settings` are PostgreSQL's own, by name. */
export async function start(cluster, { port, settings }) {
  const all = { listen_addresses: "localhost", unix_socket_directories: "", ...settings }
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)
  await run(cluster, "pg_ctl", [
    "start",
    "-w",
    "-t",
    "60",
    "-D",
    cluster.folder,
    "-l",
    logOf(cluster),
    "-o",
    [`-p ${port}`, ...options].join(" "),
  ])
}

/** Cuts all connections, writes everything to disk and returns when the last process is gone. */
export async function stop(cluster) {
  await run(cluster, "pg_ctl", ["stop", "-w", "-m", "fast", "-D", cluster.folder])
}

/** The port of a server that already runs on this folder (one that outlived a killed starter), else undefined. */
export async function runningPort(cluster) {
  const pidFile = path.join(cluster.folder, "postmaster.pid")
  if (!existsSync(pidFile)) return undefined
  const isRunning = await run(cluster, "pg_ctl", ["status", "-D", cluster.folder]).then(
    () => true,
    () => false,
  )
  if (!isRunning) return undefined
  // Line 4 of postmaster.pid is the port: src/include/utils/pidfile.h.
  return Number(readFileSync(pidFile, "utf8").split("\n")[3])
}

function logOf(cluster) {
  return path.join(cluster.folder, "server.log")
}

function run(cluster, program, args) {
  const executable = path.join(cluster.binaries, "bin", process.platform === "win32" ? `${program}.exe` : program)
  makeExecutable(cluster.binaries)
  // pg_ctl's server keeps the output open for ever: a pipe would never end, a file does.
  const outputFile = `${cluster.folder}.${program}.out`
  const output = openSync(outputFile, "w")
  const { uid, gid } = cluster.account ?? {}
  const env = { ...process.env, LC_ALL: "C" }
  const child = spawn(executable, args, { uid, gid, env, cwd: cluster.folder, stdio: ["ignore", output, output] })
  return new Promise((resolve, reject) => {
    const said = () => {
      closeSync(output)
      const text = readFileSync(outputFile, "utf8").trim()
      rmSync(outputFile, { force: true })
      return text
    }
    child.once("error", (error) => {
      said()
      reject(
        new Trouble(
          `PostgreSQL's ${program} cannot be run (${error.code}, ${executable}): check that the folder may be read and executed from, or set DATABASE_URL.`,
        ),
      )
    })
    child.once("close", (code) => {
      const text = said()
      if (code === 0) resolve(text)
      else
        reject(
          new Trouble(
            `PostgreSQL's ${program} failed: ${text.split("\n").at(-1)} (log: ${logOf(cluster)}). Remove ${cluster.folder} to begin anew, or set DATABASE_URL.`,
          ),
        )
    })
  })
}

function makeExecutable(binaries) {
  for (const program of ["initdb", "pg_ctl", "postgres"]) {
    const file = path.join(binaries, "bin", program)
    if (!existsSync(file)) continue
    const { mode } = statSync(file)
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
  }
}
