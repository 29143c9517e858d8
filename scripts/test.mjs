/**
 * `npm test [-- <jest arguments>]`: everything, with its own PostgreSQL unless DB_HOST names one. MAILROOM_POSTGRES is the
 * folder of another installation to start it from (with `bin/initdb` in it).
 * `npm run test:unit`: only the pure core, no database.
 * `npm run test:explore`: the same with a new seed and 20 times as many values for each property.
 * MAILROOM_SUM_FILE: where the last line is written, too. MAILROOM_SPECS_TOGETHER=yes: specs share their modules, as they
 * do when everything is asked for.
 */
import { spawn } from "node:child_process"
import { randomInt } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..")
const [suite, ...rest] = process.argv.slice(2)
const isExploring = suite === "explore"
const isUnit = suite === "unit" || isExploring
const args = isUnit ? [...rest, "--selectProjects", "unit", "--maxWorkers=100%"] : process.argv.slice(2)

// Files or names were asked for: then each spec is a file of its own.
const isWhole = (isUnit ? rest : args).every(
  (argument) => argument.startsWith("-") && !/^-t|^--testNamePattern/.test(argument),
)

const sumFolder = mkdtempSync(path.join(tmpdir(), "mailroom-sum-"))
const sumFile = process.env.MAILROOM_SUM_FILE ?? path.join(sumFolder, "sum")
const env = {
  ...process.env,
  MAILROOM_SUM_FILE: sumFile,
  ...(isExploring && {
    MAILROOM_PROPERTY_SEED: String(randomInt(2 ** 31)),
    MAILROOM_PROPERTY_RUNS: process.env.MAILROOM_PROPERTY_RUNS ?? "2000",
  }),
  ...(isWhole && { MAILROOM_SPECS_TOGETHER: "yes" }),
  NODE_OPTIONS: [process.env.NODE_OPTIONS, "--experimental-vm-modules", "--no-warnings"].filter(Boolean).join(" "),
}

let child
let isAborted = false
const abort = (signal) => {
  isAborted = true
  child?.kill(signal)
}
process.on("SIGINT", abort)
process.on("SIGTERM", abort)

let postgres
if (!isUnit && !process.env.DB_HOST) {
  const { startThrowAwayPostgres } = await import("./postgres.mjs")
  postgres = await startThrowAwayPostgres({ binaries: process.env.MAILROOM_POSTGRES })
  Object.assign(env, {
    DB_HOST: postgres.host,
    DB_PORT: String(postgres.port),
    DB_USERNAME: postgres.user,
    DB_PASSWORD: postgres.password,
  })
}

const jest = path.join(root, "node_modules/jest/bin/jest.js")
let code = 1
if (!isAborted) {
  // Each file is a store, a browser or a hundred databases: two at a time, whatever the machine has.
  child = spawn(process.execPath, [jest, ...(isUnit ? [] : ["--maxWorkers=2", "--forceExit"]), ...args], {
    cwd: root,
    env,
    stdio: "inherit",
  })
  code = await new Promise((resolve) => child.on("close", (status) => resolve(status ?? 1)))
}
await postgres?.stop()
if (existsSync(sumFile)) process.stdout.write(readFileSync(sumFile, "utf8"))
rmSync(sumFolder, { recursive: true, force: true })
process.exitCode = code
