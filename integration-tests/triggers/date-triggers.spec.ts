import { openMailroom } from "../support/database"
import { aContact } from "../support/people"
import { anAutomation, entrantsOf, lookAt } from "../support/trigger-clocks"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("triggers of the calendar (F10)", () => {
  let opened: Opened
  let people = 0
  beforeEach(async () => {
    opened = await openMailroom({ runtime: "manual" })
    await opened.mailroom.settings.write({ general: { timeZone: "Europe/Vienna" } }, null)
  })
  afterEach(() => opened.close())

  const rows = (text: string, ...values: unknown[]) => opened.mailroom.db.query({ text, values })
  const utc = (text: string) => new Date(`${text}Z`)
  const look = (at: string) => lookAt(opened.url, utc(at))
  const made = (trigger: { kind: string; settings?: object }, switchedOn: string) =>
    anAutomation(opened.mailroom, trigger, { switchedOn: utc(switchedOn) })
  const entered = async (automation: string) =>
    (await entrantsOf(opened.mailroom, automation)).map(({ contact_id }) => contact_id)

  async function somebody(columns: Record<string, unknown> = {}): Promise<string> {
    const { contactId } = await aContact(opened.mailroom, `somebody${++people}@example.com`)
    for (const [name, value] of Object.entries(columns))
      await rows(`UPDATE mailroom.contact SET ${name} = $2 WHERE id = $1`, contactId, value)
    return contactId
  }

  it("a birthday comes at nine where the person lives, once, however often and however late one looks", async () => {
    const [vienna, kathmandu] = [
      await somebody({ birthday: "1990-05-01" }),
      await somebody({ birthday: "1985-05-01", time_zone: "Asia/Kathmandu" }),
    ]
    await somebody({ birthday: "1990-05-02" })
    const birthday = await made({ kind: "date.of_customer" }, "2027-01-01T00:00:00")
    await look("2027-05-01T03:10:00")
    expect(await entered(birthday)).toEqual([])
    await look("2027-05-01T03:20:00")
    expect(await entered(birthday)).toEqual([kathmandu])
    for (const at of ["07:00:00", "07:01:00", "09:00:00", "20:00:00"]) await look(`2027-05-01T${at}`)
    expect((await entered(birthday)).sort()).toEqual([vienna, kathmandu].sort())
    expect((await entrantsOf(opened.mailroom, birthday))[0]!.payload).toMatchObject({ day: "2027-05-01" })
  })

  it("a birthday of the day before the switch-on, or of a pause longer than a day, is over", async () => {
    await somebody({ birthday: "1990-05-01" })
    const late = await made({ kind: "date.of_customer" }, "2027-05-01T12:00:00")
    const slept = await made({ kind: "date.of_customer" }, "2027-01-01T00:00:00")
    await look("2027-04-20T12:00:00")
    await look("2027-05-03T12:00:00")
    expect([await entered(late), await entered(slept)]).toEqual([[], []])
  })

  it("who was born on 29 February celebrates on the 28th in common years, on the 29th in leap years", async () => {
    const leap = await somebody({ birthday: "1992-02-29" })
    const birthday = await made({ kind: "date.of_customer" }, "2027-01-01T00:00:00")
    await look("2027-02-28T08:05:00")
    expect(await entered(birthday)).toEqual([leap])
    await look("2028-02-28T08:05:00")
    expect(await entered(birthday)).toEqual([leap])
    await look("2028-02-29T08:05:00")
    expect(await entered(birthday)).toEqual([leap, leap])
  })

  it("comes once around both changes of the clocks, with a clock a day ahead and back, and after a restart", async () => {
    const ada = await somebody({ birthday: "1990-03-28" })
    const grace = await somebody({ birthday: "1990-10-31" })
    const settings = { time: "02:30" }
    const birthday = await made({ kind: "date.of_customer", settings }, "2027-01-01T00:00:00")
    for (const at of ["2027-03-28T00:59:00", "2027-03-28T01:30:00", "2027-03-28T02:30:00"]) await look(at)
    for (const at of ["2027-03-29T01:30:00", "2027-03-28T03:00:00", "2027-03-28T12:00:00"]) await look(at)
    expect(await entered(birthday)).toEqual([ada])
    for (const at of ["2027-10-31T00:29:00", "2027-10-31T00:31:00", "2027-10-31T01:31:00", "2027-10-31T02:31:00"])
      await look(at)
    expect((await entered(birthday)).sort()).toEqual([ada, grace].sort())
  })

  it("a date of an own field comes every year or once, days before it", async () => {
    const renewal = await somebody({ fields: JSON.stringify({ renewal: "2027-06-10", note: "x" }) })
    await somebody({ fields: JSON.stringify({ renewal: "soon" }) })
    const yearly = await made(
      { kind: "date.of_customer", settings: { field: "renewal", offsetDays: -7 } },
      "2027-01-01T00:00:00",
    )
    const once = await made(
      { kind: "date.of_customer", settings: { field: "renewal", offsetDays: -7, every: "once" } },
      "2027-01-01T00:00:00",
    )
    await look("2027-06-03T08:00:00")
    await look("2028-06-03T08:00:00")
    expect([await entered(yearly), await entered(once)]).toEqual([[renewal, renewal], [renewal]])
  })

  it("thirty days after the registration, by the calendar of the shop's zone", async () => {
    const [before, after] = [await somebody(), await somebody()]
    for (const [id, at] of [
      [before, "2027-03-01T22:59:00"],
      [after, "2027-03-01T23:01:00"],
    ])
      await rows(
        `INSERT INTO mailroom.contact_customer (customer_id, contact_id, has_account, registered_at) VALUES ($1, $2, true, $3)`,
        `cus_${id}`,
        id,
        utc(at!),
      )
    const month = await made({ kind: "customer.registered_ago", settings: { days: 30 } }, "2027-03-20T00:00:00")
    await look("2027-03-31T08:00:00")
    expect(await entered(month)).toEqual([before])
    await look("2027-04-01T08:00:00")
    expect((await entered(month)).sort()).toEqual([before, after].sort())
  })

  it("ninety days after the latest order; who ordered again waits anew, who did so long before is no surprise", async () => {
    const [once, again, long] = [await somebody(), await somebody(), await somebody()]
    const ordered = async (id: string, at: string, n: number) => {
      await rows(
        `INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, placed_at) VALUES ($1, $2, 'eur', 1, 1, $3)`,
        `order_${id}_${n}`,
        id,
        utc(at),
      )
      await rows(
        `INSERT INTO mailroom.contact_purchase_total (contact_id, currency, order_count, net_spend, first_order_at, last_order_at)
         VALUES ($1, 'eur', 1, 1, $2, $2) ON CONFLICT (contact_id, currency) DO UPDATE SET last_order_at = excluded.last_order_at`,
        id,
        utc(at),
      )
    }
    await ordered(once, "2027-01-10T12:00:00", 1)
    await ordered(again, "2027-01-10T12:00:00", 1)
    await ordered(again, "2027-02-10T12:00:00", 2)
    await ordered(long, "2026-06-01T12:00:00", 1)
    const winBack = await made({ kind: "customer.ordered_ago", settings: { days: 90 } }, "2027-03-01T00:00:00")
    await look("2027-04-10T12:00:00")
    expect(await entered(winBack)).toEqual([once])
    await look("2027-05-11T12:00:00")
    expect((await entered(winBack)).sort()).toEqual([once, again].sort())
    // Each order has a date of its own.
    const review = await made({ kind: "date.of_order", settings: { days: 14 } }, "2027-01-20T00:00:00")
    await look("2027-01-24T12:00:00")
    await look("2027-02-24T12:00:00")
    expect((await entrantsOf(opened.mailroom, review)).map(({ payload }) => payload.order_id).sort()).toEqual(
      [`order_${once}_1`, `order_${again}_1`, `order_${again}_2`].sort(),
    )
  })

  it("so long after the latest visit of the storefront", async () => {
    const ada = await somebody()
    await rows(
      `INSERT INTO mailroom.visitor (contact_id, first_visit_at, last_visit_at) VALUES ($1, $2, $2)`,
      ada,
      utc("2027-03-01T12:00:00"),
    )
    const silent = await made({ kind: "customer.visited_ago", settings: { days: 14 } }, "2027-03-02T00:00:00")
    await look("2027-03-15T07:00:00")
    expect(await entered(silent)).toEqual([])
    await look("2027-03-15T08:01:00")
    expect(await entered(silent)).toEqual([ada])
  })

  it("so long before a balance ends, with what ends", async () => {
    const ada = await somebody()
    const put = (name: string, amount: number) =>
      rows(
        `INSERT INTO mailroom.balance (contact_id, name, expires_on, amount, unit) VALUES ($1, $2, '2027-06-30', $3, 'points')`,
        ada,
        name,
        amount,
      )
    await put("points", 120)
    await put("empty", 0)
    const ends = (name: string) =>
      made({ kind: "balance.expiring", settings: { name, daysBefore: 14 } }, "2027-06-01T00:00:00")
    const [points, empty, other] = [await ends("points"), await ends("empty"), await ends("other")]
    await look("2027-06-16T08:00:00")
    expect((await entrantsOf(opened.mailroom, points)).map(({ payload }) => payload)).toEqual([
      {
        contact_id: ada,
        balance: { name: "points", amount: "120", unit: "points", expiresOn: "2027-06-30" },
      },
    ])
    expect([await entered(empty), await entered(other)]).toEqual([[], []])
  })

  it("a date comes without a person, once, in the shop's zone, and not if it was over at the switch-on", async () => {
    const settings = { day: "2027-11-26", time: "08:00" }
    const sale = await made({ kind: "date.reached", settings }, "2027-11-01T00:00:00")
    const late = await made({ kind: "date.reached", settings }, "2027-11-26T07:30:00")
    for (const at of ["06:59:00", "07:00:00", "07:05:00", "20:00:00"]) await look(`2027-11-26T${at}`)
    expect(await entrantsOf(opened.mailroom, sale)).toEqual([
      { occurrence_key: "2027-11-26T08:00", contact_id: null, payload: {} },
    ])
    expect(await entered(late)).toEqual([])
  })

  it("a repeated date comes without a person, once each time, and once after a pause of several", async () => {
    const weekly = await made({ kind: "date.repeated", settings: { cron: "0 9 * * 1" } }, "2027-11-01T12:00:00")
    for (const at of ["2027-11-08T07:59:00", "2027-11-08T08:00:00", "2027-11-08T08:30:00"]) await look(at)
    expect((await entrantsOf(opened.mailroom, weekly)).map(({ occurrence_key: key }) => key)).toEqual([
      "2027-11-08T08:00:00.000Z",
    ])
    await look("2027-11-29T10:00:00")
    expect((await entrantsOf(opened.mailroom, weekly)).map(({ occurrence_key: key }) => key)).toEqual([
      "2027-11-08T08:00:00.000Z",
      "2027-11-29T08:00:00.000Z",
    ])
  })
})
