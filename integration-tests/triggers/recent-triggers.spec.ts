import { TRIGGER_KINDS } from "../../src/core/automations/triggers/kinds"
import { CLOCK_KINDS } from "../../src/runtime/trigger-clocks/run-clocks"
import { openMailroom } from "../support/database"
import { aMessage, markSent } from "../support/messages"
import { aContact } from "../support/people"
import { anAutomation, entrantsOf, look } from "../support/trigger-clocks"

type Opened = Awaited<ReturnType<typeof openMailroom>>
type Happening = { contactId: string; subjectId?: string }

describe("triggers of what has just happened (F10)", () => {
  let opened: Opened
  let n = 0
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
    for (const id of ["prod_boots", "prod_hat"])
      await rows(
        `INSERT INTO mailroom.product (product_id, title, handle, status, category_ids, in_stock)
         VALUES ($1, $1, $1, 'published', '{pcat_warm}', true)`,
        id,
      )
  })
  afterAll(() => opened.close())

  const rows = <Row = Record<string, any>>(text: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Row>({ text, values })
  const somebody = () => aContact(opened.mailroom, `person${++n}@example.com`)

  const visit =
    (kind: string, path: string, subject: string | null, ago = "0 s") =>
    async (): Promise<Happening> => {
      const { contactId } = await somebody()
      await rows(
        `INSERT INTO mailroom.visit (at, contact_id, kind, path, subject_id) VALUES (mailroom.now() - $4::interval, $1, $2, $3, $5)`,
        contactId,
        kind,
        path,
        ago,
        subject,
      )
      return { contactId }
    }

  const said = (action: "grant" | "confirm" | "withdraw") => async (): Promise<Happening> => {
    const { mailroom } = opened
    const { contactId, addressId } = await somebody()
    const words = [{ purpose: "topic", topicId: "mtop_promotions", action, basis: "express_doi" } as const]
    await mailroom.db.transaction((tx) =>
      mailroom.consent.append(tx, [{ addressId, said: words as never }], { source: "page", actor: "contact" }),
    )
    return { contactId }
  }

  async function clicked(): Promise<Happening> {
    const person = await somebody()
    const id = await aMessage(opened.mailroom, person)
    await markSent(opened.mailroom, id)
    await rows(
      `INSERT INTO mailroom.message_event (message_id, kind, at, recorded_at, classification, link_index)
       SELECT $1, 'click', t.at, t.at, k, 0 FROM (SELECT mailroom.now() - interval '61 s' AS at) t, unnest($2::text[]) k`,
      id,
      ["human", "machine"],
    )
    return { contactId: person.contactId }
  }

  const stopped = (reason: "hard_bounce" | "complaint") => async (): Promise<Happening> => {
    const person = await somebody()
    await opened.mailroom.suppression.suppress(opened.mailroom.db, {
      email: person.emailNorm,
      scope: "all",
      reason,
      source: "spec",
      evidence: {},
    })
    return { contactId: person.contactId }
  }

  async function ordered(): Promise<Happening> {
    const { contactId } = await somebody()
    const subjectId = `order_${n}`
    await rows(
      `INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, placed_at) VALUES ($1, $2, 'eur', 1, 1, mailroom.now())`,
      subjectId,
      contactId,
    )
    await rows(
      `INSERT INTO mailroom.purchase (line_id, order_id, contact_id, product_id, title, quantity, currency, net, placed_at)
       VALUES ($1, $2, $3, 'prod_boots', 'Boots', 1, 'eur', 1, mailroom.now())`,
      `line_${n}`,
      subjectId,
      contactId,
    )
    return { contactId, subjectId }
  }

  async function receipt(): Promise<Happening> {
    const person = await somebody()
    const subjectId = `order_r${n}`
    const id = await aMessage(opened.mailroom, person, {
      class: "tx",
      kind: "store_email",
      lane: "receipts",
      topicId: null,
      origin: "automation",
      sourceId: "mauto_order_receipt",
      about: { kind: "order", id: subjectId },
    })
    await markSent(opened.mailroom, id, 0)
    return { contactId: person.contactId, subjectId }
  }

  async function putIntoCart(): Promise<Happening> {
    const { contactId, emailNorm } = await somebody()
    await rows(
      `INSERT INTO mailroom.cart (cart_id, contact_id, email_norm, currency, item_count, item_total, product_ids, last_activity_at, created_at)
       VALUES ($1, $2, $3, 'eur', 1, 10, '{prod_boots}', mailroom.now(), mailroom.now())`,
      `cart_${n}`,
      contactId,
      emailNorm,
    )
    return { contactId }
  }

  /** Somebody looked at it while it was sold out (or dear); now that is over. */
  async function restocked(): Promise<Happening> {
    const looked = await visit("product", "/products/prod_hat", "prod_hat", "3 h")()
    await rows(`UPDATE mailroom.product SET restocked_at = mailroom.now() WHERE product_id = 'prod_hat'`)
    return looked
  }

  async function cheaper(): Promise<Happening> {
    const looked = await visit("product", "/products/prod_hat", "prod_hat", "3 h")()
    await rows(
      `INSERT INTO mailroom.product_price (product_id, region_id, currency, price, before, changed_at)
       VALUES ('prod_hat', 'reg_1', 'eur', 80, 100, mailroom.now())
       ON CONFLICT (product_id, region_id) DO UPDATE SET changed_at = mailroom.now()`,
    )
    return looked
  }

  const HAPPENINGS: [string, object, () => Promise<Happening>][] = [
    ["site.visited", {}, visit("site", "/", null)],
    ["section.visited", { section: "/sale" }, visit("page", "/sale/shoes", null)],
    ["product.viewed", { ids: ["prod_boots"] }, visit("product", "/products/boots", "prod_boots")],
    ["category.viewed", { ids: [] }, visit("category", "/categories/warm", "pcat_warm")],
    ["topic.subscribed", { topicIds: ["mtop_promotions"] }, said("grant")],
    ["topic.confirmed", {}, said("confirm")],
    ["topic.left", {}, said("withdraw")],
    ["mail.bounced", {}, stopped("hard_bounce")],
    ["mail.complained", {}, stopped("complaint")],
    ["item.bought", { ids: ["prod_boots"] }, ordered],
    ["category.bought", { ids: ["pcat_warm"] }, ordered],
    ["receipt.issued", {}, receipt],
    ["cart.product_added", { ids: ["prod_boots"] }, putIntoCart],
    ["product.back_in_stock", { people: "viewed" }, restocked],
    ["product.price_dropped", { percent: 10 }, cheaper],
  ]

  it.each(HAPPENINGS)(
    "%s lets its person in once, and never for what was before the switch-on",
    async (kind, settings, happen) => {
      const { mailroom } = opened
      const before = await happen()
      await look(mailroom)
      const [clock] = await rows<{ now: Date }>("SELECT mailroom.now() AS now")
      const automation = await anAutomation(mailroom, { kind, settings }, { switchedOn: clock!.now })
      await look(mailroom)
      const { contactId, subjectId } = await happen()
      await look(mailroom)
      await look(mailroom)
      const entrants = (await entrantsOf(mailroom, automation)).filter((one) =>
        [contactId, ...(kind.startsWith("product.") ? [] : [before.contactId])].includes(one.contact_id!),
      )
      expect(entrants).toHaveLength(1)
      expect(entrants[0]!.contact_id).toBe(contactId)
      if (subjectId) expect(entrants[0]!.payload).toMatchObject({ order_id: subjectId })
    },
  )

  it("link.clicked lets a person in once a mail, a minute after the click, not for a machine's", async () => {
    const { mailroom } = opened
    const hourAgo = new Date(Date.now() - 3_600_000)
    const automation = await anAutomation(mailroom, { kind: "link.clicked" }, { switchedOn: hourAgo })
    const late = await anAutomation(mailroom, { kind: "link.clicked" })
    await rows(`UPDATE mailroom.automation SET switched_on_at = mailroom.now() WHERE id = $1`, late)
    const { contactId } = await clicked()
    await look(mailroom)
    await look(mailroom)
    expect((await entrantsOf(mailroom, automation)).map((one) => one.contact_id)).toEqual([contactId])
    expect(await entrantsOf(mailroom, late)).toEqual([])
  })

  it("product.view_abandoned lets in who looked and left, not who bought, put it into the cart or looks on", async () => {
    const { mailroom } = opened
    const dayAgo = new Date(Date.now() - 24 * 3_600_000)
    const looked = visit("product", "/products/boots", "prod_boots", "241 min")
    const [left, bought, kept, on] = [await looked(), await looked(), await looked(), await looked()]
    await rows(
      `INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, placed_at) VALUES ('order_left', $1, 'eur', 1, 1, mailroom.now())`,
      bought.contactId,
    )
    await rows(
      `INSERT INTO mailroom.cart (cart_id, contact_id, currency, item_count, item_total, product_ids, last_activity_at, created_at)
       VALUES ('cart_left', $1, 'eur', 1, 10, '{prod_boots}', mailroom.now(), mailroom.now())`,
      kept.contactId,
    )
    await rows(
      `INSERT INTO mailroom.visit (at, contact_id, kind, path, subject_id) VALUES (mailroom.now() - interval '1 h', $1, 'product', '/products/hat', 'prod_hat')`,
      on.contactId,
    )
    const settings = { hours: 4, ids: ["prod_boots"] }
    const automation = await anAutomation(
      mailroom,
      { kind: "product.view_abandoned", settings },
      { switchedOn: dayAgo },
    )
    const late = await anAutomation(mailroom, { kind: "product.view_abandoned", settings })
    await rows(`UPDATE mailroom.automation SET switched_on_at = mailroom.now() - interval '1 h' WHERE id = $1`, late)
    await look(mailroom)
    await look(mailroom)
    expect((await entrantsOf(mailroom, automation)).map((one) => one.contact_id)).toEqual([left.contactId])
    expect(await entrantsOf(mailroom, late)).toEqual([])
  })

  it("mailing.finished starts once and without a person, not for mailings of before", async () => {
    const { mailroom } = opened
    const finished = (id: string) =>
      rows(
        `INSERT INTO mailroom.mailing (id, kind, state, finished_at) VALUES ($1, 'newsletter', 'sent', mailroom.now())`,
        id,
      )
    await finished("mml_before")
    const automation = await anAutomation(mailroom, { kind: "mailing.finished" })
    await rows(`UPDATE mailroom.automation SET switched_on_at = mailroom.now() WHERE id = $1`, automation)
    await finished("mml_after")
    await look(mailroom)
    await look(mailroom)
    expect(await entrantsOf(mailroom, automation)).toEqual([
      { occurrence_key: "mml_after", contact_id: null, payload: { mailing_id: "mml_after" } },
    ])
  })

  it("segment.entered remembers who is in: only who comes later enters, and again after having been away", async () => {
    const { mailroom } = opened
    const segment = await mailroom.segments.create({ kind: "list", name: "Friends" }, null)
    const [old, young] = [await somebody(), await somebody()]
    await mailroom.segmentMembers.add(segment.id, [old.contactId])
    const settings = { segmentId: segment.id }
    const automation = await anAutomation(mailroom, { kind: "segment.entered", settings }, { switchedOn: new Date() })
    const later = async () => {
      await rows(
        `UPDATE mailroom.periodic_task SET state = jsonb_set(state, $1, to_jsonb(now() - interval '5 min')) WHERE name = 'trigger-clocks'`,
        ["looks", automation, "at"],
      )
      await look(mailroom)
    }
    await look(mailroom)
    await mailroom.segmentMembers.add(segment.id, [young.contactId])
    await later()
    await later()
    const entered = async () => (await entrantsOf(mailroom, automation)).map((one) => one.contact_id)
    expect(await entered()).toEqual([young.contactId])
    await mailroom.segmentMembers.remove(segment.id, [old.contactId])
    await later()
    await mailroom.segmentMembers.add(segment.id, [old.contactId])
    await later()
    expect((await entered()).sort()).toEqual([young.contactId, old.contactId].sort())
  })

  it("rfm.entered is the same for a group of buyers", async () => {
    const { mailroom } = opened
    const [old, young] = [await somebody(), await somebody()]
    const is = (id: string, recency: number) =>
      rows(
        `INSERT INTO mailroom.contact_rfm (contact_id, recency, frequency, monetary) VALUES ($1, $2, 3, 3)
         ON CONFLICT (contact_id) DO UPDATE SET recency = excluded.recency`,
        id,
        recency,
      )
    await is(old.contactId, 1)
    await is(young.contactId, 5)
    const settings = { groups: ["at_risk"] }
    const automation = await anAutomation(mailroom, { kind: "rfm.entered", settings }, { switchedOn: new Date() })
    await look(mailroom)
    await is(young.contactId, 2)
    await rows(
      `UPDATE mailroom.periodic_task SET state = jsonb_set(state, $1, to_jsonb(now() - interval '5 min')) WHERE name = 'trigger-clocks'`,
      ["looks", automation, "at"],
    )
    await look(mailroom)
    expect((await entrantsOf(mailroom, automation)).map((one) => one.contact_id)).toEqual([young.contactId])
  })

  it("one automation whose segment is gone is named, and stops no other", async () => {
    const { mailroom } = opened
    const broken = await anAutomation(mailroom, { kind: "segment.entered", settings: { segmentId: "mseg_gone" } })
    const [clock] = await rows<{ now: Date }>("SELECT mailroom.now() AS now")
    const automation = await anAutomation(mailroom, { kind: "site.visited" }, { switchedOn: clock!.now })
    const { contactId } = await visit("site", "/", null)()
    await expect(look(mailroom)).rejects.toThrow(broken)
    expect((await entrantsOf(mailroom, automation)).map((one) => one.contact_id)).toEqual([contactId])
    await rows(`UPDATE mailroom.automation SET state = 'off' WHERE id = $1`, broken)
  })

  it("every trigger that waits for no event has a clock", () => {
    const computed = TRIGGER_KINDS.filter((kind) => kind.eventsOf(kind.defaults).length === 0).map(({ kind }) => kind)
    expect(computed.filter((kind) => !CLOCK_KINDS.includes(kind))).toEqual([])
  })
})
