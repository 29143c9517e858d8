import type { TopicChange } from "../../src/modules/mailroom/services/person-topics"
import { openMailroom } from "../support/database"
import { aMessage, aTemplateVersion, rowOf } from "../support/messages"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("one person's topics, changed by the owner", () => {
  let opened: Opened
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  beforeAll(async () => {
    opened = await openMailroom({ settings: { general: { baseUrl: "https://mail.shop.example" } } })
    await rows(
      `INSERT INTO mailroom.template (id, builtin_key, name, class, live_version_id)
       VALUES ('mtpl_confirm', 'confirm_subscription', 'Confirm', 'tx', $1)`,
      await aTemplateVersion(opened.mailroom),
    )
  })
  afterAll(() => opened.close())

  const newsletters = "mtop_newsletters"
  const change = (contactId: string, how: TopicChange) => opened.mailroom.personTopics.change(contactId, how, "user_1")
  const leave = (contactId: string) =>
    change(contactId, { action: "leave", topicId: newsletters, reason: "said so on the phone" })
  const join = (contactId: string, said = {}) =>
    change(contactId, {
      action: "join",
      topicId: newsletters,
      reason: "signed a card at the fair",
      basis: "express_soi",
      agreedOn: "2024-06-12",
      wording: "Yes, send me your newsletter.",
      ...said,
    })
  const ask = (contactId: string) => change(contactId, { action: "ask", topicId: newsletters, reason: "wants it back" })
  const stateOf = (addressId: string) => opened.mailroom.consent.stateOf(opened.mailroom.db, addressId)
  const lastWord = async (contactId: string) =>
    (await opened.mailroom.consent.history(opened.mailroom.db, contactId)).at(-1)
  const mailsTo = (email: string) => rows(`SELECT id FROM mailroom.message WHERE to_email = $1`, email)

  it("takes somebody out, cancels what waits, and writes down who did it and why", async () => {
    const person = await aContact(opened.mailroom, "out@example.com")
    const waiting = await aMessage(opened.mailroom, person, { topicId: newsletters })
    const heard: string[] = []
    opened.mailroom.bus = { emit: async (name) => void heard.push(name) }
    await leave(person.contactId)
    expect((await stateOf(person.addressId)).topics[newsletters]).toMatchObject({ state: "unsubscribed" })
    expect(await rowOf(opened.mailroom, "message", waiting)).toMatchObject({ status: "cancelled" })
    expect(await lastWord(person.contactId)).toMatchObject({
      actor: "user_1",
      source: "admin",
      note: "said so on the phone",
    })
    expect(heard).toEqual(["mailroom.contact.unsubscribed"])
    await expect(leave(person.contactId)).rejects.toThrow('not subscribed to "Newsletters"')
  })

  it("puts somebody in who never said no, with basis, day and words as the proof", async () => {
    const person = await aContact(opened.mailroom, "in@example.com", [])
    await join(person.contactId)
    const state = await stateOf(person.addressId)
    expect(state.marketing).toMatchObject({ state: "subscribed", basis: "express_soi" })
    expect(state.topics[newsletters]).toMatchObject({ state: "subscribed", since: new Date("2024-06-12T00:00:00Z") })
    expect(await lastWord(person.contactId)).toMatchObject({
      wording: "Yes, send me your newsletter.",
      note: "signed a card at the fair",
      actor: "user_1",
    })
    expect(await opened.mailroom.consent.verify(opened.mailroom.db, person.contactId)).toEqual([])
    await expect(join(person.contactId)).rejects.toThrow("subscribed to this topic already")
  })

  it("refuses what the rules refuse, and says which way is left", async () => {
    const left = await aContact(opened.mailroom, "left@example.com", [{ purpose: "marketing", action: "withdraw" }])
    await expect(join(left.contactId)).rejects.toThrow("nobody else can take that back. Ask for it by mail")
    const stranger = await aContact(opened.mailroom, "stranger@example.com", [])
    await expect(join(stranger.contactId, { basis: "soft_opt_in" })).rejects.toThrow("needs a purchase")
    await expect(join(stranger.contactId, { agreedOn: "2999-01-01" })).rejects.toThrow('agreed_on is "2999-01-01"')
    const over = await aContact(opened.mailroom, "over@example.com", [
      { purpose: "marketing", action: "grant", basis: "casl_implied_inquiry" },
      { purpose: "topic", topicId: newsletters, action: "grant" },
      { purpose: "marketing", action: "expire" },
      { purpose: "topic", topicId: newsletters, action: "expire" },
    ])
    await expect(join(over.contactId)).rejects.toThrow("something newer is on file")
    expect(await lastWord(over.contactId)).toMatchObject({ action: "expire" })
    await expect(leave("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")).rejects.toThrow("There is no contact")
    await expect(leave("rubbish")).rejects.toThrow("There is no contact")
  })

  it("asks by mail who left; the button brings the person back, and nothing before it", async () => {
    const person = await aContact(opened.mailroom, "back@example.com")
    await leave(person.contactId)
    await ask(person.contactId)
    expect((await stateOf(person.addressId)).topics[newsletters]).toMatchObject({ state: "pending" })
    expect(await lastWord(person.contactId)).toMatchObject({
      action: "request",
      actor: "user_1",
      note: "wants it back",
    })
    const [request] = await rows(`SELECT id FROM mailroom.subscription_request WHERE address_id = $1`, person.addressId)
    await opened.mailroom.subscriptions.confirm(request!.id, { ip: null, userAgent: null })
    expect((await stateOf(person.addressId)).topics[newsletters]).toMatchObject({ state: "subscribed" })
  })

  it("does not flood anybody either", async () => {
    const person = await aContact(opened.mailroom, "patient@example.com", [])
    for (let n = 0; n < 3; n++) await ask(person.contactId)
    await expect(ask(person.contactId)).rejects.toThrow("three confirmation mails today")
    expect(await mailsTo("patient@example.com")).toHaveLength(3)
  })

  it("asks nobody for an internal topic", async () => {
    const { id } = await opened.mailroom.topics.create({ name: "Wholesale", visibility: "internal" })
    const person = await aContact(opened.mailroom, "trade@example.com", [])
    await expect(change(person.contactId, { action: "ask", topicId: id, reason: "trade fair" })).rejects.toThrow(
      "internal",
    )
  })
})
