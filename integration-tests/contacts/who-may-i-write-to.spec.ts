import { basisRecorder } from "../../src/runtime/basis-recorder"
import { fadingSweep } from "../../src/runtime/fading"
import { openMailroom } from "../support/database"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

const DAY = 24 * 3600 * 1000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY)

describe("who may I write to", () => {
  let opened: Opened
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  beforeEach(async () => {
    opened = await openMailroom()
  })
  afterEach(() => opened.close())

  const people = (...all: { email: string; country?: string; lastTransactionAt?: Date }[]) =>
    opened.mailroom.db.transaction((tx) =>
      opened.mailroom.contacts.ensureByEmail(
        tx,
        all.map((one) => ({ source: "order", ...one })),
      ),
    )
  const stateOf = async (email: string) => {
    const { contacts, consent, db } = opened.mailroom
    return consent.stateOf(db, (await contacts.byEmail(db, email))!.addressId)
  }
  const work = async () => {
    while ((await basisRecorder(opened.mailroom).turn({ ignoreSchedule: true })) === "more");
  }
  const said = {
    topicIds: ["mtop_newsletters"],
    agreedOn: daysAgo(40).toISOString().slice(0, 10),
    reason: "They ticked the box of our old shop.",
    wording: "Yes, send me your news.",
  }

  it("counts everybody by country, with what its law asks", async () => {
    await people(
      { email: "a@example.com", country: "DE", lastTransactionAt: daysAgo(3) },
      { email: "b@example.com", country: "DE" },
      { email: "c@example.com" },
    )
    await aContact(opened.mailroom, "d@example.com")
    const { totals, countries } = await opened.mailroom.bases.audience()
    expect(totals).toMatchObject({ subscribed: 1, never_asked_buyers: 1, never_asked_others: 2, unsubscribed: 0 })
    expect(countries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ country: "DE", rule: "proven_opt_in", never_asked_buyers: 1, never_asked_others: 1 }),
        expect.objectContaining({ country: null, rule: "unknown", subscribed: 1, never_asked_others: 1 }),
      ]),
    )
  })

  it("records a basis for a group: who it holds for, one proof each, and why not for the others", async () => {
    await people(
      { email: "fr@example.com", country: "FR", lastTransactionAt: daysAgo(3) },
      { email: "ca@example.com", country: "CA", lastTransactionAt: daysAgo(3) },
      { email: "stopped@example.com", country: "FR", lastTransactionAt: daysAgo(3) },
      { email: "looker@example.com", country: "FR" },
    )
    const { db, suppression, bases, consent, contacts } = opened.mailroom
    await suppression.suppress(db, {
      email: "stopped@example.com",
      scope: "marketing",
      reason: "manual",
      source: "import",
    })
    const group = { people: "all", countries: null, basis: "soft_opt_in" } as const
    expect(await bases.preview({ ...group, agreedOn: said.agreedOn })).toEqual({
      total: 4,
      recorded: 2,
      refused: { use_casl_instead: 1, not_a_buyer: 1 },
      warnings: {},
    })
    const { id } = await bases.record({ ...group, ...said }, "user_1")
    await work()
    expect(await bases.get(id)).toMatchObject({
      state: "done",
      total: 4,
      seen: 4,
      recorded: 1,
      refused: { use_casl_instead: 1, not_a_buyer: 1, suppressed: 1 },
    })
    const state = await stateOf("fr@example.com")
    expect(state).toMatchObject({
      marketing: { state: "subscribed", basis: "soft_opt_in", since: new Date(`${said.agreedOn}T00:00:00Z`) },
      topics: { mtop_newsletters: { state: "subscribed" } },
    })
    const { contactId } = (await contacts.byEmail(db, "fr@example.com"))!
    expect((await consent.history(db, contactId))[0]).toMatchObject({
      actor: "user_1",
      source: "admin",
      method: "recorded_basis",
      note: said.reason,
      wording: said.wording,
    })
    expect((await opened.mailroom.consentCheck.run()).problem_count).toBe(0)
  })

  it("gives Canada its end, and only the countries that were chosen", async () => {
    await people(
      { email: "ca@example.com", country: "CA", lastTransactionAt: daysAgo(30) },
      { email: "us@example.com", country: "US" },
      { email: "nowhere@example.com", lastTransactionAt: daysAgo(3) },
    )
    const { bases } = opened.mailroom
    await bases.record({ people: "buyers", countries: ["CA", ""], basis: "casl_implied_purchase", ...said }, null)
    await bases.record({ people: "others", countries: ["US"], basis: "opt_out_country", ...said }, null)
    await work()
    const { marketing } = await stateOf("ca@example.com")
    expect(Math.round((marketing.expiresAt!.getTime() - Date.now()) / DAY)).toBe(700)
    expect((await stateOf("us@example.com")).marketing.basis).toBe("opt_out_country")
    expect((await stateOf("nowhere@example.com")).marketing.state).toBe("never_asked")
  })

  it("goes on in batches, can be stopped, and writes nothing twice", async () => {
    const many = Array.from({ length: 1200 }, (_, n) => ({ email: `p${n}@example.com`, country: "IT" }))
    await people(...many)
    const { bases } = opened.mailroom
    const { id } = await bases.record({ people: "all", countries: null, basis: "express_soi", ...said }, null)
    expect(await bases.step()).toBe(true)
    expect(await bases.get(id)).toMatchObject({ state: "running", seen: 1000 })
    await bases.stop(id)
    expect(await bases.step()).toBe(false)
    const again = await bases.record({ people: "all", countries: null, basis: "express_soi", ...said }, null)
    await work()
    expect(await bases.get(again.id)).toMatchObject({ total: 200, recorded: 200 })
    const [log] = await rows(`SELECT count(*)::int AS n FROM mailroom.consent_log WHERE purpose = 'marketing'`)
    expect(log!.n).toBe(1200)
  })

  it("refuses a day in the future and a topic that does not exist", async () => {
    const { bases } = opened.mailroom
    const group = { people: "all", countries: null, basis: "express_doi", ...said } as const
    await expect(bases.record({ ...group, agreedOn: "2999-01-01" }, null)).rejects.toThrow("in the future")
    await expect(bases.record({ ...group, topicIds: ["mtop_nothing"] }, null)).rejects.toThrow(
      'no topic "mtop_nothing"',
    )
  })

  describe("the two-year rule", () => {
    const sweep = async () => {
      while ((await fadingSweep(opened.mailroom).turn({ ignoreSchedule: true })) === "more");
    }
    const quiet = async (email: string, months: number) => {
      const { addressId, contactId } = await aContact(opened.mailroom, email)
      await rows(
        `UPDATE mailroom.contact_address SET marketing_since = mailroom.now() - make_interval(months => $2) WHERE id = $1`,
        addressId,
        months,
      )
      await rows(`UPDATE mailroom.contact SET last_interaction_at = NULL WHERE id = $1`, contactId)
      return contactId
    }
    const listed = async (state: "sunset" | "inactive") =>
      (await opened.mailroom.fading.list({ state })).people.map(({ email }) => email)

    it("shows who is inactive and who soon will be, and a purchase lifts it at once", async () => {
      const inactive = await quiet("inactive@example.com", 25)
      await quiet("sunset@example.com", 22)
      await quiet("awake@example.com", 3)
      await sweep()
      expect(await listed("inactive")).toEqual(["inactive@example.com"])
      expect(await listed("sunset")).toEqual(["sunset@example.com"])
      expect(await opened.mailroom.fading.counts()).toEqual({ inactive: 1, sunset: 1 })
      expect((await opened.mailroom.why.ofContact(inactive, { topicId: "mtop_newsletters" })).key).toBe("inactive")
      await people({ email: "inactive@example.com", lastTransactionAt: new Date() })
      expect(await listed("inactive")).toEqual([])
      expect((await opened.mailroom.why.ofContact(inactive, { topicId: "mtop_newsletters" })).key).not.toBe("inactive")
    })

    it("is computed anew when the months change, and pages by date", async () => {
      await quiet("one@example.com", 13)
      await quiet("two@example.com", 14)
      await quiet("three@example.com", 15)
      await sweep()
      expect(await listed("inactive")).toEqual([])
      await opened.mailroom.settings.write({ consent: { inactiveMonths: 12 } }, null)
      await sweep()
      const first = await opened.mailroom.fading.list({ state: "inactive", limit: 2 })
      const second = await opened.mailroom.fading.list({ state: "inactive", limit: 2, cursor: first.next_cursor })
      expect([...first.people, ...second.people].map(({ email }) => email)).toEqual([
        "three@example.com",
        "two@example.com",
        "one@example.com",
      ])
      expect(second.next_cursor).toBeNull()
      await opened.mailroom.settings.write({ consent: { inactiveMonths: null } }, null)
      await sweep()
      expect(await listed("inactive")).toEqual([])
      expect(await rows(`SELECT 1 FROM mailroom.contact WHERE fades_at IS NOT NULL`)).toEqual([])
    })
  })
})
