import { openMailroom } from "../support/database"
import { syncTemplates, templateSync } from "../../src/runtime/sync-templates"
import { BUILTIN_KEYS, BUILTINS } from "../../src/core/templates/builtins"
import { LOCALES, type CompiledTemplate } from "../../src/core/templates/contexts"

type Opened = Awaited<ReturnType<typeof openMailroom>>

const aCompiled = (html: string): CompiledTemplate => ({
  subject: "s",
  preheader: "p",
  html,
  plain: "t",
  links: ["https://shop.example.com"],
  variables: ["order.id"],
})

describe("published templates", () => {
  let opened: Opened
  const count = async (table: string) => {
    const [row] = await opened.mailroom.db.query<{ n: number }>({
      text: `SELECT count(*)::int AS n FROM mailroom.${table}`,
      values: [],
    })
    return row!.n
  }
  beforeEach(async () => {
    opened = await openMailroom()
  })
  afterEach(() => opened.close())

  it("are one live version per built-in, in every language, with its class", async () => {
    await syncTemplates(opened.mailroom)
    expect(await count("template_version")).toBe(BUILTIN_KEYS.length)
    expect(await count("compiled_template")).toBe(BUILTIN_KEYS.length * LOCALES.length)
    const rows = await opened.mailroom.db.query<{ builtin_key: string; class: string; is_secret: boolean }>({
      text: `SELECT builtin_key, class, is_secret FROM mailroom.template WHERE live_version_id IS NOT NULL`,
      values: [],
    })
    expect(rows).toHaveLength(BUILTIN_KEYS.length)
    for (const row of rows)
      expect(BUILTINS[row.builtin_key as (typeof BUILTIN_KEYS)[number]]).toMatchObject({
        class: row.class,
        isSecret: row.is_secret,
      })
  })

  it("get no new version when the same code starts again", async () => {
    await syncTemplates(opened.mailroom)
    const before = await opened.mailroom.templates.live("order_receipt")
    await syncTemplates(opened.mailroom)
    expect(await opened.mailroom.templates.live("order_receipt")).toEqual(before)
    expect(await count("template_version")).toBe(BUILTIN_KEYS.length)
  })

  it("are not compiled again by a start of the same code, but are by newer code", async () => {
    const { mailroom } = opened
    const start = () => templateSync(mailroom).turn()
    const run = (text: string) => mailroom.db.query({ text, values: [] })
    await start()
    // Compiled again, each would differ from this.
    await run(`UPDATE mailroom.template_version SET digest = '\\x00'`)
    await start()
    expect(await count("template_version")).toBe(BUILTIN_KEYS.length)
    await run(`UPDATE mailroom.periodic_task SET state = '{"madeFrom": "older"}' WHERE name = 'template-sync'`)
    await start()
    expect(await count("template_version")).toBe(2 * BUILTIN_KEYS.length)
    await start()
    expect(await count("template_version")).toBe(2 * BUILTIN_KEYS.length)
  })

  it("are published once by two processes that start together", async () => {
    const compile = async (key: string) => aCompiled(key)
    const { templates } = opened.mailroom
    const [one, two] = await Promise.all([templates.syncBuiltins(compile), templates.syncBuiltins(compile)])
    expect(one!.length + two!.length).toBe(BUILTIN_KEYS.length)
    expect(await count("template_version")).toBe(BUILTIN_KEYS.length)
  })

  it("get a new version when the brand changes, and keep the old one for what was planned with it", async () => {
    const { templates } = opened.mailroom
    await templates.syncBuiltins(async (key) => aCompiled(`${key} blue`))
    const old = await templates.liveVersion("welcome")
    expect(
      await templates.syncBuiltins(async (key) => aCompiled(`${key} ${key === "welcome" ? "red" : "blue"}`)),
    ).toEqual(["welcome"])
    const live = await templates.liveVersion("welcome")
    expect((await templates.compiled(live!, "en")).html).toBe("welcome red")
    expect((await templates.compiled(old!, "en")).html).toBe("welcome blue")
  })

  it("leave a built-in alone that a person has edited", async () => {
    const { templates, db } = opened.mailroom
    await templates.syncBuiltins(async (key) => aCompiled(key))
    await db.query({
      text: `UPDATE mailroom.template_version v SET created_by = 'user_1' FROM mailroom.template t
             WHERE t.live_version_id = v.id AND t.builtin_key = 'welcome'`,
      values: [],
    })
    expect(await templates.syncBuiltins(async (key) => aCompiled(`${key}, newer`))).not.toContain("welcome")
  })

  it("are read in the nearest language: de-AT, de, the fallback, English, any", async () => {
    const { templates, db } = opened.mailroom
    const versionOf = (locales: string[]) =>
      db.transaction((tx) =>
        templates.createMailingVersion(
          tx,
          "mmlg_1",
          { version: 1 },
          Object.fromEntries(locales.map((locale) => [locale, aCompiled(locale)])),
        ),
      )
    const full = await versionOf(["de", "en", "fr"])
    const localeOf = async (version: string, locale: string, fallback?: string) =>
      (await templates.compiled(version, locale, fallback)).locale
    expect(await localeOf(full, "de-AT")).toBe("de")
    expect(await localeOf(full, "pl", "fr")).toBe("fr")
    expect(await localeOf(full, "pl")).toBe("en")
    expect(await localeOf(await versionOf(["it"]), "pl")).toBe("it")
    await expect(templates.compiled("00000000-0000-7000-8000-000000000000", "en")).rejects.toThrow(
      'no template version "00000000-0000-7000-8000-000000000000"',
    )
  })

  it("number the versions of one mailing from 1", async () => {
    const { templates, db } = opened.mailroom
    for (let n = 0; n < 2; n++)
      await db.transaction((tx) => templates.createMailingVersion(tx, "mmlg_2", { n }, { en: aCompiled("x") }))
    const rows = await db.query<{ number: number }>({
      text: `SELECT number FROM mailroom.template_version WHERE mailing_id = 'mmlg_2' ORDER BY number`,
      values: [],
    })
    expect(rows.map(({ number }) => number)).toEqual([1, 2])
  })
})
