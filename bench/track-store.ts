import { spawn, type ChildProcess } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

const root = path.join(__dirname, "..")
const folder = path.join(root, ".cache/bench-store")
const log = path.join(root, ".cache/bench-store.log")

/**
 * A Medusa store of its own inside the repo, for the time of the run: Mailroom's module and its two tracking routes from
 * source, and beside them a bare route that answers the same picture. So all three pass the same middleware.
 */
export function writeStore({
  options = { baseUrl: "https://shop.example", environment: "bench" },
  routes = [],
}: { options?: object; routes?: string[] } = {}): void {
  rmSync(folder, { recursive: true, force: true })
  const from = (file: string) => JSON.stringify(path.join(root, file))
  const files = {
    "package.json": `{ "name": "bench-store", "private": true, "dependencies": { "@medusajs/medusa": "*" } }`,
    "tsconfig.json": `{ "extends": ${from("tsconfig.json")}, "include": ["src"] }`,
    "medusa-config.ts": `import { defineConfig } from "@medusajs/framework/utils"
export default defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: { storeCors: "*", adminCors: "*", authCors: "*", jwtSecret: "bench", cookieSecret: "bench" },
  },
  modules: [{ resolve: ${from("src/modules/mailroom")}, options: ${JSON.stringify(options)} }],
})
`,
    "src/api/bare/[token]/route.ts": `const PIXEL = Buffer.from("R0lGODlhAQABAJAAAP8AAAAAACH5BAUQAAAALAAAAAABAAEAAAICBAEAOw==", "base64")
export async function GET(_req, res) {
  res.writeHead(200, { "Content-Type": "image/gif", "Cache-Control": "no-store", "Content-Length": "43" })
  res.end(PIXEL)
}
`,
    "src/api/mailroom/o/[token]/route.ts": `export { GET } from ${from("src/api/mailroom/o/[token]/route")}\n`,
    "src/api/mailroom/c/[token]/route.ts": `export { GET } from ${from("src/api/mailroom/c/[token]/route")}\n`,
    ...Object.fromEntries(
      routes.map((route) => [`src/api/${route}/route.ts`, `export * from ${from(`src/api/${route}/route`)}\n`]),
    ),
    "src/api/middlewares.ts": `export { default } from ${from("src/api/middlewares")}\n`,
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

export async function migrateStore(databaseUrl: string): Promise<void> {
  const child = medusa(["db:migrate", "--skip-scripts", "--execute-safe-links"], databaseUrl)
  const code = await new Promise((resolve) => child.once("close", resolve))
  if (code !== 0) throw new Error(`"medusa db:migrate" failed:\n${tail()}`)
}

export type RunningStore = { pid: number; kill(): Promise<void> }

/** Returns when the store answers. `kill` is a kill -9: nothing gets a chance to tidy up. */
export async function startStore(databaseUrl: string, port: number): Promise<RunningStore> {
  const child = medusa(["start", "--port", String(port)], databaseUrl)
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()))
  while (!(await isUp(port))) {
    if (child.exitCode !== null) throw new Error(`The store stopped while it started:\n${tail()}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return {
    pid: child.pid!,
    kill: async () => {
      child.kill("SIGKILL")
      await ended
    },
  }
}

export const removeStore = () => rmSync(folder, { recursive: true, force: true })

function medusa(args: string[], databaseUrl: string): ChildProcess {
  const output = openSync(log, args[0] === "start" ? "w" : "a")
  const child = spawn(process.execPath, [path.join(root, "node_modules/@medusajs/cli/cli.js"), ...args], {
    cwd: folder,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NODE_ENV: "development",
      MEDUSA_DISABLE_TELEMETRY: "true",
      // A line per request would be measured along.
      LOG_LEVEL: "error",
      NO_COLOR: "1",
    },
    stdio: ["ignore", output, output],
  })
  closeSync(output)
  process.once("exit", () => child.kill("SIGKILL"))
  return child
}

async function isUp(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    // Not listening yet: the caller looks whether the process still lives and asks again.
    return false
  }
}

const tail = () => readFileSync(log, "utf8").trimEnd().split("\n").slice(-25).join("\n")
