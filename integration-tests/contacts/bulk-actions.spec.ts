import { EVERYBODY, type ContactFilter } from "../../src/core/reports/contact-filter"
import type { BulkWork } from "../../src/modules/mailroom/services/bulk-actions"
import { openMailroom } from "../support/database"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("one action for many contacts", () => {
  let opened: Opened
  const told: [string, Record<string, unknown>][] = []
  beforeAll(async () => {
    opened = await openMailroom()
    opened.mailroom.bus = { emit: async (name, data) => void told.push([name, data]) }
    const { db, contacts } = opened.mailroom
    await db.transaction((tx) =>
      contacts.ensureByEmail(
        tx,
        Array.from({ length: 1203 }, (_, n) => ({ email: `crowd${n}@example.com`, source: "import", country: "FR" })),
      ),
    )
  })
  afterAll(() => opened.close())

  const start = (work: BulkWork, filter: Partial<ContactFilter>, confirmed: number) =>
    opened.mailroom.bulkActions.start({ work, filter: { ...EVERYBODY, ...filter }, confirmed, by: "user_1" })
  const workOffAll = async () => {
    while (await opened.mailroom.bulkActions.workOff());
  }
  const run = async (work: BulkWork, filter: Partial<ContactFilter>, confirmed: number) => {
    const { id } = await start(work, filter, confirmed)
    await workOffAll()
    return opened.mailroom.bulkActions.get(id)
  }
  const count = async (filter: Partial<ContactFilter>) =>
    (await opened.mailroom.contactList.count({ ...EVERYBODY, ...filter })).count

  it("tags and untags everybody of a filter, in chunks, with a progress", async () => {
    const begun = await start({ kind: "tag", tags: ["Crowd"] }, { q: "crowd" }, 1203)
    expect(begun).toMatchObject({ state: "running", total: 1203, done: 0 })
    expect(await opened.mailroom.bulkActions.workOff()).toBe(true)
    expect(await opened.mailroom.bulkActions.get(begun.id)).toMatchObject({ state: "running", done: 500, changed: 500 })
    await workOffAll()
    expect(await opened.mailroom.bulkActions.get(begun.id)).toMatchObject({ state: "done", done: 1203, changed: 1203 })
    expect(await count({ tag: "crowd" })).toBe(1203)
    expect(await run({ kind: "tag", tags: ["crowd"] }, { q: "crowd1" }, await count({ q: "crowd1" }))).toMatchObject({
      changed: 0,
    })
    await run({ kind: "untag", tags: ["crowd"] }, { tag: "crowd" }, 1203)
    expect(await count({ tag: "crowd" })).toBe(0)
  })

  it("is done to those who were counted, and begins for no other number", async () => {
    await expect(start({ kind: "tag", tags: ["x"] }, { q: "crowd" }, 1200)).rejects.toThrow("1203")
    await expect(start({ kind: "tag", tags: ["x"] }, { q: "nobody-at-all" }, 0)).rejects.toThrow("Nobody")
    const begun = await start({ kind: "tag", tags: ["frozen"] }, { q: "crowd12" }, await count({ q: "crowd12" }))
    await aContact(opened.mailroom, "crowd12-late@example.com", [])
    await workOffAll()
    expect(await count({ tag: "frozen" })).toBe(begun.total)
  })

  it("can be stopped; what is done stays done and the list of people is dropped", async () => {
    const { bulkActions, db } = opened.mailroom
    const { id } = await start({ kind: "tag", tags: ["half"] }, { q: "crowd" }, await count({ q: "crowd" }))
    await bulkActions.workOff()
    expect(await bulkActions.stop(id)).toMatchObject({ state: "stopped", done: 500 })
    expect(await bulkActions.workOff()).toBe(false)
    expect(await count({ tag: "half" })).toBe(500)
    const left = await db.query({
      text: "SELECT 1 FROM mailroom.bulk_action_member WHERE action_id = $1",
      values: [id],
    })
    expect(left).toEqual([])
  })

  it("subscribes by a recorded basis, one entry each, and lifts nobody's no", async () => {
    const { db, suppression, consent, preferences, contacts } = opened.mailroom
    const asked = await aContact(opened.mailroom, "group.new@example.com", [])
    const left = await aContact(opened.mailroom, "group.left@example.com")
    const bounced = await aContact(opened.mailroom, "group.bounced@example.com", [])
    await aContact(opened.mailroom, "group.already@example.com")
    const recipient = await preferences.recipientOfAddress(left.addressId)
    await preferences.leave(recipient!, "all", { source: "mail", actor: "contact" })
    await db.transaction((tx) =>
      suppression.suppress(tx, { email: bounced.email, scope: "all", reason: "hard_bounce", source: "bounce" }),
    )
    told.length = 0
    const done = await run(
      {
        kind: "subscribe",
        topic_id: "mtop_newsletters",
        basis: "express_soi",
        agreed_on: "2025-06-01",
        wording: "Yes, send me the newsletter.",
        reason: "Paper list of the fair in June",
      },
      { q: "group." },
      4,
    )
    expect(done).toMatchObject({ changed: 1, skipped: { suppressed: 1, unsubscribed: 1, already: 1 } })
    const history = await consent.history(db, asked.contactId)
    expect(history).toMatchObject([
      { purpose: "marketing", action: "grant", basis: "express_soi", source: "admin", actor: "user_1" },
      { purpose: "topic", wording: "Yes, send me the newsletter.", note: "Paper list of the fair in June" },
    ])
    expect(history[0]!.at).toEqual(new Date("2025-06-01T00:00:00Z"))
    expect(await contacts.byEmail(db, "group.left@example.com")).toMatchObject({ marketing: "unsubscribed" })
    expect(told).toEqual([
      ["mailroom.contact.subscribed", expect.objectContaining({ contact_id: asked.contactId, method: "bulk" })],
    ])
  })

  it("takes people out of a topic, and leaves their other topics", async () => {
    const person = await aContact(opened.mailroom, "leaver@example.com")
    const work = { kind: "unsubscribe", topic_id: "mtop_newsletters", reason: "The topic was the wrong one" } as const
    expect(await run(work, { q: "leaver@" }, 1)).toMatchObject({ changed: 1 })
    const { db, consent } = opened.mailroom
    expect(await consent.stateOf(db, person.addressId)).toMatchObject({
      marketing: { state: "subscribed" },
      topics: { mtop_newsletters: { state: "unsubscribed" } },
    })
  })

  it.each<[BulkWork, string]>([
    [{ kind: "tag", tags: ["a,b"] }, "a,b"],
    [{ kind: "tag", tags: [] }, "tags"],
    [{ kind: "unsubscribe", topic_id: "mtop_none", reason: "x" }, "mtop_none"],
    [
      {
        kind: "subscribe",
        topic_id: "mtop_general",
        basis: "express_soi",
        agreed_on: "2999-01-01",
        wording: "w",
        reason: "r",
      },
      "agreed_on",
    ],
  ])("refuses %j by name", async (work, named) => {
    await expect(start(work, { q: "crowd" }, 1)).rejects.toThrow(named)
  })

  it("goes on where it was when two workers take turns", async () => {
    const begun = await start({ kind: "tag", tags: ["both"] }, { q: "crowd" }, await count({ q: "crowd" }))
    while (
      (await Promise.all([opened.mailroom.bulkActions.workOff(), opened.mailroom.bulkActions.workOff()])).some(Boolean)
    );
    expect(await opened.mailroom.bulkActions.get(begun.id)).toMatchObject({ state: "done", changed: begun.total })
    expect(await count({ tag: "both" })).toBe(begun.total)
  })
})

