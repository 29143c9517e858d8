import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer, type AddressInfo, type Server } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"

const ROOT = path.join(__dirname, "../..")

/** What `npm start` and `npm run demo:shop` say to somebody who has never seen them, before anything is made. */
describe("a newcomer's mistake is one sentence with the way out", () => {
  let home: string
  let server: Server
  let taken: number
  beforeAll(async () => {
    home = mkdtempSync(path.join(tmpdir(), "mailroom-newcomer-"))
    writeFileSync(path.join(home, "a-file"), "")
    server = createServer()
    await new Promise<void>((resolve) => server.listen(0, resolve))
    taken = (server.address() as AddressInfo).port
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    rmSync(home, { recursive: true, force: true })
  })

  function said(args: string[], env: Record<string, string> = {}): string {
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      encoding: "utf8",
      env: { PATH: process.env.PATH, MAILROOM_DEMO_HOME: path.join(home, "demo"), ...env },
    })
    expect(status).toBe(1)
    const lines = stderr.trim().split("\n")
    expect(lines).toHaveLength(1)
    return lines[0]!
  }
  const starts = (env: Record<string, string>) => said(["demo/start.mjs"], env)

  it("at ports that are none, are one, or are taken", () => {
    expect(starts({ PORT: "many" })).toMatch(/^PORT="many" is not a port: give a number/)
    expect(starts({ PORT: "9000", MAILBOX_PORT: "9000" })).toMatch(/are both 9000: give the inbox another one/)
    expect(starts({ PORT: String(taken) })).toContain(`start with PORT=${taken + 1} npm start`)
  })

  it("at addresses of database and mail server", () => {
    expect(starts({ DATABASE_URL: "mysql://shop" })).toMatch(
      /^DATABASE_URL is not an address that begins with postgres/,
    )
    expect(starts({ SMTP_URL: "smtp.example.com" })).toMatch(/^SMTP_URL is not an address that begins with smtp/)
  })

  it("at a folder that cannot be made or written to", () => {
    const below = path.join(home, "a-file", "demo")
    expect(starts({ MAILROOM_DEMO_HOME: below })).toMatch(/cannot be made \(ENOTDIR\): set MAILROOM_DEMO_HOME/)
  })

  it("at a Node that is too old", () => {
    const check = "import('./demo/parts/node-version.mjs').then((m) => m.checkNodeVersion('18.20.0'))"
    const told = `${check}.catch((error) => { console.error(error.message); process.exitCode = 1 })`
    expect(said(["-e", told])).toMatch(/^Node 18\.20\.0 is too old: .* 20\.19 or newer/)
  })

  it("at a shopper's errand while no shop runs, or of no sense", () => {
    expect(said(["demo/shop.mjs", "orders", "3"])).toMatch(/^No demo shop runs in .*begin one with "npm start"/)
    expect(said(["demo/shop.mjs", "orders", "-1"])).toMatch(/give a whole number from 1/)
  })
})
