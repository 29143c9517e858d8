import { Readable } from "node:stream"
import { importPlanSchema, type ImportPlan } from "../../src/core/contacts/import-plan"
import { importer } from "../../src/runtime/imports"
import { openMailroom } from "../support/database"
import { AGREEMENT, checkedImport, drainImports, imported } from "../support/imports"
import { aMessage, rowOf } from "../support/messages"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("importing contacts", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  let n = 0
  const email = () => `import${n++}@example.com`
  const yes: Partial<ImportPlan> = { status: "subscribed", agreement: AGREEMENT, topicIds: ["mtop_newsletters"] }
  const rows = <Row = Record<string, any>>(text: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Row>({ text, values })
  const person = async (address: string) => {
    const { db, contacts, consent } = opened.mailroom
    const known = await contacts.byEmail(db, address)
    return (
      known && {
        ...known,
        state: await consent.stateOf(db, known.addressId),
        history: await consent.history(db, known.contactId),
      }
    )
  }

  it("makes people with profile, tags and provable consent, and a chain that verifies", async () => {
    const [ada, grace] = [email(), email()]
    const done = await imported(
      opened.mailroom,
      `Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,CONFIRM_IP,CC,LEID,TAGS\n` +
        `${ada},Ada,Lovelace,2,,2024-03-14 09:14:00,203.0.113.77,GB,1,"""VIP"",""Blog"""\n${grace},Grace,,2,,,,US,2,\n`,
      { fileName: "subscribed_email_audience_export.csv", ...yes },
    )
    expect(done).toMatchObject({ state: "done", rows: 2, result: { rows: 2, subscribed: 2, new: 2 } })
    const made = (await person(ada))!
    expect(made.state.marketing).toMatchObject({
      state: "subscribed",
      basis: "express_doi",
      since: new Date("2024-03-14T09:14:00Z"),
    })
    expect(made.state.topics.mtop_newsletters).toMatchObject({ state: "subscribed" })
    expect(made.history).toMatchObject([
      {
        purpose: "marketing",
        action: "grant",
        source: "import",
        wording: AGREEMENT.wording,
        ip: "203.0.113.0",
        note: AGREEMENT.note,
        actor: "user_1",
      },
      { purpose: "topic", topic_id: "mtop_newsletters" },
    ])
    expect((await person(grace))!.state.marketing.since).toEqual(new Date("2025-05-01T00:00:00Z"))
    const [row] = await rows(
      "SELECT first_name, last_name, country, tags, source FROM mailroom.contact WHERE id = $1",
      made.contactId,
    )
    expect(row).toEqual({
      first_name: "Ada",
      last_name: "Lovelace",
      country: "GB",
      tags: ["VIP", "Blog"],
      source: "import",
    })
    // The state beside the log is its fold: exactly what the log service itself would have written.
    expect(
      await rows(
        "SELECT marketing, marketing_basis, marketing_since FROM mailroom.contact_address WHERE id = $1",
        made.addressId,
      ),
    ).toEqual([
      { marketing: "subscribed", marketing_basis: "express_doi", marketing_since: made.state.marketing.since },
    ])
    expect(await opened.mailroom.consent.verify(opened.mailroom.db, made.contactId)).toEqual([])
  })

  it("demands basis, wording and day before anybody becomes subscribed", async () => {
    const file = Readable.from([Buffer.from(`email\n${email()}\n`)])
    const { id } = await opened.mailroom.imports.upload(file, { kind: "contacts", fileName: "x.csv", by: null })
    const check = (plan: object) =>
      opened.mailroom.imports.check(id, importPlanSchema.parse({ columns: ["email"], ...plan }))
    await expect(check({ status: "subscribed" })).rejects.toThrow("nobody becomes subscribed without a legal basis")
    await expect(check({ ...yes, agreement: { ...AGREEMENT, date: "2199-01-01" } })).rejects.toThrow("in the future")
    await expect(check({ ...yes, topicIds: ["mtop_nowhere"] })).rejects.toThrow('there is no topic "mtop_nowhere"')
    await expect(check({ columns: ["email", null] })).rejects.toThrow("the file has 1 columns")
    await expect(opened.mailroom.imports.start(id)).rejects.toThrow('is "uploaded"')
  })

  it("never lifts a leaving, a block or a complaint, and says how many it met: dry run and import count alike", async () => {
    const { mailroom } = opened
    const [left, complained, dead, erased, fresh, known] = [email(), email(), email(), email(), email(), email()]
    const leaver = await aContact(mailroom, left)
    const whose = (await mailroom.preferences.recipientOfAddress(leaver.addressId))!
    await mailroom.preferences.leave(whose, "all", { source: "mail", method: "one_click", actor: "contact" })
    await aContact(mailroom, known)
    const suppress = (address: string, reason: "complaint" | "hard_bounce" | "erasure", scope: "all" | "marketing") =>
      mailroom.suppression.suppress(mailroom.db, {
        email: address,
        reason,
        source: "spec",
        ...(scope === "all" ? { scope } : { scope }),
      })
    await suppress(complained, "complaint", "marketing")
    await suppress(dead, "hard_bounce", "all")
    await suppress(erased, "erasure", "all")
    await mailroom.suppression.suppress(mailroom.db, {
      domain: "blocked.example.com",
      scope: "all",
      reason: "manual",
      source: "spec",
    })
    const file = [
      "email",
      left,
      complained,
      dead,
      erased,
      fresh,
      known,
      "x@blocked.example.com",
      "nobody",
      fresh.toUpperCase(),
    ].join("\n")
    const wanted = {
      rows: 9,
      invalid: 1,
      repeated: 1,
      subscribed: 1,
      already_subscribed: 1,
      kept_unsubscribed: 1,
      kept_complaint: 1,
      kept_hard_bounce: 1,
      kept_domain: 1,
      erased: 1,
      new: 4,
      known: 2,
    }
    const checked = await checkedImport(mailroom, file, yes)
    expect(checked.checked).toEqual(wanted)
    expect(await person(fresh)).toBeNull()
    await mailroom.imports.start(checked.id)
    await drainImports(mailroom)
    expect((await mailroom.imports.get(checked.id)).result).toEqual(wanted)
    for (const address of [left, complained, dead])
      expect((await person(address))!.state.marketing.state).not.toBe("subscribed")
    expect(await person(erased)).toBeNull()
    expect((await person(left))!.history.filter(({ source }) => source === "import")).toEqual([])
  })

  it("takes over who left, bounced or complained elsewhere, and what waits for them is taken back", async () => {
    const { mailroom } = opened
    const reader = await aContact(mailroom, email(), subscribedTo("mtop_newsletters"))
    const waiting = await aMessage(mailroom, reader)
    const [bounced, complained] = [email(), email()]
    await imported(mailroom, `email;status\n${reader.email};Unsubscribed\n${bounced};cleaned\n${complained};spam\n`, {
      ...yes,
      status: "contact",
    })
    expect((await person(reader.email))!.state).toMatchObject({
      marketing: { state: "unsubscribed" },
      topics: { mtop_newsletters: { state: "unsubscribed" } },
    })
    expect(await rowOf(mailroom, "message", waiting)).toMatchObject({ status: "cancelled", reason: "unsubscribed" })
    const holding = await rows(
      "SELECT email_norm, scope, reason, source FROM mailroom.suppression WHERE email_norm = ANY($1) ORDER BY reason",
      [reader.email, bounced, complained],
    )
    expect(holding).toEqual([
      { email_norm: complained, scope: "marketing", reason: "complaint", source: "import" },
      { email_norm: bounced, scope: "all", reason: "hard_bounce", source: "import" },
      { email_norm: reader.email, scope: "marketing", reason: "unsubscribed", source: "import" },
    ])
  })

  it("lets a later yes of the person's own stand against an older leaving", async () => {
    const reader = await aContact(opened.mailroom, email())
    await imported(opened.mailroom, `Email,UNSUB_TIME\n${reader.email},2019-01-01 10:00:00\n`, {
      status: "unsubscribed",
    })
    expect((await person(reader.email))!.state.marketing.state).toBe("subscribed")
    expect(await rows("SELECT id FROM mailroom.suppression WHERE email_norm = $1", reader.email)).toEqual([])
  })

  it("counts a no anywhere in the file, whichever row comes first", async () => {
    const [a, b] = [email(), email()]
    await imported(
      opened.mailroom,
      `email,status\n${a},subscribed\n${a},unsubscribed\n${b},unsubscribed\n${b},subscribed\n`,
      yes,
    )
    expect((await person(a))!.state.marketing.state).toBe("unsubscribed")
    expect((await person(b))!.state.marketing.state).toBe("unsubscribed")
  })

  it("changes nothing when the same file comes twice", async () => {
    const file = `email,Vorname,tags\n${email()},Jürgen,vip\n${email()},Åsa,\n`
    const bytes = Buffer.from(file, "latin1")
    const first = await imported(opened.mailroom, bytes, yes)
    expect(first).toMatchObject({ encoding: "windows-1252", separator: ",", result: { new: 2, subscribed: 2 } })
    const count = () =>
      rows(
        "SELECT (SELECT count(*) FROM mailroom.contact)::int AS contacts, (SELECT count(*) FROM mailroom.consent_log)::int AS words",
      )
    const before = await count()
    expect((await imported(opened.mailroom, bytes, yes)).result).toMatchObject({ known: 2, already_subscribed: 2 })
    expect(await count()).toEqual(before)
  })

  it("gives the refused rows back as a file, with line and reason", async () => {
    const { id } = await checkedImport(opened.mailroom, `email;note\nnobody;=cmd()\n${email()};x\n;y\n`)
    let csv = ""
    for await (const piece of opened.mailroom.imports.problemsCsv(id)) csv += piece
    expect(csv.split("\r\n")).toEqual([
      "Row,Problem,email,note",
      `2,"""nobody"" is no e-mail address: it must be exactly one address with one @.",nobody,'=cmd()`,
      '4,""""" is no e-mail address: no address was given.",,y',
      "",
    ])
  })

  it.each<[string, string, string]>([
    ["a quotation mark that is never closed", `email,name\n"a@example.com,${"x".repeat(300_000)}`, "never closed"],
    ["an empty file", "", "no rows"],
    ["a file of names only", "email,name\n", "no rows"],
  ])("refuses %s with a sentence and leaves nothing behind", async (_, text, sentence) => {
    const before = await rows("SELECT count(*)::int AS n FROM mailroom.import")
    const file = Readable.from([Buffer.from(text)])
    await expect(
      opened.mailroom.imports.upload(file, { kind: "contacts", fileName: "x.csv", by: null }),
    ).rejects.toThrow(sentence)
    expect(await rows("SELECT count(*)::int AS n FROM mailroom.import")).toEqual(before)
  })

  it("goes on after the last whole chunk when the process dies in between, and can be cancelled", async () => {
    const { mailroom } = opened
    const { chunkRows } = mailroom.imports
    mailroom.imports.chunkRows = 20
    const many = Array.from({ length: 90 }, (_, i) => `many${i}@example.org`)
    const { id } = await checkedImport(mailroom, ["email", ...many].join("\n"), yes)
    await mailroom.imports.start(id)
    await mailroom.imports.advance()
    expect((await mailroom.imports.get(id)).position).toBe(20)
    // A chunk that dies before its commit leaves no trace.
    const { transaction } = mailroom.db
    mailroom.db.transaction = async (work) =>
      transaction(async (tx) => {
        await work(tx)
        throw new Error("killed")
      })
    await expect(mailroom.imports.advance()).rejects.toThrow("killed")
    mailroom.db.transaction = transaction
    const counted = () => rows("SELECT count(*)::int AS n FROM mailroom.contact_address WHERE domain = 'example.org'")
    expect(await counted()).toEqual([{ n: 20 }])
    // Two processes at once do the same chunk, once, or one after the other two chunks; no row twice.
    await Promise.all([mailroom.imports.advance(), mailroom.imports.advance()])
    const { position } = await mailroom.imports.get(id)
    expect([40, 60]).toContain(position)
    expect(await counted()).toEqual([{ n: position }])
    await mailroom.imports.cancel(id)
    await importer(mailroom).turn({ ignoreSchedule: true })
    expect(await counted()).toEqual([{ n: position }])
    expect(await mailroom.imports.get(id)).toMatchObject({ state: "cancelled", result: { rows: position } })
    await mailroom.imports.undo(id)
    await drainImports(mailroom)
    expect(await counted()).toEqual([{ n: 0 }])
    mailroom.imports.chunkRows = chunkRows
  })
})

