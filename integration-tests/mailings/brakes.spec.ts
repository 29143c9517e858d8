import { randomUUID } from "node:crypto"
import { correctMailing } from "../../src/runtime/correct-mailing"
import { mailingPlanner } from "../../src/runtime/mailing-planner"
import type { Dispatcher } from "../../src/runtime/dispatcher"
import { openMailings, type MailingStore } from "../support/mailing"

const PEOPLE = 300

/** Each person exactly one outcome, whatever is pressed, edited or lost meanwhile. */
describe("the brakes of a mailing under way", () => {
  let store: MailingStore
  beforeEach(async () => {
    store = await openMailings({ settings: { transport: { connections: 4 } } })
    await store.manySubscribers(PEOPLE)
  })
  afterEach(() => store.close())

  async function started() {
    const { id } = await store.draft()
    await store.mailroom.mailingDispatch.sendNow(id)
    await store.plan()
    return id
  }
  /** With what holds now, not half a second ago. */
  async function drainNow(worker: Dispatcher) {
    while ((await worker.turn({ ignoreSchedule: true })) === "more");
  }
  const sentTo = () => store.sink.mails.map(({ to }) => to[0]!)
  async function eachHasOneOutcome(id: string) {
    const all = await store.outcomes(id)
    expect(all).toHaveLength(PEOPLE)
    expect(new Set(all.map(({ email }) => email)).size).toBe(PEOPLE)
    const sent = all.filter(({ status }) => status === "sent").map(({ email }) => email)
    expect([...sentTo()].sort()).toEqual([...sent].sort())
    return all
  }

  it("pause and resume twenty times, two workers: nobody twice, nobody forgotten, and nothing leaves in a pause", async () => {
    const { mailingDispatch, mailings } = store.mailroom
    const id = await started()
    const workers = [store.dispatcher(), store.dispatcher()]
    const round = () => Promise.all(workers.map(drainNow))
    for (let n = 0; n < 20; n++) {
      const running = round()
      await store.sink.received(Math.min(n * 12 + 1, PEOPLE))
      await mailingDispatch.pause(id)
      const atPause = store.sink.mails.length
      await running
      const atRest = store.sink.mails.length
      // Nothing but what had been handed over before: one for each connection.
      expect(atRest - atPause).toBeLessThanOrEqual(8)
      if (n % 5 === 0) await round()
      expect(store.sink.mails).toHaveLength(atRest)
      await mailingDispatch.resume(id)
    }
    await store.plan()
    await round()
    await store.plan()
    expect(await mailings.get(id)).toMatchObject({ state: "sent" })
    const all = await eachHasOneOutcome(id)
    expect(all.every(({ status }) => status === "sent")).toBe(true)
  }, 180_000)

  it("stop: who got it and who did not is known of everybody", async () => {
    const { mailingDispatch, mailings, reports } = store.mailroom
    const id = await started()
    const sending = store.drain()
    await store.sink.received(50)
    await mailingDispatch.stop(id)
    await sending
    await store.plan()
    expect(await mailings.get(id)).toMatchObject({ state: "stopped" })
    const all = await eachHasOneOutcome(id)
    const reasons = new Set(all.map(({ status, reason }) => reason ?? status))
    expect(reasons).toEqual(new Set(["sent", "mailing_stopped"]))
    const lines: string[] = []
    for await (const part of reports.recipientsCsv(id, { status: "sent" })) lines.push(part)
    expect(lines.join("").trim().split("\n")).toHaveLength(sentTo().length + 1)
  })

  it("edits of audience, template and contacts, a lost worker and a second planner change nobody's one outcome", async () => {
    const { mailroom } = store
    const { mailingDispatch, mailings } = mailroom
    const id = await started()
    const sending = store.drain()
    await store.sink.received(40)
    const { revision } = await mailingDispatch.pause(id)
    await sending
    // A newcomer, somebody who left, a new address, another text.
    await store.subscribers("newcomer@later.example")
    const [left, moved] = (await store.outcomes(id))
      .filter(({ status }) => status === "queued")
      .map(({ email }) => email)
    await store.rows("UPDATE mailroom.contact_address SET marketing = 'unsubscribed' WHERE email = $1", [left])
    await store.rows(
      "UPDATE mailroom.contact SET first_name = 'Moved' WHERE id = (SELECT contact_id FROM mailroom.contact_address WHERE email = $1)",
      [moved],
    )
    await correctMailing(mailroom, id, {
      revision,
      by: null,
      subject: "Corrected",
      document: { kind: "text", text: "New" },
    })
    // A worker that died with some of it in hand, before anything was handed over.
    await store.rows(
      `UPDATE mailroom.delivery SET stage = 'claimed', lease_owner = 'gone', lease_token = $1, lease_expires_at = mailroom.now()
       WHERE message_id IN (SELECT message_id FROM mailroom.delivery ORDER BY message_id LIMIT 20)`,
      [randomUUID()],
    )
    await mailingDispatch.resume(id)
    const other = mailingPlanner(mailroom)
    await Promise.all([store.plan(), other.turn({ ignoreSchedule: true })])
    // Whichever of them was first has done one step, and the other one none.
    await store.plan()
    await store.sweep()
    await Promise.all([store.drain(), store.drain()])
    await store.plan()
    expect(await mailings.get(id)).toMatchObject({ state: "sent" })
    const all = await eachHasOneOutcome(id)
    expect(all.filter(({ status }) => status !== "sent")).toEqual([
      { email: left, status: "dropped", reason: "unsubscribed" },
    ])
    expect(sentTo()).not.toContain("newcomer@later.example")
  })
})
