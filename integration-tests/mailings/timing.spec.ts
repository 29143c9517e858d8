import { openMailings, type MailingStore } from "../support/mailing"

describe("when a mailing goes", () => {
  let store: MailingStore
  beforeEach(async () => {
    store = await openMailings()
  })
  afterEach(() => store.close())

  const inUtc = { general: { timeZone: "UTC" } }
  const hour = async () =>
    (await store.rows<{ h: number }>("SELECT extract(hour FROM mailroom.now() AT TIME ZONE 'UTC')::int AS h"))[0]!.h
  /** An hour of the day that is closed now and opens within a day, in UTC. */
  const closedNow = async () => {
    const from = ((await hour()) + 12) % 24
    return { hours: { from, to: from + 1 }, days: null }
  }

  it("can be taken back for a while: it is a draft again, and nobody was chosen", async () => {
    const { mailroom } = store
    await mailroom.settings.write({ schedule: { undoSeconds: 30 } }, null)
    await store.subscribers("a@undo.example")
    const { id } = await store.draft()
    const sent = await mailroom.mailingDispatch.sendNow(id)
    expect(sent).toMatchObject({ state: "planning" })
    expect(sent.undo_until!.getTime() - sent.started_at!.getTime()).toBeGreaterThan(29_000)
    await store.plan()
    expect(await mailroom.mailingTiming.undo(id)).toMatchObject({ state: "draft", started_at: null, undo_until: null })
    await store.plan()
    expect(await store.outcomes(id)).toEqual([])
    expect(await store.rows("SELECT 1 FROM mailroom.mailing_member")).toEqual([])
    await expect(mailroom.mailingTiming.undo(id)).rejects.toThrow(/This mailing is draft/)
  })

  it("goes out when that time is over, and cannot be taken back any more", async () => {
    const { mailroom } = store
    await mailroom.settings.write({ schedule: { undoSeconds: 30 } }, null)
    await store.subscribers("a@undo.example")
    const { id } = await store.draft()
    await mailroom.mailingDispatch.sendNow(id)
    await store.rows("UPDATE mailroom.mailing SET undo_until = mailroom.now() WHERE id = $1", [id])
    await expect(mailroom.mailingTiming.undo(id)).rejects.toThrow(/time in which it could be taken back is over/)
    await store.plan()
    await store.drain()
    await store.plan()
    expect(await mailroom.mailings.get(id)).toMatchObject({ state: "sent" })
    expect(await store.outcomes(id)).toEqual([{ email: "a@undo.example", status: "sent", reason: null }])
  })

  it("waits for its hours on each reader's own clock", async () => {
    const { mailroom } = store
    await mailroom.settings.write({ ...inUtc }, null)
    const window = await closedNow()
    const [near, far] = await store.subscribers("near@hours.example", "far@hours.example")
    await store.rows("UPDATE mailroom.contact SET time_zone = 'UTC' WHERE id = $1", [near!.contactId])
    // Twelve hours ahead of UTC all the year.
    await store.rows("UPDATE mailroom.contact SET time_zone = 'Pacific/Wake' WHERE id = $1", [far!.contactId])
    const { id } = await store.draft()
    await mailroom.mailingTiming.change(id, { window, notLaterThan: null })
    await mailroom.mailingDispatch.sendNow(id)
    await store.plan()
    await store.drain()
    expect(await store.outcomes(id)).toEqual([
      { email: "far@hours.example", status: "sent", reason: null },
      { email: "near@hours.example", status: "queued", reason: null },
    ])
    const progress = await mailroom.mailingDispatch.progress(id)
    expect(progress.opens_at!.getUTCHours()).toBe(window.hours.from)
    await mailroom.mailingTiming.change(id, { window: { hours: null, days: null }, notLaterThan: null })
    await store.drain()
    await store.plan()
    expect(await mailroom.mailings.get(id)).toMatchObject({ state: "sent" })
  })

  it("keeps to the store's hours in the last instant, whatever was planned; receipts and direct mails go at any hour", async () => {
    const { mailroom } = store
    await mailroom.settings.write({ ...inUtc }, null)
    await store.subscribers("a@hours.example", "b@hours.example")
    const { id } = await store.draft()
    await mailroom.mailingDispatch.sendNow(id)
    await store.plan()
    const { hours } = await closedNow()
    await mailroom.settings.write({ schedule: { hours } }, null)
    const [receipt, letter] = await store.queue(
      {},
      { class: "marketing", origin: "direct", lane: "direct", isTest: true },
    )
    await store.drain()
    expect((await store.outcomes(id)).map(({ status }) => status)).toEqual(["queued", "queued"])
    expect([(await store.message(receipt!)).status, (await store.message(letter!)).status]).toEqual(["sent", "sent"])
  })

  it("is too late for whoever has not got it by its end, paused or not", async () => {
    const { mailroom } = store
    await store.manySubscribers(30)
    const { id } = await store.draft()
    const soon = new Date(Date.now() + 3_600_000)
    await mailroom.mailingTiming.change(id, { window: null, notLaterThan: soon })
    await mailroom.mailingDispatch.sendNow(id)
    await store.plan()
    await mailroom.mailingDispatch.pause(id)
    await store.rows("UPDATE mailroom.mailing SET not_later_than = mailroom.now() WHERE id = $1", [id])
    await store.plan()
    const all = await store.outcomes(id)
    expect(all).toHaveLength(30)
    expect(new Set(all.map(({ status, reason }) => `${status} ${reason}`))).toEqual(new Set(["expired too_late"]))
    await mailroom.mailingDispatch.resume(id)
    await store.plan()
    expect(await mailroom.mailings.get(id)).toMatchObject({ state: "sent" })
    expect(store.sink.mails).toEqual([])
  })

  it("refuses an end that is over, and one before it begins", async () => {
    const { mailroom } = store
    const { id } = await store.draft()
    const yesterday = new Date(Date.now() - 86_400_000)
    await expect(mailroom.mailingTiming.change(id, { window: null, notLaterThan: yesterday })).rejects.toThrow(
      /"not_later_than" is .* but it only begins at/,
    )
    await store.subscribers("a@late.example")
    await mailroom.mailingTiming.change(id, { window: null, notLaterThan: new Date(Date.now() + 3_600_000) })
    await expect(mailroom.mailingDispatch.schedule(id, new Date(Date.now() + 7_200_000))).rejects.toThrow(
      /before it begins/,
    )
  })

  it("gives a domain no more than its limit, and the others what they can take", async () => {
    const { mailroom } = store
    await mailroom.settings.write({ throttle: { domains: [{ domain: "slow.example", perSecond: 0.01 }] } }, null)
    const people = Array.from({ length: 6 }, (_, n) => `p${n}@${n < 3 ? "slow" : "quick"}.example`)
    await store.subscribers(...people)
    const { id } = await store.draft()
    await mailroom.mailingDispatch.sendNow(id)
    await store.plan()
    const [receipt] = await store.queue({ to: { email: "receipt@slow.example" } })
    await store.drain()
    const status = (await store.outcomes(id)).map(({ status }) => status)
    expect(status.filter((one) => one === "sent")).toHaveLength(4)
    expect(status.slice(3)).toEqual(["sent", "sent", "sent"])
    expect((await store.message(receipt!)).status).toBe("sent")
    const turns = await store.rows<{ seconds: number }>(
      "SELECT extract(epoch FROM due_at - mailroom.now())::int AS seconds FROM mailroom.delivery ORDER BY due_at",
    )
    // One turn behind the other, a hundred seconds apart.
    expect(turns).toHaveLength(2)
    expect(turns[1]!.seconds - turns[0]!.seconds).toBeGreaterThan(90)
  })
})
