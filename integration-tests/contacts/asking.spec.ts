import { consentClock } from "../../src/runtime/consent-clock"
import { shopWords } from "../../src/runtime/shop-words"
import { openLater, openMailroom } from "../support/database"
import { aMessage, aTemplateVersion, rowOf } from "../support/messages"
import { aContact } from "../support/people"
import { aCustomer, anOrder } from "../support/shop"

type Opened = Awaited<ReturnType<typeof openMailroom>>

const settings = {
  general: { baseUrl: "https://mail.shop.example" },
  consent: {
    softOptInShownAtCheckout: true,
    softOptInSince: "2020-01-01",
    softOptInWording: "No news about similar goods, please.",
  },
}

describe("asking for consent", () => {
  let opened: Opened
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  beforeAll(async () => {
    opened = await openMailroom({ settings })
    for (const key of ["confirm_subscription", "remind_subscription"])
      await rows(
        `INSERT INTO mailroom.template (id, builtin_key, name, class, live_version_id)
         VALUES ('mtpl_' || $1, $1, $1, 'tx', $2)`,
        key,
        await aTemplateVersion(opened.mailroom),
      )
    await opened.mailroom.topics.create({ name: "Quick news", is_double_opt_in: false })
  })
  afterAll(() => opened.close())

  const ask = (email: string, change = {}) =>
    opened.mailroom.subscriptions.request({ email, wording: "Yes, please.", ip: null, ...change })
  const stateOf = async (email: string) => {
    const { contacts, consent, db } = opened.mailroom
    const known = await contacts.byEmail(db, email)
    return consent.stateOf(db, known!.addressId)
  }
  const mailsTo = (email: string) => rows(`SELECT * FROM mailroom.message WHERE to_email = $1 ORDER BY id`, email)
  const send = (email: string) => rows(`UPDATE mailroom.message SET status = 'sent' WHERE to_email = $1`, email)
  const after = async (interval: string, work: (later: Opened["mailroom"]) => Promise<unknown>) => {
    const later = await openLater(opened.url, interval)
    await work(later.mailroom).finally(() => later.close())
  }
  const clock = (mailroom: Opened["mailroom"]) => consentClock(mailroom).turn({ ignoreSchedule: true })

  it("joins a topic without double opt-in at once, and asks for the others", async () => {
    await ask("mixed@example.com", { topics: ["quick-news", "newsletters"] })
    const state = await stateOf("mixed@example.com")
    expect(state.marketing).toMatchObject({ state: "subscribed", basis: "express_soi" })
    expect(
      Object.values(state.topics)
        .map((topic) => topic.state)
        .sort(),
    ).toEqual(["pending", "subscribed"])
    expect(await mailsTo("mixed@example.com")).toHaveLength(1)
  })

  it("takes nobody back without the button who left before: anybody can type an address", async () => {
    await aContact(opened.mailroom, "left@example.com", [{ purpose: "marketing", action: "withdraw" }])
    await ask("left@example.com", { topics: ["quick-news"] })
    expect((await stateOf("left@example.com")).marketing.state).toBe("pending")
    expect(await mailsTo("left@example.com")).toHaveLength(1)
  })

  it("joins nobody at once who was shown no words", async () => {
    await ask("wordless@example.com", { topics: ["quick-news"], wording: null })
    expect((await stateOf("wordless@example.com")).marketing.state).toBe("pending")
  })

  it("lets a crowd at once not past the limit of one address", async () => {
    await Promise.all(Array.from({ length: 12 }, () => ask("crowd@example.com")))
    expect(await mailsTo("crowd@example.com")).toHaveLength(3)
  })

  it("reminds once, of a mail that went out, while there is time to answer", async () => {
    await ask("slow@example.com")
    await after("73hours", clock)
    expect(await mailsTo("slow@example.com")).toHaveLength(1)
    await send("slow@example.com")
    await after("74hours", clock)
    await after("80hours", clock)
    const mails = await mailsTo("slow@example.com")
    expect(mails).toHaveLength(2)
    expect(mails.map(({ subject_id }) => subject_id)).toEqual([mails[0]!.subject_id, mails[0]!.subject_id])
    const used = await rows(
      `SELECT t.builtin_key FROM mailroom.message m JOIN mailroom.template t ON t.live_version_id = m.template_version_id
       WHERE m.to_email = 'slow@example.com' ORDER BY m.id`,
    )
    expect(used.map(({ builtin_key }) => builtin_key)).toEqual(["confirm_subscription", "remind_subscription"])
  })

  it("does not remind who has confirmed", async () => {
    await ask("quick@example.com")
    await send("quick@example.com")
    const [request] = await rows(
      `SELECT r.id FROM mailroom.subscription_request r JOIN mailroom.contact_address a ON a.id = r.address_id
       WHERE a.email_norm = 'quick@example.com'`,
    )
    await opened.mailroom.subscriptions.confirm(request!.id, { ip: null, userAgent: null })
    await after("74hours", clock)
    expect(await mailsTo("quick@example.com")).toHaveLength(1)
  })

  it("forgets after thirty days who never confirmed and is known for nothing else; the chain stays whole", async () => {
    await ask("ghost@example.com", { pageUrl: "https://shop.example/ghost" })
    await aContact(opened.mailroom, "buyer@example.com", [])
    await rows(`UPDATE mailroom.contact SET source = 'order' WHERE id IN
      (SELECT contact_id FROM mailroom.contact_address WHERE email_norm = 'buyer@example.com')`)
    await ask("buyer@example.com")
    await rows(`UPDATE mailroom.message SET status = 'sent'`)
    const { contactId } = (await opened.mailroom.contacts.byEmail(opened.mailroom.db, "ghost@example.com"))!
    await after("31days", clock)
    expect(await opened.mailroom.contacts.byEmail(opened.mailroom.db, "ghost@example.com")).toBeNull()
    for (const table of ["message", "consent_personal", "subscription_request", "contact_address", "message_content"])
      expect(await rows(`SELECT 1 FROM mailroom.${table} t WHERE t::text LIKE '%ghost%'`)).toEqual([])
    expect(await opened.mailroom.consent.verify(opened.mailroom.db, contactId)).toEqual([])
    expect((await stateOf("buyer@example.com")).marketing.state).toBe("never_asked")
  })

  it("ends consent that was given for a time in the log, too", async () => {
    const ends = new Date(Date.now() + 24 * 3600 * 1000)
    await aContact(opened.mailroom, "canada@example.com", [
      { purpose: "marketing", action: "grant", basis: "casl_implied_inquiry", expiresAt: ends },
    ])
    await after("2days", clock)
    const { contactId } = (await opened.mailroom.contacts.byEmail(opened.mailroom.db, "canada@example.com"))!
    const log = await opened.mailroom.consent.history(opened.mailroom.db, contactId)
    expect(log.at(-1)).toMatchObject({ action: "expire", actor: "system", method: "consent_ended" })
    expect((await stateOf("canada@example.com")).marketing.state).toBe("never_asked")
  })

  describe("in the shop", () => {
    const placed = async (...orders: ReturnType<typeof anOrder>[]) => {
      await opened.mailroom.db.transaction((tx) => opened.mailroom.readModel.orders(tx, orders))
      await shopWords(opened.mailroom).turn({ ignoreSchedule: true })
    }
    const registered = async (customer: ReturnType<typeof aCustomer>) => {
      await opened.mailroom.db.transaction((tx) => opened.mailroom.readModel.customers(tx, [customer]))
      await shopWords(opened.mailroom).turn({ ignoreSchedule: true })
    }
    const box = (marketing: boolean | null, change = {}) => ({
      marketing,
      topics: ["quick-news"],
      tracking: null,
      wording: "Yes, tell me.",
      locale: "de",
      pageUrl: "https://shop.example/checkout",
      ...change,
    })
    const now = () => new Date().toISOString()

    it("a box for SMS agrees to that channel alone, for a number that can be read, and not after a no", async () => {
      const { personChannels, contacts, db } = opened.mailroom
      const tick = (change: object) =>
        placed(anOrder({ email: "sms@example.com", placedAt: now(), consent: box(null, { sms: true, ...change }) }))
      const known = async () => {
        const { contactId } = (await contacts.byEmail(db, "sms@example.com"))!
        const [sms] = await personChannels.list(contactId)
        return { contactId, state: sms!.state, address: sms!.address }
      }
      await tick({ phone: "call me" })
      await tick({ phone: "0664 1234567", wording: null })
      expect(await known()).toMatchObject({ state: "never_asked", address: null })
      await tick({ phone: "0664 1234567" })
      expect(await known()).toMatchObject({ state: "granted", address: "+436641234567" })
      expect((await stateOf("sms@example.com")).marketing.state).toBe("never_asked")
      const { contactId } = await known()
      await personChannels.change(contactId, { channel: "sms", action: "withdraw", reason: "wrote STOP" }, null)
      await tick({ phone: "0664 7654321" })
      expect(await known()).toMatchObject({ state: "denied", address: "+436641234567" })
    })

    it("a ticked box at the checkout subscribes with the words that were shown", async () => {
      await placed(anOrder({ email: "box@example.com", placedAt: now(), consent: box(true) }))
      expect((await stateOf("box@example.com")).marketing).toMatchObject({ state: "subscribed", basis: "express_soi" })
      const { contactId } = (await opened.mailroom.contacts.byEmail(opened.mailroom.db, "box@example.com"))!
      const [entry] = await opened.mailroom.consent.history(opened.mailroom.db, contactId)
      expect(entry).toMatchObject({
        source: "checkout",
        wording: "Yes, tell me.",
        page_url: "https://shop.example/checkout",
      })
    })

    it("a ticked box for a topic with double opt-in sends the confirmation, once for the same order", async () => {
      const order = anOrder({
        email: "doi@example.com",
        placedAt: now(),
        consent: box(true, { topics: ["newsletters"] }),
      })
      await placed(order)
      await placed(order)
      expect((await stateOf("doi@example.com")).marketing.state).toBe("pending")
      expect(await mailsTo("doi@example.com")).toHaveLength(1)
    })

    it("an order alone gives the soft opt-in to topics that are on for new customers, unless it was refused", async () => {
      await opened.mailroom.topics.update("mtop_promotions", { is_default_on: true })
      await placed(
        anOrder({ email: "soft@example.com", placedAt: now() }),
        anOrder({ email: "refused@example.com", placedAt: now(), consent: box(false) }),
        anOrder({ email: "before@example.com", placedAt: "2019-12-31T00:00:00Z" }),
      )
      const soft = await stateOf("soft@example.com")
      expect(soft.marketing).toMatchObject({ state: "subscribed", basis: "soft_opt_in" })
      expect(Object.keys(soft.topics)).toEqual(["mtop_promotions"])
      expect((await stateOf("refused@example.com")).marketing.state).toBe("never_asked")
      expect((await stateOf("before@example.com")).marketing.state).toBe("never_asked")
    })

    it("an order never brings back who left", async () => {
      await aContact(opened.mailroom, "gone@example.com", [{ purpose: "marketing", action: "withdraw" }])
      await placed(anOrder({ email: "gone@example.com", placedAt: now() }))
      expect((await stateOf("gone@example.com")).marketing.state).toBe("unsubscribed")
    })

    it("a customer who unticks the box later is taken at the word; a box that was never ticked says nothing", async () => {
      const customer = aCustomer({ email: "account@example.com", createdAt: now(), consent: box(true) })
      await registered(customer)
      expect((await stateOf("account@example.com")).marketing.state).toBe("subscribed")
      const person = (await opened.mailroom.contacts.byEmail(opened.mailroom.db, "account@example.com"))!
      const waiting = await aMessage(opened.mailroom, person)
      await registered({ ...customer, consent: box(false) })
      expect((await stateOf("account@example.com")).marketing.state).toBe("unsubscribed")
      expect(await rowOf(opened.mailroom, "message", waiting)).toMatchObject({ status: "cancelled" })
      await registered(aCustomer({ email: "never@example.com", createdAt: now(), consent: box(false) }))
      expect((await stateOf("never@example.com")).marketing.state).toBe("never_asked")
    })

    it("a new account joins the topics that are on for new customers only where the law asks for a way out", async () => {
      await opened.mailroom.topics.update("mtop_promotions", { is_default_on: true })
      const longAgo = new Date(Date.now() - 30 * 24 * 3600 * 1000).toISOString()
      const american = aCustomer({ email: "us@example.com", countryCode: "US", createdAt: now() })
      await registered(american)
      await registered(aCustomer({ email: "de@example.com", countryCode: "DE", createdAt: now() }))
      await registered(aCustomer({ email: "ca@example.com", countryCode: "CA", createdAt: now() }))
      await registered(aCustomer({ email: "old@example.com", countryCode: "US", createdAt: longAgo }))
      await registered(
        aCustomer({ email: "guest@example.com", countryCode: "US", createdAt: now(), hasAccount: false }),
      )
      await registered(aCustomer({ email: "no@example.com", countryCode: "US", createdAt: now(), consent: box(false) }))

      const joined = await stateOf("us@example.com")
      expect(joined.marketing).toMatchObject({ state: "subscribed", basis: "opt_out_country" })
      expect(Object.keys(joined.topics)).toEqual(["mtop_promotions"])
      for (const email of ["de", "ca", "old", "guest", "no"])
        expect([email, (await stateOf(`${email}@example.com`)).marketing.state]).toEqual([email, "never_asked"])

      await registered({ ...american, consent: box(false) })
      expect((await stateOf("us@example.com")).marketing.state).toBe("unsubscribed")
    })

    it("a storefront that names a topic that does not exist harms nothing else", async () => {
      await placed(
        anOrder({ email: "typo@example.com", placedAt: now(), consent: box(true, { topics: ["nwes"] }) }),
        anOrder({ email: "fine@example.com", placedAt: now(), consent: box(true) }),
      )
      expect((await stateOf("fine@example.com")).marketing.state).toBe("subscribed")
      const [word] = await rows(`SELECT outcome FROM mailroom.shop_word WHERE outcome LIKE '%nwes%'`)
      expect(word!.outcome).toContain('there is no public topic "nwes"')
    })
  })
})