describe("chunks that are written side by side", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  it("keep what others have done when one dies, go on in the gap with chunks of another size, and no row twice", async () => {
    const { mailroom } = opened
    mailroom.imports.chunkRows = 20
    const many = Array.from({ length: 90 }, (_, i) => `side${i}@example.org,tag${i}`)
    const { id } = await checkedImport(mailroom, ["email,tags", ...many].join("\n"), {
      status: "subscribed",
      agreement: AGREEMENT,
      topicIds: ["mtop_newsletters"],
    })
    await mailroom.imports.start(id)
    const { transaction } = mailroom.db
    let begun = 0
    mailroom.db.transaction = async (work) => {
      const dies = begun++ === 0
      return transaction(async (tx) => {
        const answer = await work(tx)
        if (dies) throw new Error("killed")
        return answer
      })
    }
    await expect(mailroom.imports.advance({ lanes: 3, forMs: 600_000 })).rejects.toThrow("killed")
    mailroom.db.transaction = transaction
    expect(await mailroom.imports.get(id)).toMatchObject({ state: "running", result: { rows: 70, subscribed: 70 } })
    mailroom.imports.chunkRows = 7
    while (await mailroom.imports.advance({ lanes: 3, forMs: 600_000 }));
    expect(await mailroom.imports.get(id)).toMatchObject({
      state: "done",
      result: { rows: 90, new: 90, subscribed: 90 },
    })
    const [made] = await mailroom.db.query({
      text: `SELECT count(DISTINCT a.email_norm)::int AS people, count(*)::int AS addresses,
               (SELECT count(*)::int FROM mailroom.contact_search) AS findable,
               (SELECT count(*)::int FROM mailroom.subscription) AS topics,
               (SELECT count(*)::int FROM mailroom.import_change) AS changes
             FROM mailroom.contact_address a`,
      values: [],
    })
    expect(made).toEqual({ people: 90, addresses: 90, findable: 90, topics: 90, changes: 90 })
    expect(await mailroom.consentCheck.run()).toMatchObject({ chains: 90, entries: 180, problems: [] })
  })
})

