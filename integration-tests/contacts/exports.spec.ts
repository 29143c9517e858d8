import { EVERYBODY } from "../../src/core/reports/contact-filter"
import { personalData } from "../../src/runtime/personal-data"
import { openMailroom } from "../support/database"
import { aMessage } from "../support/messages"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("what leaves as a file", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  const linesOf = async (pieces: AsyncGenerator<string>) => {
    let text = ""
    for await (const piece of pieces) text += piece
    expect(text.endsWith("\r\n")).toBe(true)
    return text.slice(0, -2).split("\r\n")
  }
  const contacts = (q: string) => linesOf(opened.mailroom.exports.contacts({ ...EVERYBODY, q }))
  const cellsOf = async (q: string) => {
    const [head, line] = await contacts(q)
    const cells = line!.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)!.map((cell) => cell.replace(/,$/, ""))
    return Object.fromEntries(head!.split(",").map((column, n) => [column, cells[n]]))
  }

  it("has a contact with state, basis, end, topics, tags, what holds it back, and the merchant's own fields", async () => {
    const { mailroom } = opened
    await mailroom.contactFields.create({ key: "club_card", label: "Club card", type: "text", choices: [] })
    const ends = new Date("2099-05-19T00:00:00Z")
    const { contactId } = await aContact(mailroom, "céline@example.com", [
      { purpose: "marketing", action: "grant", basis: "casl_implied_inquiry", expiresAt: ends },
      { purpose: "topic", topicId: "mtop_newsletters", action: "grant" },
      { purpose: "topic", topicId: "mtop_general", action: "grant" },
    ])
    await mailroom.profiles.update(contactId, {
      first_name: "Zoë 日本",
      country: "CA",
      tags: ["vip", "fair"],
      fields: { club_card: "gold, 7" },
    })
    await mailroom.db.transaction((tx) =>
      mailroom.suppression.suppress(tx, {
        email: "céline@example.com",
        scope: "all",
        reason: "manual",
        source: "admin",
      }),
    )
    expect(await cellsOf("céline")).toMatchObject({
      email: "céline@example.com",
      first_name: "Zoë 日本",
      country: "CA",
      tags: '"fair, vip"',
      status: "subscribed",
      basis: "casl_implied_inquiry",
      consent_expires_at: "2099-05-19T00:00:00.000Z",
      topics: '"newsletters, general"',
      held_by: "manual",
      club_card: '"gold, 7"',
    })
  })

  it("has no cell that a spreadsheet would take for a formula, and none that ends its line", async () => {
    const { contactId } = await aContact(opened.mailroom, "formula@example.com")
    await opened.mailroom.profiles.update(contactId, {
      first_name: '=HYPERLINK("https://evil.example","Ada")',
      last_name: "-2+3\r\n@SUM(A1)",
    })
    expect(await cellsOf("formula@")).toMatchObject({
      first_name: `"'=HYPERLINK(""https://evil.example"",""Ada"")"`,
      last_name: "'-2+3 @SUM(A1)",
    })
  })

  it("has everybody of a filter once, beyond one piece", async () => {
    const { db, contacts: service } = opened.mailroom
    const people = Array.from({ length: 2_003 }, (_, n) => ({ email: `many${n}@example.com`, source: "import" }))
    await db.transaction((tx) => service.ensureByEmail(tx, people))
    const [, ...lines] = await contacts("many")
    expect(new Set(lines.map((line) => line.split(",")[0])).size).toBe(people.length)
    expect(lines).toHaveLength(people.length)
  })

  it("has every word of the ledger with its hash, and every block with its reason", async () => {
    const { mailroom } = opened
    const { contactId } = await aContact(mailroom, "words@example.com")
    const log = (await linesOf(mailroom.exports.consent())).filter((line) => line.startsWith(contactId))
    expect(log).toHaveLength(2)
    expect(log[0]).toContain("words@example.com,marketing,,grant,express_doi")
    expect(log[0]).toMatch(/,[0-9a-f]{64}$/)
    await mailroom.db.transaction((tx) =>
      mailroom.suppression.suppress(tx, { domain: "gone.example", scope: "all", reason: "manual", source: "admin" }),
    )
    const stops = await linesOf(mailroom.exports.suppressions())
    expect(stops.find((line) => line.startsWith("gone.example"))).toMatch(/^gone\.example,domain,all,,manual,admin,/)
  })

  it("has all of one person as JSON that a machine reads back, and nothing of anybody else", async () => {
    const { mailroom } = opened
    const ada = await aContact(mailroom, "ada@example.com", subscribedTo("mtop_newsletters"))
    await aContact(mailroom, "stranger@example.com")
    const messageId = await aMessage(mailroom, ada)
    await mailroom.profiles.update(ada.contactId, { first_name: "Ada “Łucja” 日本" })
    const text = JSON.stringify(await personalData(mailroom, ada.contactId))
    const given = JSON.parse(text) as Awaited<ReturnType<typeof personalData>>
    expect(given).toMatchObject({ contact_id: ada.contactId, email: "ada@example.com", mails: [{ id: messageId }] })
    expect(given.tables.contact).toMatchObject([{ first_name: "Ada “Łucja” 日本" }])
    expect(given.tables.consent_log!.map((row) => (row as { action: string }).action)).toEqual(["grant", "grant"])
    expect(given.tables.suppression).toEqual([])
    expect(text).not.toMatch(/stranger|"salt"|email_hash/)
  })
})
