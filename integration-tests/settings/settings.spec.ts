import { openMailroom } from "../support/database"

type Opened = Awaited<ReturnType<typeof openMailroom>>
const opened: Opened[] = []
const open = async (options: Record<string, unknown> = {}) => {
  const one = await openMailroom(options)
  opened.push(one)
  return one.mailroom
}
afterAll(() => Promise.all(opened.map(({ close }) => close())))

describe("settings (F60)", () => {
  it("change by field, and the plugin option stays the default of the others", async () => {
    const { settings } = await open({ settings: { general: { timeZone: "Europe/Berlin" } } })
    await settings.write({ general: { locale: "de" } }, "user_1")
    expect((await settings.read()).general).toMatchObject({ locale: "de", timeZone: "Europe/Berlin" })
    expect(await settings.view()).toMatchObject({ updated_by: "user_1", is_locked: false })
  })

  it("refuse a wrong value and change nothing", async () => {
    const { settings } = await open()
    const change = settings.write({ general: { locale: "de", timeZone: "Mars" } }, null)
    await expect(change).rejects.toThrow('general.timeZone is "Mars"')
    expect((await settings.read()).general.locale).toBe("en")
  })

  it("keep secrets sealed and never give them back", async () => {
    const { settings, db } = await open()
    await settings.write(
      { transport: { host: "mail.example.com", user: "ada" }, secrets: { smtpPassword: "hunter22" } },
      null,
    )
    const view = await settings.view()
    expect(view.secrets.smtpPassword.is_set).toBe(true)
    expect(JSON.stringify(view)).not.toContain("hunter22")
    const rows = await db.query({ text: `SELECT value::text FROM mailroom.setting`, values: [] })
    expect(JSON.stringify(rows)).not.toContain("hunter22")
    expect((await settings.smtp())!.auth).toEqual({ user: "ada", pass: "hunter22" })
    await settings.write({ secrets: { smtpPassword: null } }, null)
    expect((await settings.smtp())!.auth).toEqual({ user: "ada", pass: "" })
  })

  it("say so when a stored secret was sealed by another installation, and go on", async () => {
    const { settings, db } = await open()
    await db.query({
      text: `INSERT INTO mailroom.setting (key, value) VALUES ('secret.smtpPassword', $1)`,
      values: [{ sealed: Buffer.alloc(40).toString("base64") }],
    })
    expect((await settings.problems())[0]!.sentence).toContain('"smtpPassword" was sealed with another key')
  })

  it("cannot be changed when the plugin option locks them", async () => {
    const { settings } = await open({ locked: true, settings: { general: { locale: "it" } } })
    await expect(settings.write({ general: { locale: "de" } }, null)).rejects.toThrow("locked: true")
    expect((await settings.read()).general.locale).toBe("it")
  })

  it("written by two admins at once lose neither change", async () => {
    const { settings } = await open()
    await Promise.all([
      settings.write({ general: { locale: "de" } }, null),
      settings.write({ general: { timeZone: "Europe/Paris" } }, null),
    ])
    expect((await settings.view()).settings.general).toMatchObject({ locale: "de", timeZone: "Europe/Paris" })
  })
})

describe("senders", () => {
  it("begin with one default, made once, from the plugin option", async () => {
    const { senders } = await open({
      settings: { sender: { from_email: "shop@example.com", postal_address: "1 Main St" } },
    })
    const first = { shopName: "Ada's", locale: "de" }
    await Promise.all([senders.ensureDefault(first), senders.ensureDefault(first)])
    expect(await senders.list()).toMatchObject([
      {
        from_name: "Ada's",
        from_email: "shop@example.com",
        is_default: true,
        locale: "de",
        brand: { primaryColor: "#18181b" },
      },
    ])
  })

  it("are chosen by sales channel, else the default", async () => {
    const { senders } = await open()
    await senders.ensureDefault({ shopName: "Ada's", locale: "en" })
    const b2b = await senders.create({ name: "B2B", from_name: "Ada B2B", sales_channel_ids: ["sc_b2b"] })
    expect((await senders.forSalesChannel("sc_b2b"))!.id).toBe(b2b.id)
    expect((await senders.forSalesChannel("sc_web"))!.is_default).toBe(true)
    await expect(senders.create({ name: "X", from_name: "X", sales_channel_ids: ["sc_b2b"] })).rejects.toThrow(
      '"B2B" already has',
    )
  })

  it("always keep exactly one default", async () => {
    const { senders } = await open()
    await senders.ensureDefault({ shopName: "Ada's", locale: "en" })
    const other = await senders.create({ name: "Other", from_name: "Other" })
    await expect(senders.archive("msnd_default")).rejects.toThrow("cannot be deleted")
    await expect(senders.update("msnd_default", { is_default: false })).rejects.toThrow("must be a default")
    await senders.update(other.id, { is_default: true })
    expect((await senders.list()).map(({ id, is_default }) => [id, is_default])).toEqual([
      [other.id, true],
      ["msnd_default", false],
    ])
    await senders.archive("msnd_default")
    expect(await senders.list()).toHaveLength(1)
  })

  it("refuse an address, a colour or a name that would break a mail, and say which", async () => {
    const { senders } = await open()
    await senders.ensureDefault({ shopName: "Ada's", locale: "en" })
    const change = (fields: Record<string, unknown>) => senders.update("msnd_default", fields)
    await expect(change({ from_email: "nobody" })).rejects.toThrow('from_email is "nobody"')
    await expect(change({ from_name: "Ada\r\nBcc: x@y.z" })).rejects.toThrow("must be one line")
    await expect(change({ brand: { primaryColor: "red" } })).rejects.toThrow('brand.primaryColor is "red"')
    await expect(change({ brand: { logoUrl: "javascript:x" } })).rejects.toThrow("brand.logoUrl")
    await expect(change({ fromName: "Ada" })).rejects.toThrow("fromName")
  })
})

describe("rights (F25)", () => {
  const see = { see: true, edit: false, send: false, mail_out: false }
  const all = { see: true, edit: true, send: true, mail_out: true }

  it("are everybody's until somebody sets them, and the first setter keeps his", async () => {
    const { rights } = await open()
    expect(await rights.of({ userId: "user_a" })).toEqual({ rights: all, isOpen: true })
    await rights.set("user_b", see, { userId: "user_a" })
    expect(await rights.of({ userId: "user_a" })).toEqual({ rights: all, isOpen: false })
    expect((await rights.of({ userId: "user_c" })).rights).toEqual(see)
  })

  it("cannot be raised by one who does not have them", async () => {
    const { rights } = await open()
    await rights.set("user_b", { ...see, edit: true }, { userId: "user_a" })
    await expect(rights.set("user_b", all, { userId: "user_b" })).rejects.toThrow('right "send"')
  })

  it("leave one user with edit, even when two admins act at once", async () => {
    const { rights } = await open()
    await rights.set("user_b", all, { userId: "user_a" })
    const both = await Promise.allSettled([
      rights.set("user_a", see, { userId: "user_b" }),
      rights.set("user_b", see, { userId: "user_a" }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  })
})
