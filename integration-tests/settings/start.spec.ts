import { MailroomService } from "../../src/modules/mailroom/service"
import type { Log } from "../../src/modules/mailroom/mailroom"
import { createMailroomDatabase, databaseUrl } from "../support/database"

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const keys = async ({ mailroom }: MailroomService) => (await mailroom.readiness.state()).findings.map(({ key }) => key)

/** As Medusa's loader makes it: its own options and the store's configuration. */
function aService(clientUrl: string, options: Record<string, unknown> = {}, logger: Log = quiet): MailroomService {
  return new MailroomService({ logger, configModule: {} }, { database: { clientUrl }, ...options })
}

describe("a start that nothing stops (F59)", () => {
  it("a database that is away is a finding, said once in the log, and tried again until it is there", async () => {
    const errors: string[] = []
    const logger = { ...quiet, error: (message: string) => void errors.push(message) }
    const service = aService(databaseUrl("does_not_exist_yet"), {}, logger)
    let starts = 0
    await service.startWhenPossible(async () => {
      starts += 1
    })
    expect(starts).toBe(0)
    expect(await keys(service)).toEqual(["database_away"])
    expect(errors).toEqual([expect.stringContaining("tries again by itself")])
    await service.disconnect()
  })

  it("a database user without the right to create a schema is told which right, and how to give it", async () => {
    const { url, drop } = await createMailroomDatabase()
    const errors: string[] = []
    const service = aService(url, {}, { ...quiet, error: (message: string) => void errors.push(message) })
    await service.startWhenPossible(async () => {
      // One transaction on one connection: what comes after it is the owner again.
      await service.mailroom.db.transaction(async (tx) => {
        await tx.query({ text: "SET LOCAL ROLE pg_monitor", values: [] })
        await tx.query({ text: "CREATE SCHEMA not_allowed", values: [] })
      })
    })
    const { ready, findings } = await service.mailroom.readiness.state()
    expect(ready).toBe(false)
    expect(findings.find(({ key }) => key === "database_right_missing")).toMatchObject({
      severity: "blocks",
      sentence: expect.stringContaining("permission denied for database"),
      way_out: expect.stringContaining("GRANT CREATE ON DATABASE"),
    })
    expect(errors.join()).toContain("GRANT CREATE ON DATABASE")
    await service.disconnect()
    await drop()
  })

  it("work that fails because the tables are missing is done as soon as they are there", async () => {
    const { url, drop } = await createMailroomDatabase()
    const service = aService(url)
    let isMigrated = false
    const started = new Promise<void>((resolve) => {
      void service.startWhenPossible(async () => {
        if (!isMigrated) {
          isMigrated = true
          await service.mailroom.db.query({ text: "SELECT 1 FROM mailroom.not_there_yet", values: [] })
        }
        resolve()
      })
    })
    await started
    // The service notes its success when the work has returned.
    await new Promise(setImmediate)
    expect(await keys(service)).not.toContain("schema_missing")
    await service.disconnect()
    await drop()
  })

  it("judges the next attempt by what is found then, whatever stopped the one before", async () => {
    const { url, drop } = await createMailroomDatabase()
    const service = aService(url)
    let attempts = 0
    const started = new Promise<boolean>((resolve) => {
      void service.startWhenPossible(async () => {
        attempts += 1
        if (attempts === 1) throw new Error("the shop does not know its name yet")
        await service.mailroom.readiness.state().then(
          () => resolve(true),
          () => resolve(false),
        )
      })
    })
    expect(await started).toBe(true)
    await service.disconnect()
    await drop()
  })

  it("an SMTP url that cannot be read is a finding and never shown, because it holds a password", async () => {
    const { url, drop } = await createMailroomDatabase()
    const service = aService(url, { smtpUrl: "smtp://shop:100%sure@mail.example.com" })
    await service.startWhenPossible(async () => undefined)
    const { findings } = await service.mailroom.readiness.state()
    const [wrong] = findings.filter(({ key }) => key === "option_wrong")
    expect(wrong!.sentence).toContain('Plugin option "smtpUrl": must be')
    expect(wrong!.sentence).not.toContain("sure")
    expect((await service.mailroom.settings.view()).smtp_from_option).toBeNull()
    await service.disconnect()
    await drop()
  })

  it("wrong plugin options are named with their path, and the defaults hold", async () => {
    const { url, drop } = await createMailroomDatabase()
    const service = aService(url, { pool: { max: "many" }, smtpUrl: "mail.example.com" })
    await service.startWhenPossible(async () => undefined)
    const { ready, findings } = await service.mailroom.readiness.state()
    expect(ready).toBe(false)
    const sentences = findings.filter(({ key }) => key === "option_wrong").map(({ sentence }) => sentence)
    expect(sentences).toEqual([
      expect.stringContaining('Plugin option "pool.max"'),
      expect.stringContaining('Plugin option "smtpUrl": must begin with smtp://'),
    ])
    await service.disconnect()
    await drop()
  })

  it.each([{ "999": "k".repeat(32) }, { "01": "k".repeat(32) }, {}])(
    "signing keys whose links nobody could read are refused: %j",
    (signingKeys) => {
      expect(aService(databaseUrl("not_asked"), { signingKeys }).problems).toEqual([
        'Plugin option "signingKeys": must hold at least one key, each under a number from 0 to 255',
      ])
    },
  )

  it("knows its address from the store's own configuration", async () => {
    const { url, drop } = await createMailroomDatabase()
    const configModule = { admin: { backendUrl: "https://shop.example.com/" } }
    const service = new MailroomService({ logger: quiet, configModule }, { database: { clientUrl: url } })
    await service.connect()
    expect((await service.mailroom.settings.read()).general.baseUrl).toBe("https://shop.example.com")
    await service.disconnect()
    await drop()
  })
})