describe("taking an import back", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  const rows = <Row = Record<string, any>>(text: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Row>({ text, values })
  const stateOf = async (addressId: string) => opened.mailroom.consent.stateOf(opened.mailroom.db, addressId)

  it("removes what it made, restores what it changed, and never touches what happened since", async () => {
    const { mailroom } = opened
    const { db, contacts, consent, preferences } = mailroom
    const known = await aContact(mailroom, "known@example.com", [])
    const left = await aContact(mailroom, "left@example.com", subscribedTo("mtop_newsletters"))
    await rows("UPDATE mailroom.contact SET first_name = NULL, tags = '{old}' WHERE id = $1", known.contactId)
    const { id } = await imported(
      mailroom,
      "email,first name,last name,tags,status\nknown@example.com,Ada,Lovelace,vip,\nleft@example.com,,,,unsubscribed\nnew@example.com,Grace,,vip,\nsince@example.com,Joan,,,\n",
      { status: "subscribed", agreement: AGREEMENT, topicIds: ["mtop_newsletters", "mtop_promotions"] },
    )
    const since = (await contacts.byEmail(db, "since@example.com"))!
    const whose = (await preferences.recipientOfAddress(since.addressId))!
    await preferences.leave(whose, "all", { source: "mail", method: "one_click", actor: "contact" })
    await rows("UPDATE mailroom.contact SET last_name = 'King' WHERE id = $1", known.contactId)
    const gone = (await contacts.byEmail(db, "new@example.com"))!

    await mailroom.imports.undo(id)
    await drainImports(mailroom)
    expect(await mailroom.imports.get(id)).toMatchObject({
      state: "undone",
      undone: { contacts_removed: 1, contacts_kept: 1, suppressions_lifted: 1 },
    })
    expect(await contacts.byEmail(db, "new@example.com")).toBeNull()
    expect(
      await rows("SELECT first_name, last_name, tags FROM mailroom.contact WHERE id = $1", known.contactId),
    ).toEqual([{ first_name: null, last_name: "King", tags: ["old"] }])
    expect((await stateOf(known.addressId)).marketing.state).toBe("never_asked")
    expect(await stateOf(left.addressId)).toMatchObject({
      marketing: { state: "subscribed", basis: "express_doi" },
      topics: { mtop_newsletters: { state: "subscribed" } },
    })
    expect((await stateOf(since.addressId)).marketing.state).toBe("unsubscribed")
    expect(
      await rows("SELECT reason, lifted_at FROM mailroom.suppression WHERE email_norm = 'since@example.com'"),
    ).toEqual([{ reason: "unsubscribed", lifted_at: null }])
    for (const contactId of [known.contactId, left.contactId, since.contactId, gone.contactId])
      expect(await consent.verify(db, contactId)).toEqual([])
    expect(
      await rows(
        "SELECT p.email FROM mailroom.consent_personal p JOIN mailroom.consent_log l ON l.id = p.log_id WHERE l.contact_id = $1 AND p.email IS NOT NULL",
        gone.contactId,
      ),
    ).toEqual([])
    await expect(mailroom.imports.undo(id)).rejects.toThrow('is "undone"')
    // The log and the state beside it say the same, chain by chain.
    expect((await mailroom.consentCheck.run()).problems).toEqual([])
  })
})

