import { personalData } from "../../src/runtime/personal-data"
import { PERSONAL_TABLES } from "../../src/modules/mailroom/sql/personal-data"
import { openMailroom } from "../support/database"
import { AGREEMENT, checkedImport, imported } from "../support/imports"
import { aMessage, markSent, rowOf } from "../support/messages"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

const ADA = "Ada.Lovelace+shop@Example.com"

/** Tables without a person in them, or with nothing but ids and counts: a new table must be put here or into the code. */
const NOBODY_IN = [
  "automation",
  "automation_passage",
  "automation_step",
  "automation_version",
  "basis_record",
  "automation_report",
  "bulk_action",
  "bulk_action_member",
  "cart_product",
  "click_hand",
  "compiled_template",
  "consent_anchor",
  "consent_wording",
  "contact_field",
  "counter",
  "delivery",
  "erasure",
  "heartbeat",
  "import",
  "keyring",
  "lane",
  "limit_place",
  "live_shop",
  "mailing",
  "mailing_attachment",
  "mailing_link",
  "mailing_member",
  "mailing_variant",
  "notice",
  "notice_line",
  "observer_group",
  "media",
  "offer_set",
  "order_credit",
  "migration",
  "periodic_task",
  "preflight",
  "preflight_member",
  "poll",
  "poll_count",
  "product",
  "product_price",
  "rate_window",
  "ready_segment",
  "report_figure",
  "sender",
  "segment",
  "segment_use",
  "sending_hour",
  "setting",
  "shop_word",
  "promotion_budget",
  "supplier",
  "supplier_product",
  "webhook_endpoint",
  "tag",
  "task_turn",
  "template",
  "template_version",
  "topic",
  "trigger_event",
  "user_right",
  "import_address",
]
/** Held, but shown in another way: parts of rows above, or files as they came. */
const SHOWN_ELSEWHERE = [
  "message",
  "message_content",
  "consent_personal",
  "contact_search",
  "import_row",
  "import_problem",
  "replay",
]

