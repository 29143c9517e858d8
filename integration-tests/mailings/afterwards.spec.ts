import { archiveCopy, archiveSubject } from "../../src/runtime/archive-copy"
import { openMailings, type MailingStore } from "../support/mailing"

describe("what becomes of a mailing afterwards", () => {
  let store: MailingStore
  beforeEach(async () => {
    store = await openMailings()
  })
  afterEach(() => store.close())

  async function sent(change = {}) {
    const { id } = await store.draft(change)
    await store.mailroom.mailingDispatch.sendNow(id)
    await store.plan()
    await store.drain()
    await store.plan()
    return id
  }

  it("is sent again to those alone whom it did not reach, each of them once", async () => {
    const { mailroom } = store
    await store.subscribers("a@again.example", "b@again.example", "c@again.example")
    store.sink.behave({ rcpt: (to) => (to.includes("a@") ? undefined : "554 5.7.1 not today") })
    const id = await sent()
    store.sink.behave({})
    expect(await mailroom.mailingArchive.missed(id)).toEqual({ failed: 2, expired: 0, cancelled: 0, in_doubt: 0 })
    await expect(mailroom.mailingArchive.resend(id, ["expired"], null)).rejects.toThrow(/nobody left/)
    const again = await mailroom.mailingArchive.resend(id, ["failed"], "user_1")
    expect(again).toMatchObject({
      state: "draft",
      subject: "Hello",
      again_of: { mailing_id: id, outcomes: ["failed"] },
    })
    // Somebody new is not of its audience.
    await store.subscribers("new@again.example")
    expect(await mailroom.mailings.audience(again.id)).toMatchObject({ members: 2, recipients: 2 })
    await mailroom.mailingDispatch.sendNow(again.id)
    await store.plan()
    await store.drain()
    await store.plan()
    expect((await store.outcomes(again.id)).map(({ email, status }) => [email, status])).toEqual([
      ["b@again.example", "sent"],
      ["c@again.example", "sent"],
    ])
    expect(await mailroom.mailingArchive.missed(id)).toEqual({ failed: 0, expired: 0, cancelled: 0, in_doubt: 0 })
    await expect(mailroom.mailingArchive.resend(id, ["failed"], null)).rejects.toThrow(/nobody left/)
  })

  it("is sent again to those in doubt when somebody asks for them, and they are settled by it", async () => {
    const { mailroom, rows } = store
    await store.subscribers("a@doubt.example", "b@doubt.example")
    const id = await sent()
    await rows(
      `UPDATE mailroom.message SET status = 'in_doubt', reason = 'no_answer_after_hand_over'
       WHERE source_id = $1 AND to_email = 'a@doubt.example'`,
      [id],
    )
    expect(await mailroom.mailingArchive.missed(id)).toMatchObject({ failed: 0, in_doubt: 1 })
    expect((await mailroom.doubts.list(id)).doubts).toMatchObject([{ count: 1, is_mailing: true }])
    const again = await mailroom.mailingArchive.resend(id, ["in_doubt"], null)
    await mailroom.mailingDispatch.sendNow(again.id)
    await store.plan()
    await store.drain()
    expect((await store.outcomes(again.id)).map(({ email }) => email)).toEqual(["a@doubt.example"])
    expect(await mailroom.mailingArchive.missed(id)).toMatchObject({ in_doubt: 0 })
    expect((await mailroom.doubts.list(id)).doubts).toEqual([])
  })

  it("goes into the archive and comes back, and is read there as before", async () => {
    const { mailings, mailingArchive } = store.mailroom
    await store.subscribers("a@archive.example")
    const id = await sent()
    const draft = await store.draft({ subject: "Draft" })
    const ids = async (archived?: boolean) => (await mailings.list({ archived })).mailings.map((one) => one.id)
    await mailingArchive.archive(id, true)
    expect(await ids()).toEqual([draft.id])
    expect(await ids(true)).toEqual([id])
    expect((await mailings.get(id)).archived_at).not.toBeNull()
    expect((await store.mailroom.mailingDispatch.progress(id)).sent).toBe(1)
    await mailingArchive.archive(id, false)
    expect(await ids(true)).toEqual([])
    await expect(mailingArchive.archive(draft.id, true)).rejects.toThrow(/Only a mailing that is over/)
    await mailings.remove(draft.id)
    expect(await ids(true)).toEqual([])
  })

  it("stands in the public archive of its topic when that is opened: nobody's name, no pixel, no reader's own link", async () => {
    const { mailroom } = store
    const { publicArchive, topics } = mailroom
    await store.subscribers("ada@public.example")
    const document = {
      kind: "blocks",
      blocks: [
        { type: "text", text: 'Dear {{ contact.firstName | default: "friend" }}, <{{ contact.email }}>' },
        { type: "button", label: "Look", url: "https://shop.example/new" },
      ],
    }
    const id = await sent({ subject: 'For {{ contact.firstName | default: "you" }}', document })
    const hidden = await sent({ subject: "For a few" })
    await mailroom.mailingArchive.showInArchive(hidden, false)
    const targeted = await store.draft({ kind: "targeted", audience: { everybody: true } })
    await expect(mailroom.mailingArchive.showInArchive(targeted.id, true)).rejects.toThrow(/only newsletters/)

    expect(await publicArchive.topic("newsletters")).toBeNull()
    await topics.update("mtop_newsletters", { archive: "unlisted" })
    const topic = await publicArchive.topic("newsletters")
    const { mailings, older } = await publicArchive.list(topic!.id, null)
    expect([mailings.map((one) => one.id), older]).toEqual([[id], null])
    expect(await publicArchive.mailing(topic!.id, hidden)).toBeNull()
    expect(await archiveSubject(mailroom, mailings[0]!, "en")).toBe("For you")
    const { html } = await archiveCopy(mailroom, mailings[0]!, "en")
    expect(html).toContain("Dear friend")
    expect(html).toContain("https://shop.example/new")
    expect(html).not.toMatch(/ada@|Ada|\/mailroom\/[a-z]\/|nobody\.invalid|Unsubscribe|because you agreed/)
    await expect(topics.update("mtop_newsletters", { visibility: "internal" })).rejects.toThrow(/public archive/)
  })

  it("stands in the calendar on its day in the shop's time zone, and so does what is planned", async () => {
    const { mailroom } = store
    await mailroom.settings.write({ general: { timeZone: "Pacific/Kiritimati" } }, null)
    await store.subscribers("a@calendar.example")
    const id = await sent({ subject: "Gone" })
    await store.rows("UPDATE mailroom.mailing SET started_at = '2026-05-31T20:30:00Z' WHERE id = $1", [id])
    const planned = await store.draft({ subject: "Planned" })
    await store.rows(
      "UPDATE mailroom.mailing SET state = 'scheduled', scheduled_at = '2026-06-15T10:00:00Z' WHERE id = $1",
      [planned.id],
    )
    await store.draft({ subject: "Only a draft" })
    const { mailings, time_zone } = await mailroom.mailingArchive.calendar("2026-06-01", "2026-06-30")
    expect(time_zone).toBe("Pacific/Kiritimati")
    expect(mailings.map(({ name, day, time, is_planned }) => [name, day, time, is_planned])).toEqual([
      ["Gone", "2026-06-01", "10:30", false],
      ["Planned", "2026-06-16", "00:00", true],
    ])
    expect((await mailroom.mailingArchive.calendar("2026-05-01", "2026-05-31")).mailings).toEqual([])
    await expect(mailroom.mailingArchive.calendar("2026-06-30", "2026-06-01")).rejects.toThrow(/in their order/)
  })
})