describe("importing a suppression list", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  it("holds addresses and whole domains with their reasons, once, and lets go of them by the undo", async () => {
    const { mailroom } = opened
    const file =
      "address,reason\nMail: email\n".replace("Mail: email\n", "") +
      "Dead@Example.com,hard bounce\n@blocked.example,\nangry@example.com,spam complaint\n???,\n"
    const list = { kind: "suppressions", columns: ["email", "reason"] } as const
    const done = await imported(mailroom, file, { ...list, columns: [...list.columns] })
    expect(done).toMatchObject({
      checked: { rows: 4, invalid: 1, suppressed: 3 },
      result: { rows: 4, invalid: 1, suppressed: 3, already_suppressed: 0 },
    })
    const holding = () =>
      mailroom.db.query({
        text: "SELECT coalesce(email_norm, domain) AS who, scope, reason FROM mailroom.suppression WHERE lifted_at IS NULL ORDER BY 1",
        values: [],
      })
    expect(await holding()).toEqual([
      { who: "angry@example.com", scope: "marketing", reason: "complaint" },
      { who: "blocked.example", scope: "all", reason: "manual" },
      { who: "dead@example.com", scope: "all", reason: "hard_bounce" },
    ])
    expect(await imported(mailroom, file, { ...list, columns: [...list.columns] })).toMatchObject({
      checked: { already_suppressed: 3 },
      result: { suppressed: 0, already_suppressed: 3 },
    })
    await mailroom.imports.undo(done.id)
    await drainImports(mailroom)
    expect(await holding()).toEqual([])
  })
})