describe("one person's data (GDPR)", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  const rows = <Row = Record<string, any>>(text: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Row>({ text, values })
  const drain = async () => {
    while (await opened.mailroom.erasures.advance());
  }

  /** Every value of every column of the schema as text; of bytes also what they hold in the clear. */
  async function dump(): Promise<Map<string, string>> {
    const columns = await rows<{ table: string; column: string; type: string }>(
      `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE n.nspname = 'mailroom' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
    )
    const all = new Map<string, string>()
    for (const { table, column, type } of columns) {
      const shown =
        type === "bytea"
          ? `convert_from(regexp_replace(encode("${column}", 'escape'), '\\\\', '', 'g')::bytea, 'LATIN1')`
          : `"${column}"::text`
      const [row] = await rows<{ text: string | null }>(
        `SELECT string_agg(${shown}, E'\\n') AS text FROM mailroom."${table}"`,
      )
      all.set(`${table}.${column}`, (row!.text ?? "").toLowerCase())
    }
    return all
  }

  async function aLife() {
    const { mailroom } = opened
    const { db } = mailroom
    const ada = await aContact(mailroom, ADA, subscribedTo("mtop_newsletters"))
    await imported(mailroom, `email,first name\n${ADA},Ada\nother@example.com,Grace\n`, {
      status: "subscribed",
      agreement: AGREEMENT,
    })
    await checkedImport(mailroom, `name,email\nAda,"Ada <${ADA}>"\n`, { columns: ["full_name", "email"] })
    const sent = await aMessage(mailroom, ada, {
      context: { email: ADA, firstName: "Ada" },
      to: { email: ADA, name: "Ada Lovelace" },
    })
    await markSent(mailroom, sent)
    const waiting = await aMessage(mailroom, ada)
    const receipt = await aMessage(mailroom, ada, { class: "tx", kind: "store_email", lane: "receipts", topicId: null })
    const owner = await aMessage(
      mailroom,
      { email: "owner@example.com", contactId: null, addressId: null },
      {
        class: "tx",
        topicId: null,
        context: { order: { email: ADA.toUpperCase() }, url: `https://s.example/?e=${encodeURIComponent(ADA)}` },
        bcc: [ADA.toLowerCase(), "boss@example.com"],
      },
    )
    await rows("UPDATE mailroom.message SET last_response = $2 WHERE id = $1", owner, `550 <${ADA}>: unknown`)
    await rows(
      "UPDATE mailroom.message_content SET raw = $2 WHERE message_id = $1",
      owner,
      Buffer.from(`To: ${ADA}\r\n\r\nHello`),
    )
    await rows(
      `INSERT INTO mailroom.message_event (message_id, kind, at, user_agent, ip, detail) VALUES ($1, 'click', mailroom.now(), 'Firefox', '192.0.2.0', $2)`,
      sent,
      JSON.stringify({ for: ADA }),
    )
    await rows(
      `INSERT INTO mailroom.automation (id, kind, name, settings) VALUES ('maut_x', 'custom_action', 'Tell the house', $1)`,
      JSON.stringify({ to: [ADA, "house@example.com"], note: `For ${ADA} too` }),
    )
    await rows(
      `INSERT INTO mailroom.automation_version (id, automation_id, number, trigger, nodes) VALUES ('0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', 'maut_x', 1, '{}', '[]')`,
    )
    await rows(
      `INSERT INTO mailroom.enrolment (automation_id, version_id, occurrence_key, contact_id, facts, state, due_at)
       VALUES ('maut_x', '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', $1, $2, $3, 'waiting', mailroom.now())`,
      `form:${ADA}`,
      ada.contactId,
      JSON.stringify({ shopper: { email: ADA } }),
    )
    await rows(
      `INSERT INTO mailroom.trigger_event (event, occurrence_key, payload, source, occurred_at) VALUES ('auth.password_reset', 'x', $1, 'bus', mailroom.now())`,
      JSON.stringify({ entity_id: ADA }),
    )
    await rows(
      `INSERT INTO mailroom.purchase_order (order_id, contact_id, customer_id, email_norm, currency, total, net_total, placed_at)
       VALUES ('order_1', $1, 'cus_1', $2, 'eur', 10, 8, mailroom.now())`,
      ada.contactId,
      ada.emailNorm,
    )
    await rows(
      `INSERT INTO mailroom.cart (cart_id, contact_id, email_norm, currency, item_count, item_total, last_activity_at, created_at)
       VALUES ('cart_1', $1, $2, 'eur', 1, 10, mailroom.now(), mailroom.now())`,
      ada.contactId,
      ada.emailNorm,
    )
    await mailroom.suppression.suppress(db, {
      email: ADA,
      scope: "marketing",
      reason: "complaint",
      source: "spec",
      evidence: { reporter: ADA },
    })
    await mailroom.settings.write({ owner: { addresses: [ADA, "owner@example.com"] } }, null)
    return { ada, sent, waiting, receipt, owner }
  }

  it("knows every table of the schema: who is in it, or that nobody is", async () => {
    const tables = await rows<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'mailroom' AND c.relkind IN ('r', 'p') AND NOT c.relispartition`,
    )
    const known = [...Object.keys(PERSONAL_TABLES), ...SHOWN_ELSEWHERE, ...NOBODY_IN]
    expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
  })

  it("is given out whole, and erased so that a dump holds the address nowhere while every chain verifies", async () => {
    const { mailroom } = opened
    const { ada, sent, waiting, receipt, owner } = await aLife()
    const before = await dump()
    const holding = [...before].filter(([, text]) => text.includes("ada.lovelace")).map(([place]) => place)
    // The test can fail: there is something to find in all these places.
    for (const place of [
      "message.to_email",
      "message.last_response",
      "automation.settings",
      "import_row.cells",
      "import_problem.problem",
      "consent_personal.email",
      "setting.value",
      "trigger_event.payload",
      "enrolment.facts",
      "enrolment.occurrence_key",
      "cart.email_norm",
      "suppression.evidence",
      "contact_search.text",
    ])
      expect(holding).toContain(place)

    const given = await personalData(mailroom, ada.contactId)
    expect(given.mails.map(({ id }) => id)).toEqual(expect.arrayContaining([sent, waiting, receipt]))
    expect(given.tables.consent_log!.length).toBeGreaterThan(1)
    for (const table of [
      "contact",
      "contact_address",
      "purchase_order",
      "cart",
      "enrolment",
      "suppression",
      "message_event",
    ])
      expect([table, given.tables[table]!.length]).toEqual([table, 1])
    expect(JSON.stringify(given)).not.toMatch(/email_hash|salt/)

    await expect(
      mailroom.erasures.erase(ada.contactId, { confirm: "someone@example.com", by: "user_1" }),
    ).rejects.toThrow("not this person's address")
    const started = await mailroom.erasures.erase(ada.contactId, { confirm: ADA.toLowerCase(), by: "user_1" })
    expect(started).toMatchObject({
      state: "running",
      report: { cancelled_mails: 2, mails: 3, consent_entries: expect.any(Number), carts: 1, orders: 1 },
    })
    await drain()
    const done = (await mailroom.erasures.of(ada.contactId))!
    expect(done).toMatchObject({
      state: "done",
      report: { found_in_automation: 1, found_in_setting: 1, found_in_import_row: 2, found_in_trigger_event: 1 },
    })

    const after = await dump()
    expect([...after].filter(([, text]) => text.includes("ada.lovelace")).map(([place]) => place)).toEqual([])
    for (const { contact_id } of await rows<{ contact_id: string }>(
      "SELECT DISTINCT contact_id FROM mailroom.consent_log",
    ))
      expect(await mailroom.consent.verify(mailroom.db, contact_id)).toEqual([])
    expect((await rows("SELECT settings FROM mailroom.automation WHERE id = 'maut_x'"))[0]).toEqual({
      settings: { to: ["house@example.com"], note: "For [erased] too" },
    })
    expect((await rows("SELECT value FROM mailroom.setting WHERE key = 'owner'"))[0]).toEqual({
      value: { addresses: ["owner@example.com"] },
    })
    expect((await rows("SELECT bcc FROM mailroom.message_content WHERE message_id = $1", owner))[0]).toEqual({
      bcc: ["boss@example.com"],
    })
    expect(await rowOf(mailroom, "message", sent)).toMatchObject({ status: "sent", to_email: null, contact_id: null })
    for (const id of [waiting, receipt])
      expect(await rowOf(mailroom, "message", id)).toMatchObject({ status: "cancelled", reason: "erased" })
    expect((await rows("SELECT state, outcome FROM mailroom.enrolment"))[0]).toEqual({
      state: "stopped",
      outcome: "erased",
    })
    expect((await rows("SELECT contact_id, email_norm, total::int FROM mailroom.purchase_order"))[0]).toEqual({
      contact_id: null,
      email_norm: null,
      total: 10,
    })
    await expect(mailroom.erasures.erase(ada.contactId, { confirm: ADA, by: null })).rejects.toThrow("erased before")
  })

  it("is not brought back by what the shop still knows, nor by a file; by a new order or a new sign-up it is", async () => {
    const { mailroom } = opened
    const { contacts, db, suppression } = mailroom
    const joan = await aContact(mailroom, "joan@example.com")
    await mailroom.erasures.erase(joan.contactId, { confirm: "joan@example.com", by: null })
    await drain()
    const [clock] = await rows<{ at: Date }>("SELECT mailroom.now() AS at")
    const days = (n: number) => new Date(clock!.at.getTime() + n * 86_400_000)
    const told = (source: string, change: object) =>
      db.transaction((tx) => contacts.ensureByEmail(tx, [{ email: "joan@example.com", source, ...change }]))
    expect(await told("order", { lastTransactionAt: days(-3) })).toEqual([{ ok: false, problem: "erased" }])
    expect(await told("cart", {})).toEqual([{ ok: false, problem: "erased" }])
    expect(await told("customer", { customer: { id: "cus_joan", hasAccount: true, registeredAt: days(-9) } })).toEqual([
      { ok: false, problem: "erased" },
    ])
    const file = await imported(mailroom, "email\njoan@example.com\n", { status: "subscribed", agreement: AGREEMENT })
    expect(file.result).toMatchObject({ erased: 1 })
    expect(await rows("SELECT id FROM mailroom.contact_address WHERE email_norm = 'joan@example.com'")).toEqual([])

    const [returned] = await told("order", { lastTransactionAt: days(0.01) })
    expect(returned).toMatchObject({ ok: true, marketing: "never_asked" })
    const whom = { emailHash: await mailroom.keyring.emailHash("joan@example.com"), domain: null }
    expect(await suppression.active(db, whom)).toMatchObject([
      { reason: "erasure", scope: "marketing", email_norm: null },
    ])
    await suppression.liftByConsent(db, { emailHash: whom.emailHash, topicIds: [], isDoubleOptIn: true })
    expect(await suppression.active(db, whom)).toEqual([])
  })

  it("goes on where it was when the process died in between", async () => {
    const { mailroom } = opened
    const ruth = await aContact(mailroom, "ruth@example.com")
    await imported(mailroom, "email\nruth@example.com\n", { status: "contact" })
    await mailroom.erasures.erase(ruth.contactId, { confirm: "ruth@example.com", by: null })
    const { transaction } = mailroom.db
    mailroom.db.transaction = async (work) =>
      transaction(async (tx) => {
        await work(tx)
        throw new Error("killed")
      })
    await expect(mailroom.erasures.advance()).rejects.toThrow("killed")
    mailroom.db.transaction = transaction
    await Promise.all([mailroom.erasures.advance(), mailroom.erasures.advance()])
    await drain()
    expect((await mailroom.erasures.of(ruth.contactId))!.report).toMatchObject({ found_in_import_row: 1 })
    expect([...(await dump())].filter(([, text]) => text.includes("ruth@")).map(([place]) => place)).toEqual([])
  })
})
