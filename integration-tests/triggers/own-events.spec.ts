import { OwnEventService } from "../../src/modules/mailroom/services/own-events"
import { startRuntime } from "../../src/runtime/start"
import { triggerLoop } from "../../src/runtime/triggers"
import { openMailroom } from "../support/database"
import { aContact } from "../support/people"
import { aShop } from "../support/shop"
import { anAutomation, entrantsOf } from "../support/trigger-clocks"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("events by name (F10)", () => {
  let opened: Opened
  let drain: () => Promise<void>
  beforeEach(async () => {
    opened = await openMailroom({ runtime: "manual" })
    opened.mailroom.shop = aShop()
    drain = () => startRuntime(opened.mailroom, { role: "shared", loops: [triggerLoop(opened.mailroom)] }).drain()
  })
  afterEach(() => opened.close())

  const NAME = "loyalty.level_reached"
  const waiting = (kind: "own.event" | "store.event", switchedOn?: Date) =>
    anAutomation(opened.mailroom, { kind, settings: { name: NAME } }, { switchedOn })

  it("an event that is pushed lets its person in once per key, with what was told", async () => {
    const { mailroom } = opened
    const automation = await waiting("own.event")
    const told = { name: NAME, key: "ada:gold", whom: { email: "ada@example.com" }, data: { level: "gold" } }
    const answers = [await mailroom.ownEvents.push(told), await mailroom.ownEvents.push(told)]
    await mailroom.ownEvents.push({ ...told, name: "loyalty.other" })
    await drain()
    const [ada] = await mailroom.db.query<{ contact_id: string }>({
      text: `SELECT contact_id FROM mailroom.contact_address WHERE email_norm = 'ada@example.com'`,
      values: [],
    })
    expect(answers).toEqual([true, false])
    expect((await entrantsOf(mailroom, automation)).map(({ payload }) => payload)).toEqual([
      { contact_id: ada!.contact_id, data: { level: "gold" } },
    ])
  })

  it("what happened before the switch-on lets nobody in", async () => {
    const { mailroom } = opened
    const automation = await waiting("own.event", new Date())
    const yesterday = new Date(Date.now() - 24 * 3_600_000)
    await mailroom.ownEvents.push({ name: NAME, occurredAt: yesterday, whom: { email: "ada@example.com" } })
    await drain()
    expect(await entrantsOf(mailroom, automation)).toEqual([])
  })

  it("names a person whom nobody knows, in the words of the caller", async () => {
    const { mailroom } = opened
    const push = (whom: Parameters<typeof mailroom.ownEvents.push>[0]["whom"]) =>
      mailroom.ownEvents.push({ name: NAME, whom })
    await expect(push({ email: "nobody" })).rejects.toThrow('email is "nobody"')
    await expect(push({ customerId: "cus_x" })).rejects.toThrow('customer_id is "cus_x"')
    await expect(push({ contactId: "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" })).rejects.toThrow("contact_id")
  })

  it("an event of the shop's bus is written down if a live automation waits for it, once per publishing", async () => {
    const { mailroom } = opened
    const told = { name: NAME, data: { id: "cus_1" }, publishedAt: "2027-01-01T00:00:00Z" }
    await mailroom.ownEvents.heard({ ...told, name: "nobody.waits" })
    const automation = await waiting("store.event")
    // A process knows the names for two seconds; this one has not asked yet.
    const ownEvents = new OwnEventService(mailroom.db, mailroom)
    for (let n = 0; n < 3; n++) await ownEvents.heard(told)
    await ownEvents.heard({ ...told, publishedAt: "2027-01-01T00:00:01Z" })
    await drain()
    expect((await entrantsOf(mailroom, automation)).map(({ payload }) => payload)).toEqual([
      { customer_id: "cus_1", data: { id: "cus_1" } },
      { customer_id: "cus_1", data: { id: "cus_1" } },
    ])
  })

  it("balances are replaced by person, name and day, and taken away by 0", async () => {
    const { mailroom } = opened
    const { contactId } = await aContact(mailroom, "ada@example.com")
    const push = (amount: string, expiresOn = "2027-06-30") =>
      mailroom.balances.push([{ whom: { contactId }, name: "points", expiresOn, amount, unit: "points" }])
    await push("120")
    await push("100.5")
    await push("7", "2027-12-31")
    expect(await mailroom.balances.of(contactId)).toMatchObject([
      { expires_on: "2027-06-30", amount: "100.5" },
      { expires_on: "2027-12-31", amount: "7" },
    ])
    await push("0")
    expect(await mailroom.balances.of(contactId)).toMatchObject([{ expires_on: "2027-12-31" }])
  })
})
