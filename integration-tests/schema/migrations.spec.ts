import { openMailroom } from "../support/database"
import { applyMigrations, revertLastMigration } from "../../src/modules/mailroom/migrate"
import { migrations } from "../../migrations"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("the schema", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  it("is what the entities say: TypeORM finds nothing to change", async () => {
    const wanted = await opened.mailroom.db.dataSource.driver.createSchemaBuilder().log()
    expect(wanted.upQueries.map(({ query }) => query)).toEqual([])
  })

  it("makes time-ordered ids", async () => {
    const [row] = await opened.mailroom.db.query<{ a: string; b: string; version: string }>({
      text: `SELECT mailroom.uuidv7('2026-01-01') AS a, mailroom.uuidv7('2026-01-02') AS b,
                    substr(mailroom.uuidv7()::text, 15, 1) AS version`,
      values: [],
    })
    expect(row!.a < row!.b).toBe(true)
    expect(row!.version).toBe("7")
  })

  it("refuses to change or delete what the consent log holds", async () => {
    const { db } = opened.mailroom
    await db.query({
      text: `INSERT INTO mailroom.consent_log (contact_id, seq, email_hash, purpose, action, source, actor, at, personal_hash, hash)
             VALUES (mailroom.uuidv7(), 1, '\\x01', 'marketing', 'grant', 'form', 'contact', mailroom.now(), '\\x02', '\\x03')`,
      values: [],
    })
    await expect(db.query({ text: `UPDATE mailroom.consent_log SET action = 'withdraw'`, values: [] })).rejects.toThrow(
      "append-only",
    )
    await expect(db.query({ text: `DELETE FROM mailroom.consent_log`, values: [] })).rejects.toThrow("append-only")
    await expect(db.query({ text: `TRUNCATE mailroom.consent_log CASCADE`, values: [] })).rejects.toThrow("append-only")
  })

  it("can be taken back step by step to nothing, and made again", async () => {
    const { url, close } = await openMailroom()
    for (const _ of migrations) await revertLastMigration({ url, poolMax: 1 })
    const again = await applyMigrations({ url, poolMax: 1 })
    expect(again).toHaveLength(migrations.length)
    await close()
  })
})
