/**
 * `npm test [-- <jest arguments>]`: everything, with its own PostgreSQL unless DB_HOST (or DATABASE_URL) names one.
 * `npm run test:unit`: only the pure core, no database.
 */
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..")
const [suite, ...rest] = process.argv.slice(2)
const isUnit = suite === "unit"
const args = isUnit ? ["--selectProjects", "unit", ...rest] : process.argv.slice(2)

const sumFile = path.join(mkdtempSync(path.join(tmpdir(), "mailroom-sum-")), "sum")
const env = {
  ...process.env,
  MAILROOM_SUM_FILE: sumFile,
  NODE_OPTIONS: [process.env.NODE_OPTIONS, "--experimental-vm-modules", "--no-warnings"].filter(Boolean).join(" "),
}

let postgres
if (!isUnit && !process.env.DB_HOST) {
  const { startThrowAwayPostgres } = await import("./postgres.mjs")
  postgres = await startThrowAwayPostgres()
  Object.assign(env, {
    DB_HOST: postgres.host,
    DB_PORT: String(postgres.port),
    DB_USERNAME: postgres.user,
    DB_PASSWORD: postgres.password,
  })
}

const jest = path.join(root, "node_modules/jest/bin/jest.js")
// Integration files boot whole stores: one after another, or two cores thrash.
const child = spawn(process.execPath, [jest, ...(isUnit ? [] : ["--runInBand", "--forceExit"]), ...args], {
  cwd: root,
  env,
  stdio: "inherit",
})
const forward = (signal) => child.kill(signal)
process.on("SIGINT", forward)
process.on("SIGTERM", forward)
const code = await new Promise((resolve) => child.on("close", (status) => resolve(status ?? 1)))
await postgres?.stop()
if (existsSync(sumFile)) process.stdout.write(readFileSync(sumFile, "utf8"))
process.exit(code)
