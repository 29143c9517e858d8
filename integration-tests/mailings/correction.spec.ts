import { correctMailing } from "../../src/runtime/correct-mailing"
import { sendTestMailing } from "../../src/runtime/send-test-mailing"
import { openMailings, type MailingStore } from "../support/mailing"

describe("a corrected mailing", () => {
  let store: MailingStore
  beforeEach(async () => {
    store = await openMailings({ settings: { transport: { connections: 2 } } })
  })
  afterEach(() => store.close())

  const text = (words: string) => ({ kind: "text", text: words })
  /** With its own templates, as they are published. */
  const dispatcher = () => store.dispatcher({ compiled: undefined })

  it("gives the rest the new text, with the names that the old one did not need; the report knows both", async () => {
    const { mailroom } = store
    await store.manySubscribers(60)
    await store.rows("UPDATE mailroom.contact SET first_name = 'Ada'")
    const { id } = await store.draft({ subject: "Sale from Mnday", document: text("It begins on Mnday") })
    await mailroom.mailingDispatch.sendNow(id)
    await store.plan()
    const sending = store.drain(dispatcher())
    await store.sink.received(20)
    const paused = await mailroom.mailingDispatch.pause(id)
    await sending
    const before = store.sink.mails.length
    await correctMailing(mailroom, id, {
      revision: paused.revision,
      subject: "Sale from Monday",
      document: text("{{ contact.firstName }}, it begins on Monday"),
      by: "user_1",
    })
    await mailroom.mailingDispatch.resume(id)
    await store.drain(dispatcher())
    expect(store.sink.mails).toHaveLength(before)
    await store.plan()
    await store.drain(dispatcher())
    await store.plan()

    expect(await mailroom.mailings.get(id)).toMatchObject({ state: "sent", subject: "Sale from Monday" })
    const mails = store.sink.mails.map(({ raw }) => raw.toString("utf8"))
    expect(mails).toHaveLength(60)
    const corrected = mails.filter((raw) => raw.includes("Ada, it begins on Monday"))
    expect(corrected).toHaveLength(60 - before)
    expect(mails.filter((raw) => raw.includes("Mnday"))).toHaveLength(before)
    const versions = await mailroom.mailingCorrections.versions(id)
    const ofEach = versions.map(({ number, subject, sent, waiting, opened }) => ({
      number,
      subject,
      sent,
      waiting,
      opened,
    }))
    // Nobody has agreed to tracking: what is unknown is not 0.
    expect(ofEach).toEqual([
      { number: 1, subject: "Sale from Mnday", sent: before, waiting: 0, opened: null },
      { number: 2, subject: "Sale from Monday", sent: 60 - before, waiting: 0, opened: null },
    ])
    const { recipients } = await mailroom.reports.recipients(id, { version: 1, limit: 100 })
    expect(recipients).toHaveLength(before)
  })

  it("is refused while it is not paused, where somebody changed it meanwhile, and where it is no mail", async () => {
    const { mailroom } = store
    await store.manySubscribers(3)
    const { id, revision } = await store.draft()
    await sendTestMailing(mailroom, { mailingId: id, email: "owner@shop.example", by: null })
    const correct = (change: object) => correctMailing(mailroom, id, { revision, by: null, ...change })
    await expect(correct({ subject: "Other" })).rejects.toThrow(/This mailing is draft.*Pause it first/)
    await mailroom.mailingDispatch.sendNow(id)
    await store.plan()
    await mailroom.mailingDispatch.pause(id)
    await expect(correct({ document: text("{{ oops") })).rejects.toThrow()
    await expect(correct({ subject: "Other", revision: revision + 7 })).rejects.toThrow(/changed meanwhile/)
    // The text of the test is none that it went out with.
    expect(await mailroom.mailingCorrections.versions(id)).toMatchObject([{ number: 2 }])
  })
})
