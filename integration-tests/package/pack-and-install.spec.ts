import { execFileSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { Client } from "pg"
import { databaseUrl } from "../support/database"
import { openInbox, type Inbox, type ReceivedMail } from "../support/inbox"
import { installInFreshStore, packPlugin, type FreshStore } from "./fresh-store"

jest.setTimeout(15 * 60_000)

describe("the package, as a merchant gets it", () => {
  const temp = mkdtempSync(path.join(tmpdir(), "mailroom-pack-"))
  const database = `mailroom_store_${randomBytes(4).toString("hex")}`
  const DATABASE_URL = databaseUrl(database)
  let inbox: Inbox
  let files: string[]
  let store: FreshStore

  beforeAll(async () => {
    inbox = await openInbox()
    await onServer(`CREATE DATABASE ${database}`)
    const packed = packPlugin(temp)
    files = packed.files
    store = installInFreshStore({ tarball: packed.tarball, options: optionsFor(inbox.url) })
  })

  afterAll(async () => {
    await inbox.close()
    store?.remove()
    rmSync(temp, { recursive: true, force: true })
    await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  })

  it("holds the built plugin and nothing of the workshop", () => {
    expect(files).toEqual(
      expect.arrayContaining([".medusa/server/src/modules/mailroom/index.js", ".medusa/server/src/admin/index.mjs"]),
    )
    expect(
      files.filter((file) => /\.spec\.|integration-tests|bench\/|demo\/|medusa-config|\.tsbuildinfo/.test(file)),
    ).toEqual([])
  })

  it("brings every library that its admin is made of, and names each part so that a store finds its look", () => {
    const plugin = path.join(store.folder, "node_modules/medusa-plugin-mailroom")
    const admin = path.join(plugin, ".medusa/server/src/admin")
    const parts = [
      path.join(admin, "index.mjs"),
      ...readdirSync(path.join(admin, "_chunks")).map((name) => path.join(admin, "_chunks", name)),
    ]
    expect(parts.filter((name) => !/\.m?js$/.test(name))).toEqual([])
    const libraries = parts
      .filter((name) => name.endsWith(".mjs"))
      .flatMap((name) => importsOf(readFileSync(name, "utf8")))
    expect(libraries).toContain("@tiptap/react")
    expect(libraries.filter((name) => !canResolve(name, plugin))).toEqual([])
  })

  it("migrates, boots and mails the receipt of an order in a fresh store", async () => {
    // Medusa's own scripts and search would boot the store once more each.
    store.medusa(["db:migrate", "--execute-safe-links", "--skip-scripts", "--skip-search"], { DATABASE_URL })
    store.medusa(["exec", "./shop/minimal.ts"], { DATABASE_URL })
    const running = await store.start({ DATABASE_URL })
    try {
      const buyer = placeOrder(running.origin, temp)
      const receipt = await mailTo(inbox, buyer)
      expect(receipt.from?.address).toBe("shop@example.com")
      expect(receipt.html).toContain("/static/demo/")
    } catch (error) {
      throw new Error(`${(error as Error).message}\nThe store said:\n${running.said().slice(-4000)}`)
    } finally {
      await running.stop()
    }
  })
})

function importsOf(code: string): string[] {
  const found = [...code.matchAll(/^import\b[^;]*?"([^"]+)";$/gm), ...code.matchAll(/\bimport\("([^"]+)"\)/g)]
  return found.map(([, name]) => name!).filter((name) => !name.startsWith("."))
}

function canResolve(name: string, from: string): boolean {
  try {
    return Boolean(require.resolve(name, { paths: [from] }))
  } catch {
    return false
  }
}

function optionsFor(smtpUrl: string) {
  return {
    smtpUrl,
    environment: "test",
    settings: {
      general: { baseUrl: "http://localhost:9000", storefrontUrl: "http://localhost:8000" },
      sender: { name: "Shop", from_name: "Shop", from_email: "shop@example.com", postal_address: "Street 1, Town" },
    },
  }
}

/** The demo's shopper goes through the Store API of that shop; returns the buyer's address. */
function placeOrder(origin: string, temp: string): string {
  const home = path.join(temp, "home")
  mkdirSync(home)
  writeFileSync(path.join(home, "running.json"), JSON.stringify({ origin }))
  const env = { ...process.env, MAILROOM_DEMO_HOME: home, NODE_OPTIONS: "" }
  const script = path.join(__dirname, "../../demo/shop.mjs")
  const said = execFileSync(process.execPath, [script, "orders", "1"], { env, encoding: "utf8" })
  return said.split(" ")[0]!
}

/** Looks until the mail is there, two minutes at most. */
async function mailTo(inbox: Inbox, address: string): Promise<ReceivedMail> {
  const until = Date.now() + 120_000
  while (Date.now() < until) {
    const [mail] = inbox.to(address)
    if (mail) return mail
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No mail to ${address} within two minutes`)
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl("postgres") })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
