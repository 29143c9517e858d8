import { automationClock } from "../../src/runtime/automation-clock"
import { ForbiddenEffect, readOnlyMailroom } from "../../src/runtime/automations/read-only-mailroom"
import { replayReport, type ReplayReport } from "../../src/runtime/automations/replay-report"
import { replays } from "../../src/runtime/replays"
import { triggerLoop } from "../../src/runtime/triggers"
import { openEngine, type Engine } from "../support/automations"
import { openLater } from "../support/database"
import { aContact } from "../support/people"
import { aCart, anOrder } from "../support/shop"
import { look } from "../support/trigger-clocks"

const send = (id: string, next: string | null = null, settings: object = {}) => ({
  id,
  kind: "send_email",
  settings: { template: "welcome", class: "tx", ...settings },
  exits: { sent: next },
})

type Sent = { email: string; node: string }

describe("a replay (F51)", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
  })
  afterEach(() => engine.close())

  const rows = <Row>(text: string, ...values: unknown[]) => engine.mailroom.db.query<Row>({ text, values })

  async function automation(
    trigger: object,
    nodes: object[],
    { switchedOn }: { switchedOn?: string } = {},
  ): Promise<string> {
    const { automationDrafts, automationLifecycle } = engine.mailroom
    const id = await automationDrafts.create({ name: "Replayed" })
    const { revision, problems } = await automationDrafts.save(id, { draft: { trigger, nodes }, revision: 1 })
    expect(problems).toEqual([])
    if (!switchedOn) return id
    await automationDrafts.publish(id, { revision, people: "stay", by: null })
    await automationLifecycle.switchTo(id, "live")
    await rows(`UPDATE mailroom.automation SET switched_on_at = $2 WHERE id = $1`, id, switchedOn)
    return id
  }

  /** What a process does whose database says that it is then. */
  async function at<T>(then: string, work: (later: Engine["mailroom"]) => Promise<T>): Promise<T> {
    // Never before: what is due then must be due.
    const seconds = Math.ceil((Date.parse(then) - Date.now()) / 1000)
    const { mailroom, close } = await openLater(engine.url, `${seconds}s`)
    mailroom.shop = engine.shop
    try {
      return await work(mailroom)
    } finally {
      await close()
    }
  }

  /** Triggers, steps, and a mail server that takes everything; twice, because who waits for a mail goes on behind it. */
  const live = (then: string) =>
    at(then, async (later) => {
      await look(later)
      const clock = automationClock(later)
      for (let n = 0; n < 2; n++) {
        while ((await clock.turn({ ignoreSchedule: true })) === "more");
        await rows(
          `UPDATE mailroom.message SET status = 'sent', settled_at = planned_at WHERE status IN ('queued', 'held')`,
        )
        await rows(
          `UPDATE mailroom.enrolment e SET due_at = $1 FROM mailroom.message m
            WHERE m.enrolment_id = e.id AND m.node = e.node AND e.state = 'waiting'`,
          then,
        )
      }
    })

  const inOrder = (sent: Sent[]) => sent.sort((a, b) => (`${a.email}${a.node}` < `${b.email}${b.node}` ? -1 : 1))
  const reallySent = async (id: string) =>
    inOrder(
      await rows<Sent>(
        `SELECT to_email AS email, node FROM mailroom.message WHERE source_id = $1 AND status = 'sent' ORDER BY 1, 2`,
        id,
      ),
    )
  const replayed = ({ people }: ReplayReport) =>
    inOrder(
      people.flatMap(({ email, mails }) =>
        mails.flatMap(({ node, refused }) => (refused ? [] : [{ email: email!, node }])),
      ),
    )

  it("of birthdays that really came shows what was really sent, and when", async () => {
    const id = await automation({ kind: "date.of_customer", settings: { field: "birthday" } }, [send("mail")], {
      switchedOn: "2027-04-30T00:00:00Z",
    })
    for (const day of [1, 2, 2, 3, 9]) await born(`1990-05-0${day}`)
    for (const day of [1, 2, 3, 4]) await live(`2027-05-0${day}T20:00:00Z`)
    const report = await at("2027-05-04T21:00:00Z", (later) => replayReport(later, id, { days: 4 }))
    expect(replayed(report)).toEqual(await reallySent(id))
    expect(report).toMatchObject({ entered: 4, mails: 4, really_sent: 4, is_cut: false })
    expect(report.per_day).toEqual([
      { name: "2027-05-01", n: 1 },
      { name: "2027-05-02", n: 2 },
      { name: "2027-05-03", n: 1 },
    ])
  })

  let people = 0
  async function born(birthday: string): Promise<void> {
    const { contactId } = await aContact(engine.mailroom, `person${++people}@example.com`)
    await rows(`UPDATE mailroom.contact SET birthday = $2 WHERE id = $1`, contactId, birthday)
  }

  it("of left carts knows who had bought by then, although today all of them are bought", async () => {
    const id = await automation(
      { kind: "mailroom.cart.abandoned" },
      [
        send("first", "pause"),
        { id: "pause", kind: "wait", settings: { amount: 1, unit: "days" }, exits: { next: "open" } },
        { id: "open", kind: "filter", settings: { rule: "cart_still_open" }, exits: { yes: "second" } },
        send("second"),
      ],
      { switchedOn: "2027-05-01T00:00:00Z" },
    )
    const [early, late] = [await left("early@example.com"), await left("late@example.com")]
    await left("never@example.com")
    await live("2027-05-01T12:00:00Z")
    early.completedAt = "2027-05-01T20:00:00Z"
    await live("2027-05-02T13:00:00Z")
    late.completedAt = "2027-05-02T18:00:00Z"
    const report = await at("2027-05-03T12:00:00Z", (later) => replayReport(later, id, { days: 3 }))
    expect(await reallySent(id)).toEqual([
      { email: "early@example.com", node: "first" },
      { email: "late@example.com", node: "first" },
      { email: "late@example.com", node: "second" },
      { email: "never@example.com", node: "first" },
      { email: "never@example.com", node: "second" },
    ])
    expect(replayed(report)).toEqual(await reallySent(id))
  })

  /** As the clock of left carts writes it. */
  async function left(email: string) {
    const lastActivityAt = "2027-05-01T10:00:00Z"
    const cart = aCart({ email, lastActivityAt })
    engine.shop.carts_.set(cart.id, cart)
    await engine.mailroom.triggers.record({
      event: "mailroom.cart.abandoned",
      payload: { id: cart.id },
      source: "clock",
      occurredAt: new Date(lastActivityAt),
    })
    await at("2027-05-01T11:30:00Z", async (later) => {
      while ((await triggerLoop(later).turn()) === "more");
    })
    return cart
  }

  it("says what the codes would have cost under their ceiling, by what orders are usually worth", async () => {
    const TEN = {
      type: "percentage",
      value: 10,
      currency: "eur",
      days: 7,
      tiedTo: "address",
      ceiling: 15,
      typicalOrder: 62.5,
    }
    const id = await automation({ kind: "own.event", settings: { name: "level" } }, [
      { id: "code", kind: "promotion", settings: TEN, exits: { done: "mail", failed: null } },
      send("mail"),
    ])
    for (const who of ["a", "b", "c"])
      await engine.mailroom.ownEvents.push({
        name: "level",
        key: who,
        whom: { email: `${who}@example.com` },
        occurredAt: new Date(Date.now() - 3_600_000),
      })
    const report = await replayReport(engine.mailroom, id, { days: 1 })
    expect(report.codes).toEqual([{ node: "code", codes: 2, refused: 1, cost: 12.5, currency: "eur" }])
    expect(report).toMatchObject({ entered: 3, mails: 2 })
    expect(engine.shop.promotions_.size).toBe(0)
  })

  it("keeps marketing mails to hours and cap as they would have been, beside what people really got", async () => {
    const offer = send("mail", null, { class: "marketing", topicId: "mtop_newsletters" })
    const id = await automation({ kind: "own.event", settings: { name: "level" } }, [offer])
    const settings = { whenCapped: "defer", deferDays: 3, sendingWindow: { hours: { from: 9, to: 17 }, days: null } }
    await rows(
      `UPDATE mailroom.automation SET settings = settings || $2::jsonb WHERE id = $1`,
      id,
      JSON.stringify(settings),
    )
    await engine.mailroom.settings.write({ frequency: { most: 1, days: 2 }, general: { timeZone: "UTC" } }, null)
    await engine.mailroom.senders.ensureDefault({ shopName: "Shop", locale: "en" })
    await engine.mailroom.senders.update("msnd_default", {
      marketing_from_email: "news@mail.shop.example",
      postal_address: "1 High Street, Springfield",
    })
    const people = ["free", "waiting", "full"].map((who) => `${who}@example.com`)
    for (const email of people) {
      await aContact(engine.mailroom, email)
      await engine.mailroom.ownEvents.push({ name: "level", key: email, whom: { email }, occurredAt: new Date() })
    }
    await rows(`UPDATE mailroom.trigger_event SET occurred_at = '2027-05-01T20:00:00Z'`)
    await gotNews("waiting@example.com", "2027-05-01T06:00:00Z")
    for (const day of [1, 3, 5]) await gotNews("full@example.com", `2027-05-0${day}T12:00:00Z`)

    const report = await at("2027-05-03T12:00:00Z", (later) => replayReport(later, id, { days: 3 }))
    const left = report.people.map(({ email, mails }) => [email, mails[0]!.refused ?? mails[0]!.at.toISOString()])
    expect(Object.fromEntries(left)).toEqual({
      "free@example.com": "2027-05-02T09:00:00.000Z",
      "waiting@example.com": "2027-05-03T09:00:00.000Z",
      "full@example.com": "no_room_in_time",
    })
    expect(report).toMatchObject({ mails: 2, waiting: 0, not_sent: [{ name: "no_room_in_time", n: 1 }] })
    const before = await at("2027-05-02T12:00:00Z", (later) => replayReport(later, id, { days: 3 }))
    expect(before).toMatchObject({ mails: 1, waiting: 1 })
  })

  /** A newsletter that reached this person then. */
  const gotNews = (email: string, then: string) =>
    rows(
      `INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, contact_id, mail_domain, status, planned_at, settled_at)
       SELECT mailroom.uuidv7($2::timestamptz), decode(md5($1 || $2), 'hex'), 'marketing', 'mailing', 'newsletter', 'mlg_1', contact_id,
         'shop.example', 'sent', $2::timestamptz, $2::timestamptz FROM mailroom.contact_address WHERE email_norm = $1`,
      email,
      then,
    )

  it("of a run without a person walks everybody of the segment, as many as it may", async () => {
    for (let n = 0; n < 4; n++) await aContact(engine.mailroom, `member${n}@example.com`)
    const rule = { version: 1 as const, match: "all" as const, rules: [] }
    const { id: segmentId } = await engine.mailroom.segments.create({ kind: "rule", name: "All", rule }, null)
    const id = await automation({ kind: "date.repeated", settings: { cron: "0 9 * * *" } }, [
      { id: "who", kind: "select_customers", settings: { segmentId }, exits: { each: "mail" } },
      send("mail"),
    ])
    expect(await replayReport(engine.mailroom, id, { days: 2 })).toMatchObject({ mails: 8, is_cut: false })
    expect(await replayReport(engine.mailroom, id, { days: 2, most: 4 })).toMatchObject({ is_cut: true })
  })

  it("says of a trigger whose past nobody knows that it cannot", async () => {
    const id = await automation({ kind: "rfm.entered", settings: { groups: ["at_risk"] } }, [send("mail")])
    await expect(replayReport(engine.mailroom, id, { days: 7 })).rejects.toThrow("A test run shows the way")
  })

  it("cannot do anything, not even what nobody thought of", async () => {
    const looking = await readOnlyMailroom(engine.mailroom)
    const readOnly = "read-only transaction"
    await expect(looking.db.query({ text: `DELETE FROM mailroom.contact`, values: [] })).rejects.toThrow(readOnly)
    const ada = [{ email: "ada@example.com", source: "test" }]
    await expect(looking.db.transaction((tx) => looking.contacts.ensureByEmail(tx, ada))).rejects.toThrow(readOnly)
    await expect(looking.bus.emit("order.placed", {})).rejects.toThrow(ForbiddenEffect)
    expect(() => looking.shop!.promotions.mint([])).toThrow("call the shop's promotions.mint")
    expect(() => looking.shop!.dropFile("1")).toThrow(ForbiddenEffect)
    const order = anOrder()
    engine.shop.orders_.set(order.context.id, order)
    expect(await looking.shop!.order(order.context.id)).toBe(order)
  })

  describe("as a job", () => {
    let id: string
    beforeEach(async () => {
      id = await automation({ kind: "own.event", settings: { name: "level" } }, [send("mail")])
      await engine.mailroom.ownEvents.push({ name: "level", key: "a", whom: { email: "a@example.com" } })
    })
    const turn = () => replays(engine.mailroom).turn()

    it("is walked by a worker, and its report stays for whoever asks later", async () => {
      expect(await engine.mailroom.replays.start(id, 7, null)).toMatchObject({ state: "running", report: null })
      await turn()
      expect(await engine.mailroom.replays.get(id)).toMatchObject({ state: "done", report: { entered: 1, mails: 1 } })
      expect(await turn()).toBe("idle")
      expect(await engine.mailroom.jobs.list()).toMatchObject([{ kind: "replay", state: "done", title: "Replayed" }])
    })

    it("ends when somebody cancels it, and keeps nothing of it", async () => {
      await engine.mailroom.replays.start(id, 7, null)
      const held = (await engine.mailroom.replays.claim())!
      await engine.mailroom.jobs.cancel(`replay-${id}`)
      expect(await engine.mailroom.replays.advance(held, 1, 2)).toBe(false)
      await engine.mailroom.replays.finish(held, { report: {}, contactIds: [] })
      expect(await engine.mailroom.replays.get(id)).toMatchObject({ state: "cancelled", report: null })
    })

    it("says why it cannot, when the draft is not whole", async () => {
      await rows(`UPDATE mailroom.automation SET draft = '{"trigger":null,"nodes":[]}' WHERE id = $1`, id)
      await engine.mailroom.replays.start(id, 7, null)
      await turn()
      expect(await engine.mailroom.replays.get(id)).toMatchObject({
        state: "failed",
        problem: expect.stringContaining("Choose what sets it off."),
      })
    })
  })
})
