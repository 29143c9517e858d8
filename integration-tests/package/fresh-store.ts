import { execFileSync, spawn, type ChildProcess } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { freePort } from "../support/free-port"

const root = path.join(__dirname, "../..")

type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string>; overrides: object }

/** What a store of Medusa's own starter brings along; everything else must come with the plugin. */
const OF_A_STORE =
  /^@medusajs\/(admin-sdk|cli|draft-order|framework|icons|js-sdk|medusa|ui)$|^(react|react-dom|ts-node|typescript|@swc\/core)$/

export type FreshStore = {
  folder: string
  /** Runs Medusa's command line in the store and returns what it said; throws with it when it fails. */
  medusa(args: string[], env?: Record<string, string>): string
  start(env: Record<string, string>): Promise<{ origin: string; stop(): Promise<number | null>; said(): string }>
  remove(): void
}

/**
 * Builds and packs the plugin; returns the tarball and the names of the files in it. MAILROOM_IS_BUILT=yes: it was built a
 * moment ago, as CI does.
 */
export function packPlugin(into: string): { tarball: string; files: string[] } {
  if (process.env.MAILROOM_IS_BUILT !== "yes") run("npm", ["run", "plugin:build"], root)
  const [pack] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", into], root))
  return { tarball: path.join(into, pack.filename), files: pack.files.map((file: { path: string }) => file.path) }
}

/**
 * A store outside of this repository, into which npm installs the tarball as a merchant would. Medusa's versions are
 * pinned by this repo's lock; the plugin's own dependencies are left for npm to find, by the tarball's package.json.
 */
export function installInFreshStore({
  tarball,
  options,
}: {
  tarball: string
  options: Record<string, unknown>
}): FreshStore {
  const folder = mkdtempSync(path.join(tmpdir(), "mailroom-store-"))
  writeManifests(folder)
  run("npm", ["install", tarball, "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"], folder)
  writeFileSync(path.join(folder, "medusa-config.ts"), medusaConfig(options))
  writeFileSync(path.join(folder, "tsconfig.json"), readFileSync(path.join(root, "tsconfig.json")))
  mkdirSync(path.join(folder, "src"))
  cpSync(path.join(root, "demo/shop"), path.join(folder, "shop"), { recursive: true })
  writeFileSync(path.join(folder, "shop/minimal.ts"), MINIMAL_SHOP)
  // The demo's consents reach into Mailroom's sources; a merchant's store has none.
  for (const file of ["consents.ts", "fill.ts"]) rmSync(path.join(folder, "shop", file))
  return {
    folder,
    medusa: (args, env = {}) => run("npx", ["medusa", ...args], folder, env),
    start: (env) => start(folder, env),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function writeManifests(folder: string): void {
  const manifest: Manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"))
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"))
  const dependencies = Object.fromEntries(
    Object.entries(manifest.devDependencies).filter(([name]) => OF_A_STORE.test(name)),
  )
  const store = { name: "fresh-store", version: "1.0.0", private: true, dependencies, overrides: manifest.overrides }
  lock.name = store.name
  lock.packages[""] = { name: store.name, version: store.version, dependencies }
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(store, null, 2))
  writeFileSync(path.join(folder, "package-lock.json"), JSON.stringify(lock, null, 2))
  cpSync(path.join(root, ".npmrc"), path.join(folder, ".npmrc"))
}

function medusaConfig(options: Record<string, unknown>): string {
  return `import { defineConfig } from "@medusajs/framework/utils"
export default defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: { storeCors: "*", adminCors: "*", authCors: "*", jwtSecret: "for-this-test", cookieSecret: "for-this-test" },
  },
  plugins: [{ resolve: "medusa-plugin-mailroom", options: ${JSON.stringify(options)} }],
})
`
}

const MINIMAL_SHOP = `import { createAdmin } from "./admin-user"
import { openMarkets } from "./markets"
import { stockShelves } from "./products"
export default async function minimal({ container }: any) {
  const markets = await openMarkets(container)
  await stockShelves(container, markets, "http://localhost:9000")
  await createAdmin(container, { email: "admin@example.com", password: "mailroom-demo" })
}
`

async function start(folder: string, env: Record<string, string>) {
  const port = await freePort()
  const child = spawn("npx", ["medusa", "start", "--port", String(port)], {
    cwd: folder,
    env: environment(env),
    detached: true,
  })
  let said = ""
  child.stdout.on("data", (chunk) => (said += chunk))
  child.stderr.on("data", (chunk) => (said += chunk))
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve))
  const origin = `http://localhost:${port}`
  while (!(await answers(`${origin}/health`))) {
    if (child.exitCode !== null) throw new Error(`The store stopped while it started:\n${said.slice(-4000)}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return { origin, said: () => said, stop: () => stop(child, ended) }
}

function stop(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  // npx stands between: the whole group is asked.
  process.kill(-child.pid!, "SIGTERM")
  return ended
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}

function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}): string {
  try {
    return execFileSync(command, args, {
      cwd,
      env: environment(env),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 64e6,
    })
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string }
    throw new Error(`"${command} ${args.join(" ")}" failed:\n${stdout.slice(-3000)}\n${stderr.slice(-3000)}`)
  }
}

/** Without what jest and npm put there for this run. */
function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  const mine = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_OPTIONS$|JEST_|LOG_LEVEL$|MAILROOM_)/.test(name),
  )
  return { ...Object.fromEntries(mine), NODE_ENV: "development", MEDUSA_DISABLE_TELEMETRY: "true", ...env }
}