describe("the quality of the contacts", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  const scanAll = async (run: number) => {
    const { contactQuality } = opened.mailroom
    for (let after: string | null = null; (after = await contactQuality.scan(after, { limit: 3, run })) !== null;);
  }
  const kinds = async () =>
    Object.fromEntries((await opened.mailroom.contactQuality.overview()).kinds.map(({ kind, count }) => [kind, count]))

  it("finds slips, role addresses, dead mailboxes, missing names and two of one mailbox, and mends what can be", async () => {
    const { db, contacts, contactQuality, bulkActions, suppression, profiles } = opened.mailroom
    await db.transaction((tx) =>
      contacts.ensureByEmail(tx, [
        { email: "fine@example.com", source: "form", firstName: "Fine" },
        { email: "slip@gmial.com", source: "form", firstName: "Slip" },
        { email: "account@gmial.com", source: "customer", firstName: "A", customer: { id: "cus_q", hasAccount: true } },
        { email: "info@example.com", source: "form", firstName: "Info" },
        { email: "ada.lovelace@example.com", source: "form" },
        { email: "a.b@gmail.com", source: "form", firstName: "B" },
        { email: "ab+shop@gmail.com", source: "form", firstName: "B" },
        { email: "dead@example.com", source: "form", firstName: "Dead" },
      ]),
    )
    await db.transaction((tx) =>
      suppression.suppress(tx, { email: "dead@example.com", scope: "all", reason: "hard_bounce", source: "bounce" }),
    )
    await scanAll(1)
    expect(await kinds()).toEqual({ undeliverable: 1, typo: 2, role: 1, no_name: 1, duplicate: 1 })
    const preview = (await contactQuality.page("typo", { limit: 10 })).contacts
    expect(preview.map(({ email, suggestion, obstacle }) => [email, suggestion, obstacle]).sort()).toEqual([
      ["account@gmial.com", "account@gmail.com", "account"],
      ["slip@gmial.com", "slip@gmail.com", null],
    ])

    for (const quality of ["typo", "no_name"] as const) {
      const confirmed = quality === "typo" ? 2 : 1
      await bulkActions.start({ work: { kind: "correct", quality }, filter: EVERYBODY, confirmed, by: "user_1" })
      while (await bulkActions.workOff());
    }
    expect((await bulkActions.list()).map(({ changed, skipped }) => [changed, skipped])).toEqual([
      [1, {}],
      [1, { account: 1 }],
    ])
    expect(await contacts.byEmail(db, "slip@gmail.com")).toMatchObject({ marketing: "never_asked" })
    const named = await contacts.byEmail(db, "ada.lovelace@example.com")
    expect(await profiles.of(named!.contactId)).toMatchObject({ first_name: "Ada", last_name: "Lovelace" })

    await scanAll(2)
    expect(await kinds()).toEqual({ undeliverable: 1, typo: 1, role: 1, no_name: 0, duplicate: 1 })
  })
})
