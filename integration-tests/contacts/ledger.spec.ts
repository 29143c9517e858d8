import { consentCheck } from "../../src/runtime/consent-check"
import checkConsent from "../../src/scripts/check-consent"
import { openLater, openMailroom } from "../support/database"
import { aMessage } from "../support/messages"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("the consent ledger", () => {
  let opened: Opened
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  beforeEach(async () => {
    opened = await openMailroom()
  })
  afterEach(() => opened.close())

  /** What a stranger with the database's password could do; the trigger only stops the careless. */
  const tamper = async (sql: string, ...values: unknown[]) => {
    await rows(`ALTER TABLE mailroom.consent_log DISABLE TRIGGER USER`)
    await rows(sql, ...values)
  }

  it("is in order as it was written, and names each row that was changed, and each state that is not its fold", async () => {
    const { consentCheck: check } = opened.mailroom
    const [good, changed, drifted] = [
      await aContact(opened.mailroom, "good@example.com"),
      await aContact(opened.mailroom, "changed@example.com"),
      await aContact(opened.mailroom, "drifted@example.com"),
    ]
    expect(await check.run()).toMatchObject({ chains: 3, entries: 6, problem_count: 0 })
    await tamper(
      `UPDATE mailroom.consent_log SET basis = 'imported' WHERE contact_id = $1 AND seq = 2`,
      changed.contactId,
    )
    await rows(`UPDATE mailroom.contact_address SET marketing = 'unsubscribed' WHERE id = $1`, drifted.addressId)
    const { problems } = await check.run()
    expect(problems).toHaveLength(2)
    expect(problems).toEqual(
      expect.arrayContaining([
        { kind: "broken_chain", contact_id: changed.contactId, rows: [2] },
        {
          kind: "state_drift",
          contact_id: drifted.contactId,
          address_id: drifted.addressId,
          differs: ["marketing"],
        },
      ]),
    )
    expect(await check.repair([drifted.contactId])).toBe(1)
    expect((await check.run()).problems).toMatchObject([{ contact_id: changed.contactId }])
    expect(problems.some((one) => "contact_id" in one && one.contact_id === good.contactId)).toBe(false)
  })

  it("is checked from the command line, which ends with an error that counts what is broken", async () => {
    const { contactId } = await aContact(opened.mailroom, "cron@example.com")
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    const mailroom = { ...opened.mailroom, log: { info: say, warn: say, error: say } }
    const container = { resolve: () => ({ connect: async () => undefined, mailroom }) }
    // The script asks the container for nothing but the module.
    const run = () => checkConsent({ container, args: [] } as unknown as Parameters<typeof checkConsent>[0])
    await run()
    expect(said).toEqual(["Mailroom: the consent ledger is whole: 1 chains with 2 entries, 0 sealed days."])
    await tamper(`UPDATE mailroom.consent_log SET basis = 'express_soi' WHERE contact_id = $1 AND seq = 2`, contactId)
    await expect(run()).rejects.toThrow("The consent ledger has 1 broken places")
    expect(said.at(-1)).toBe(`Mailroom: contact ${contactId}: entries 2 were changed, taken out or swapped.`)
  })

  it("names a personal part that was swapped, and leaves one that was erased in peace", async () => {
    const person = await aContact(opened.mailroom, "swapped@example.com")
    const erased = await aContact(opened.mailroom, "erased@example.com")
    await rows(
      `UPDATE mailroom.consent_personal SET salt = NULL, email = NULL WHERE log_id IN
        (SELECT id FROM mailroom.consent_log WHERE contact_id = $1)`,
      erased.contactId,
    )
    await rows(`UPDATE mailroom.consent_personal SET email = 'other@example.com' WHERE email = 'swapped@example.com'`)
    expect((await opened.mailroom.consentCheck.run()).problems).toEqual([
      { kind: "broken_chain", contact_id: person.contactId, rows: [1, 2] },
    ])
  })

  it("finds a tail that was cut off: no chain shows it, but the anchor of that day does", async () => {
    const person = await aContact(opened.mailroom, "cut@example.com")
    await aContact(opened.mailroom, "other@example.com")
    // One moment for all: midnight may pass between two of them.
    await tamper(`UPDATE mailroom.consent_log SET recorded_at = (SELECT min(recorded_at) FROM mailroom.consent_log)`)
    const night = await openLater(opened.url, "26hours")
    expect(await night.mailroom.consentCheck.anchorNextDay()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(await night.mailroom.consentCheck.anchorNextDay()).toBeNull()
    expect(await night.mailroom.consentCheck.run()).toMatchObject({ anchors: 1, problem_count: 0 })
    await rows(`DELETE FROM mailroom.consent_personal WHERE log_id IN
      (SELECT id FROM mailroom.consent_log WHERE contact_id = '${person.contactId}' AND seq = 2)`)
    await tamper(`DELETE FROM mailroom.consent_log WHERE contact_id = $1 AND seq = 2`, person.contactId)
    await rows(`DELETE FROM mailroom.subscription WHERE address_id = $1`, person.addressId)
    const { problems } = await night.mailroom.consentCheck.run()
    await night.close()
    expect(problems).toMatchObject([
      { kind: "broken_anchor", sentence: expect.stringContaining("4 entries were anchored") },
    ])
  })

  it("is checked by its loop, in steps that another process could go on with, and when somebody asks", async () => {
    await aContact(opened.mailroom, "looped@example.com")
    const turns = async () => {
      while ((await consentCheck(opened.mailroom).turn({ ignoreSchedule: true })) === "more");
    }
    await turns()
    expect(await opened.mailroom.consentCheck.answer()).toMatchObject({
      running: null,
      last: { chains: 1, problems: [] },
    })
    await aContact(opened.mailroom, "second@example.com")
    await turns()
    expect((await opened.mailroom.consentCheck.answer()).last!.chains).toBe(1)
    expect((await opened.mailroom.consentCheck.ask()).running).toMatchObject({ chains: 0 })
    await turns()
    expect(await opened.mailroom.consentCheck.answer()).toMatchObject({ running: null, last: { chains: 2 } })
  })

  it("answers what was agreed on any day, in the shop's time zone", async () => {
    const { consentAnswers, consent, db } = opened.mailroom
    const person = await aContact(opened.mailroom, "history@example.com", [])
    const say = (action: "grant" | "withdraw", at: string) =>
      db.transaction((tx) =>
        consent.append(tx, [{ addressId: person.addressId, said: [{ purpose: "marketing", action }] }], {
          source: "import",
          actor: "system",
          at: new Date(at),
        }),
      )
    await say("grant", "2026-03-01T10:00:00Z")
    await say("withdraw", "2026-03-03T23:30:00Z")
    const on = async (day: string) =>
      (await consentAnswers.of(person.contactId, day)).addresses[0]!.state.marketing.state
    expect([await on("2026-02-28"), await on("2026-03-02"), await on("2026-03-03"), await on("2026-03-04")]).toEqual([
      "never_asked",
      "subscribed",
      "unsubscribed",
      "unsubscribed",
    ])
    await opened.mailroom.settings.write({ general: { timeZone: "Europe/Berlin" } }, null)
    expect(await on("2026-03-03")).toBe("subscribed")
    expect(await on("2026-03-04")).toBe("unsubscribed")
    expect((await consentAnswers.of(person.contactId, "2026-03-02")).entries).toHaveLength(1)
  })

  it('answers "I never signed up", and never writes again by one click', async () => {
    const { consentAnswers, suppression, db, keyring } = opened.mailroom
    const heard: string[] = []
    opened.mailroom.bus = { emit: async (name) => void heard.push(name) }
    const person = await aContact(opened.mailroom, "angry@example.com", subscribedTo("mtop_newsletters"))
    const [marketing, receipt] = [
      await aMessage(opened.mailroom, person),
      await aMessage(opened.mailroom, person, { class: "tx", kind: "store_email", lane: "receipts", topicId: null }),
    ]
    expect(await consentAnswers.findContact(" Angry@Example.com")).toBe(person.contactId)
    await expect(consentAnswers.findContact("nobody@example.com")).rejects.toThrow("nothing is on file")
    expect(await consentAnswers.proof(person.contactId, "de")).toMatchObject({
      locale: "de",
      proof: { kind: "declared", basis: "express_doi" },
      letter: expect.stringContaining("angry@example.com"),
      is_stopped: false,
    })
    const after = await consentAnswers.neverAgain(person.contactId, { by: "user_1", note: "on the phone" })
    expect(after.is_stopped).toBe(true)
    const status = async (id: string) =>
      (await rows(`SELECT status FROM mailroom.message WHERE id = $1`, id))[0]!.status as string
    expect([await status(marketing), await status(receipt)]).toEqual(["cancelled", "dropped"])
    const emailHash = await keyring.emailHash("angry@example.com")
    expect(await suppression.active(db, { emailHash, domain: null })).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ scope: "all", reason: "manual" })]),
    )
    expect(heard).toContain("mailroom.contact.unsubscribed")
    expect(await opened.mailroom.consent.verify(db, person.contactId)).toEqual([])
  })
})
