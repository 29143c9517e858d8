import PostalMime from "postal-mime"
import { sendDirect } from "../../src/runtime/send-direct"
import { mailingPlanner } from "../../src/runtime/mailing-planner"
import { openDelivery } from "../support/delivery"
import { aContact } from "../support/people"
import { aCustomer, aShop } from "../support/shop"

type Opened = Awaited<ReturnType<typeof openDelivery>>

describe("a direct mail", () => {
  let opened: Opened
  const by = { userId: "user_1", email: "clerk@shop.example" }

  beforeEach(async () => {
    opened = await openDelivery({ settings: { delivery: { mode: "live" } } })
    const { readiness } = opened.mailroom
    const state = await readiness.state()
    readiness.state = async () => ({ ...state, ready: true, marketing_ready: true, findings: [] })
  })
  afterEach(() => opened.close())

  async function aLetter(email: string, said?: Parameters<typeof aContact>[2]) {
    const { contactId } = await aContact(opened.mailroom, email, said)
    const draft = await opened.mailroom.directMails.begin({ contactId }, by.userId)
    const document = { version: 2, kind: "text", text: "Hello {{ contact.firstName }},\n\nyour lamp is here." }
    return opened.mailroom.mailings.update(draft.id, { subject: "Your lamp", document, revision: draft.revision })
  }
  const drain = () => opened.drain(opened.dispatcher({ compiled: undefined }))

  it("reaches somebody who never subscribed, as a letter: answers go to its writer, and nothing in it is automatic", async () => {
    const { id, revision } = await aLetter("ada@direct.example", [])
    const { message_id } = await sendDirect(opened.mailroom, { id, revision, by })
    await drain()
    const mail = await PostalMime.parse(opened.sink.mails[0]!.raw)
    expect(mail).toMatchObject({ subject: "Your lamp", replyTo: [{ address: "clerk@shop.example" }] })
    expect(mail.text).toContain("Hello Ada,\n\nyour lamp is here.")
    expect(mail.html).toContain("Hello Ada,")
    const names = mail.headers.map(({ key }) => key)
    for (const name of ["list-unsubscribe", "list-id", "precedence", "auto-submitted", "x-auto-response-suppress"])
      expect(names).not.toContain(name)
    expect(mail.text).not.toMatch(/unsubscribe|service e-?mail|browser/i)
    expect(await opened.mailroom.outbox.row(message_id)).toMatchObject({ type: "direct", status: "sent" })
  })

  it("is in the Outbox and in no report", async () => {
    const { id } = await aLetter("ada@direct.example")
    await sendDirect(opened.mailroom, { id, by })
    await drain()
    expect(await opened.rows("SELECT * FROM mailroom.counter")).toEqual([])
    expect((await opened.mailroom.mailings.list()).mailings).toEqual([])
    const { messages } = await opened.mailroom.outbox.list({ kinds: ["direct"] })
    expect(messages).toHaveLength(1)
    const { why } = await opened.mailroom.outbox.message(messages[0]!.id)
    expect(why[0]).toBe("A letter that somebody wrote to this person.")
  })

  it("goes once, however often it is sent", async () => {
    const { id } = await aLetter("ada@direct.example")
    const sent = await Promise.all([
      sendDirect(opened.mailroom, { id, by }),
      sendDirect(opened.mailroom, { id, by }),
      sendDirect(opened.mailroom, { id, by }),
    ])
    expect(new Set(sent.map(({ message_id }) => message_id)).size).toBe(1)
    await drain()
    expect(opened.sink.mails).toHaveLength(1)
  })

  it("says what is missing, and does not go where nothing may be sent", async () => {
    const { db, suppression, directMails, mailingDispatch } = opened.mailroom
    const { contactId } = await aContact(opened.mailroom, "empty@direct.example")
    const empty = await directMails.begin({ contactId }, by.userId)
    await expect(sendDirect(opened.mailroom, { id: empty.id, by })).rejects.toThrow(
      /The subject is empty.*The mail is empty/,
    )
    const { id } = await aLetter("gone@direct.example")
    await suppression.suppress(db, {
      email: "gone@direct.example",
      scope: "all",
      reason: "manual",
      source: "test",
    })
    await expect(sendDirect(opened.mailroom, { id, by })).rejects.toThrow("Nothing may be sent to gone@direct.example.")
    await expect(mailingDispatch.sendNow(id)).rejects.toThrow("A direct mail goes at once")
    expect(await opened.rows("SELECT * FROM mailroom.message")).toEqual([])
  })

  it("is refused when somebody changed it after it was seen", async () => {
    const { id, revision } = await aLetter("ada@direct.example")
    await opened.mailroom.mailings.update(id, { subject: "Changed", revision })
    await expect(sendDirect(opened.mailroom, { id, revision, by })).rejects.toThrow(/revision/)
  })

  it("is begun once by each user, and listed with the person until it is sent", async () => {
    const { directMails } = opened.mailroom
    const { id, audience } = await aLetter("ada@direct.example")
    const contactId = audience.people[0]!
    expect((await directMails.begin({ contactId }, "user_1")).id).toBe(id)
    const other = await directMails.begin({ contactId }, "user_2")
    expect((await directMails.drafts(contactId)).map((one) => one.id).sort()).toEqual([id, other.id].sort())
    await sendDirect(opened.mailroom, { id, by })
    expect((await directMails.drafts(contactId)).map((one) => one.id)).toEqual([other.id])
    await expect(directMails.begin({ customerId: "cus_unknown" }, null)).rejects.toThrow('customer_id is "cus_unknown"')
  })

  it("can be begun to a guest who has just bought, of whom Medusa told nothing", async () => {
    const shop = (opened.mailroom.shop = aShop())
    shop.customers_.set("cus_guest", aCustomer({ id: "cus_guest", email: "guest@direct.example", hasAccount: false }))
    const { audience } = await opened.mailroom.directMails.begin({ customerId: "cus_guest" }, "user_1")
    const page = await opened.mailroom.people.byCustomer("cus_guest")
    expect(page).toMatchObject({ email: "guest@direct.example", customer_ids: ["cus_guest"] })
    expect(audience.people).toEqual([page!.id])
  })

  it("to several customers is a serial mail: each person once, who is unknown left out and counted", async () => {
    const shop = (opened.mailroom.shop = aShop())
    for (const [id, email] of [
      ["cus_1", "ada@direct.example"],
      ["cus_2", "bea@direct.example"],
      ["cus_3", "ada@direct.example"],
    ])
      shop.customers_.set(id!, aCustomer({ id, email }))
    const { serialMails, people } = opened.mailroom
    await people.byCustomer("cus_1")
    const { mailing, left_out } = await serialMails.begin(["cus_1", "cus_2", "cus_3", "cus_gone"], "user_1")
    expect(left_out).toBe(1)
    expect(mailing).toMatchObject({ kind: "serial", created_by: "user_1" })
    const ids = await Promise.all(["cus_1", "cus_2"].map(async (id) => (await people.byCustomer(id))!.id))
    expect([...mailing.audience.people].sort()).toEqual(ids.sort())
    await expect(serialMails.begin(["cus_gone"], null)).rejects.toThrow("customer_ids: the shop knows none of these 1")
  })

  it("becomes a serial mail by mail merge, with the person in it, and can be tracked only then", async () => {
    const { mailings, mailingDispatch } = opened.mailroom
    const draft = await aLetter("ada@direct.example")
    const { contactId } = await aContact(opened.mailroom, "bea@direct.example")
    await expect(mailings.update(draft.id, { is_tracked: true, revision: draft.revision })).rejects.toThrow(
      "Make it a serial mail to track it",
    )
    const merged = await mailings.update(draft.id, {
      kind: "serial",
      audience: { people: [...draft.audience.people, contactId] },
      is_tracked: true,
      revision: draft.revision,
    })
    expect(merged).toMatchObject({ kind: "serial", is_tracked: true })
    await expect(sendDirect(opened.mailroom, { id: merged.id, by })).rejects.toThrow("This is no direct mail")
    await mailingDispatch.sendNow(merged.id)
    const planner = mailingPlanner(opened.mailroom)
    while ((await planner.turn({ ignoreSchedule: true })) === "more") continue
    await drain()
    expect(opened.sink.mails.map(({ to }) => to[0]).sort()).toEqual(["ada@direct.example", "bea@direct.example"])
    const mail = await PostalMime.parse(opened.sink.mails[0]!.raw)
    expect(mail.headers.map(({ key }) => key)).toContain("list-unsubscribe")
  })

  it("goes with its person: erasure leaves neither its words nor a draft", async () => {
    const { id, audience } = await aLetter("ada@direct.example")
    await sendDirect(opened.mailroom, { id, by })
    await drain()
    const begun = await opened.mailroom.directMails.begin({ contactId: audience.people[0]! }, by.userId)
    const started = await opened.mailroom.erasures.erase(audience.people[0]!, {
      confirm: "ada@direct.example",
      by: "user_1",
    })
    expect(started.report).toMatchObject({ letters: 2 })
    await expect(opened.mailroom.mailings.get(begun.id)).rejects.toThrow("There is no mailing")
    const [found] = await opened.rows<{ words: string }>(
      `SELECT concat((SELECT string_agg(v.document::text || coalesce(c.html, ''), '') FROM mailroom.template_version v
         LEFT JOIN mailroom.compiled_template c ON c.version_id = v.id WHERE v.mailing_id = $1),
         (SELECT m.document::text || m.subject FROM mailroom.mailing m WHERE m.id = $1)) AS words`,
      [id],
    )
    expect(found!.words).not.toContain("lamp")
  })
})
