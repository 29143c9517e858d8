import { readToken } from "../../src/core/tracking/tokens"
import { openMailroom } from "../support/database"
import { aTemplateVersion } from "../support/messages"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("signing up", () => {
  let opened: Opened
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  beforeAll(async () => {
    opened = await openMailroom({ settings: { general: { baseUrl: "https://mail.shop.example" } } })
    const versionId = await aTemplateVersion(opened.mailroom)
    await rows(
      `INSERT INTO mailroom.template (id, builtin_key, name, class, live_version_id)
       VALUES ('mtpl_confirm', 'confirm_subscription', 'Confirm', 'tx', $1)`,
      versionId,
    )
  })
  afterAll(() => opened.close())

  const ask = (email: string, change = {}) =>
    opened.mailroom.subscriptions.request({
      email,
      topics: ["newsletters", "mtop_promotions"],
      locale: "de",
      wording: "Ja, schickt mir Angebote.",
      pageUrl: "https://shop.example/",
      ip: "198.51.100.7",
      userAgent: "Firefox",
      ...change,
    })
  async function asked(email: string) {
    const [message] = await rows(
      `SELECT m.*, c.context FROM mailroom.message m JOIN mailroom.message_content c ON c.message_id = m.id
       WHERE m.to_email = $1 ORDER BY m.id DESC LIMIT 1`,
      email,
    )
    const token = readToken(await opened.mailroom.keyring.signingKeys(), message!.context.confirm.url.split("/").at(-1))
    return { message: message!, requestId: token?.type === "d" ? token.subjectId : "" }
  }
  const stateOf = async (email: string) => {
    const known = await opened.mailroom.contacts.byEmail(opened.mailroom.db, email)
    return opened.mailroom.consent.stateOf(opened.mailroom.db, known!.addressId)
  }

  it("mails a link, and subscribes nobody before the button", async () => {
    expect(await ask("new@example.com")).toEqual({ kind: "accepted" })
    const { message, requestId } = await asked("new@example.com")
    expect(message).toMatchObject({ class: "tx", is_tracked: false, status: "queued", locale: "de" })
    expect(message.context.confirm.topics).toEqual(["Newsletter", "Angebote"])
    expect(message.context.confirm.url).toMatch(/^https:\/\/mail\.shop\.example\/mailroom\/confirm\//)
    expect((await stateOf("new@example.com")).marketing.state).toBe("pending")
    expect(await opened.mailroom.subscriptions.pending(requestId)).toMatchObject({ state: "open" })
    expect((await stateOf("new@example.com")).marketing.state).toBe("pending")
  })

  it("is not stopped by a NUL, which Postgres refuses", async () => {
    const change = { wording: "Yes\u0000, please.", firstName: "A\u0000da", pageUrl: "https://shop.example/\u0000" }
    expect(await ask("nul@example.com", change)).toEqual({ kind: "accepted" })
    await expect(ask("nul@example.com", { topics: ["news\u0000"] })).rejects.toThrow("there is no public topic")
  })

  it("subscribes by the button, once, with the proof", async () => {
    await ask("proof@example.com", { tracking: true })
    const { message, requestId } = await asked("proof@example.com")
    const confirm = () => opened.mailroom.subscriptions.confirm(requestId, { ip: "203.0.113.9", userAgent: "Phone" })
    expect(await Promise.all([confirm(), confirm()])).toEqual(["confirmed", "confirmed"])
    const state = await stateOf("proof@example.com")
    expect(state).toMatchObject({
      marketing: { state: "subscribed", basis: "express_doi" },
      tracking: { state: "granted" },
      topics: { mtop_newsletters: { state: "subscribed" }, mtop_promotions: { state: "subscribed" } },
    })
    const { contactId } = (await opened.mailroom.contacts.byEmail(opened.mailroom.db, "proof@example.com"))!
    const log = await opened.mailroom.consent.history(opened.mailroom.db, contactId)
    expect(log.filter(({ action }) => action === "confirm")).toHaveLength(4)
    expect(log.at(-1)).toMatchObject({
      message_id: message.id,
      ip: "203.0.113.0",
      wording: "Ja, schickt mir Angebote.",
      page_url: "https://shop.example/",
    })
    expect(log[0]).toMatchObject({ action: "request", ip: "198.51.100.0" })
  })

  it("asks for tracking apart: without its own tick nothing is granted", async () => {
    await ask("untracked@example.com")
    await opened.mailroom.subscriptions.confirm((await asked("untracked@example.com")).requestId, {
      ip: null,
      userAgent: null,
    })
    expect((await stateOf("untracked@example.com")).tracking.state).toBe("unknown")
  })

  it("ends after seven days", async () => {
    await ask("slow@example.com")
    const { requestId } = await asked("slow@example.com")
    await rows("UPDATE mailroom.subscription_request SET expires_at = mailroom.now() WHERE id = $1", requestId)
    expect(await opened.mailroom.subscriptions.confirm(requestId, { ip: null, userAgent: null })).toBe("expired")
    expect((await stateOf("slow@example.com")).marketing.state).toBe("pending")
    expect(
      await opened.mailroom.subscriptions.confirm("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", {
        ip: null,
        userAgent: null,
      }),
    ).toBeNull()
  })

  it("answers the same for everybody, and does not flood an inbox", async () => {
    await aContact(opened.mailroom, "known@example.com")
    for (let n = 0; n < 6; n++) expect(await ask("known@example.com")).toEqual({ kind: "accepted" })
    expect(await rows("SELECT 1 FROM mailroom.message WHERE to_email = 'known@example.com'")).toHaveLength(3)
    expect((await stateOf("known@example.com")).marketing.state).toBe("subscribed")
  })

  it("takes more at once than there are database connections", async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => ask(`crowd${n}@example.com`, { ip: null })))
    expect(answers.every(({ kind }) => kind === "accepted")).toBe(true)
  })

  it("stops a network that asks without end", async () => {
    const from = (n: number) => ask(`flood${n}@example.com`, { ip: `203.0.113.${n}` })
    for (let n = 0; n < 30; n++) expect((await from(n)).kind).toBe("accepted")
    expect(await from(31)).toMatchObject({ kind: "too_many" })
  })

  it("lifts an earlier leaving, and a complaint too: this is a new double opt-in", async () => {
    const { db, suppression, keyring } = opened.mailroom
    const emailHash = await keyring.emailHash("back@example.com")
    await suppression.complaint(db, { emailHash, messageId: null, source: "arf" })
    await suppression.suppress(db, { emailHash, scope: "marketing", reason: "unsubscribed", source: "page" })
    await ask("back@example.com", { ip: null })
    expect(await suppression.active(db, { emailHash, domain: null })).toHaveLength(2)
    await opened.mailroom.subscriptions.confirm((await asked("back@example.com")).requestId, {
      ip: null,
      userAgent: null,
    })
    expect(await suppression.active(db, { emailHash, domain: null })).toEqual([])
  })

  it("names what is wrong with an address or a topic", async () => {
    await expect(ask("a\r\nBcc: b@example.com")).rejects.toThrow("line break")
    await expect(ask("ok@example.com", { topics: ["spam"] })).rejects.toThrow('there is no public topic "spam"')
  })
})
