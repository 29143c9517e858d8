import { openLater, openMailroom } from "../support/database"
import { aMessage, markSent, rowOf } from "../support/messages"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("stopping and telling why", () => {
  let opened: Opened
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  beforeAll(async () => {
    opened = await openMailroom()
    await opened.mailroom.senders.ensureDefault({ shopName: "Shop", locale: "en" })
    await opened.mailroom.senders.update("msnd_default", { postal_address: "1 High Street" })
  })
  afterAll(() => opened.close())

  describe("the list of suppressions", () => {
    it("takes addresses and domains, finds them, and lifts by a reason what an owner may lift", async () => {
      const { suppressionList: list } = opened.mailroom
      const person = await aContact(opened.mailroom, "stop.me@shop-a.com")
      const waiting = await aMessage(opened.mailroom, person)
      const added = await list.add({ whom: { email: "Stop.Me@shop-a.com" }, scope: "all", note: "phoned" }, "user_1")
      expect(added).toMatchObject({
        email: "stop.me@shop-a.com",
        is_active: true,
        can_lift: true,
        created_by: "user_1",
      })
      expect(await rowOf(opened.mailroom, "message", waiting)).toMatchObject({
        status: "dropped",
        reason: "suppressed_manual",
      })
      const domain = await list.add({ whom: { domain: "@Dead-Shop.com" }, scope: "marketing", note: "closed" }, null)
      expect(domain).toMatchObject({ domain: "dead-shop.com", email: null })
      const found = async (query: Parameters<typeof list.list>[0]) =>
        (await list.list(query)).suppressions.map(({ id }) => id)
      expect(await found({ q: "stop.me" })).toEqual([added.id])
      expect(await found({ q: "dead" })).toEqual([domain.id])
      expect(await found({ domainsOnly: true })).toContain(domain.id)
      expect(await found({ reasons: ["complaint"] })).toEqual([])
      await list.lift(added.id, { reason: "asked us to go on", by: "user_1" })
      expect(await found({ q: "stop.me" })).toEqual([])
      expect(await list.get(added.id)).toMatchObject({ is_active: false, lift_reason: "asked us to go on" })
      expect(await found({ q: "stop.me", withLifted: true })).toEqual([added.id])
      await expect(list.lift(added.id, { reason: "again", by: null })).rejects.toThrow("does not hold any more")
    })

    it("finds what is known by its hash only, and leaves complaints to the person", async () => {
      const { suppressionList: list, suppression, keyring, db } = opened.mailroom
      const emailHash = await keyring.emailHash("erased.person@shop-b.com")
      const { id } = await suppression.complaint(db, { emailHash, messageId: null, source: "arf" })
      expect((await list.list({ q: "erased.person@shop-b.com" })).suppressions.map((one) => one.id)).toEqual([id])
      await expect(list.lift(id, { reason: "please", by: null })).rejects.toThrow("only by the person")
    })

    it("names what cannot be stopped", async () => {
      const { suppressionList: list } = opened.mailroom
      const add = (whom: { email: string } | { domain: string }, scope: "all" | "topic" = "all") =>
        list.add({ whom, scope, note: "test" }, null)
      await expect(add({ domain: "not a domain" })).rejects.toThrow('domain is "not a domain"')
      await expect(add({ email: "nobody" })).rejects.toThrow('"nobody" was refused')
      await expect(add({ email: "a@shop-a.com" }, "topic")).rejects.toThrow("topic_id is missing")
    })

    it("pages newest first without losing anybody", async () => {
      const { suppressionList: list } = opened.mailroom
      for (let n = 0; n < 5; n++)
        await list.add({ whom: { email: `page${n}@pages.com` }, scope: "all", note: "x" }, null)
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof list.list>> = await list.list({ q: "page", limit: 2, cursor })
        seen.push(...page.suppressions.map(({ email }) => email!))
        cursor = page.next_cursor
      } while (cursor)
      expect([...seen].sort()).toEqual([0, 1, 2, 3, 4].map((n) => `page${n}@pages.com`))
    })
  })

  describe("a domain that flags itself", () => {
    const bounce = async (email: string, code: string) => {
      const { keyring, suppression, db } = opened.mailroom
      const person = await aContact(opened.mailroom, email)
      const messageId = await aMessage(opened.mailroom, person)
      await markSent(opened.mailroom, messageId)
      await suppression.hardBounce(db, { emailHash: await keyring.emailHash(email), messageId, code })
      return { person, messageId }
    }
    const flagged = async () => (await opened.mailroom.deadDomains.flagged()).map(({ domain }) => domain)

    it("does so at the third address, and ends when something is delivered there", async () => {
      for (const n of [1, 2]) await bounce(`a${n}@gone-shop.com`, "5.1.2")
      expect(await opened.mailroom.deadDomains.judge()).toEqual({ flagged: [], freed: [] })
      await bounce("a3@gone-shop.com", "5.1.10")
      await bounce("b1@other-shop.com", "5.1.1")
      expect(await opened.mailroom.deadDomains.judge()).toEqual({ flagged: ["gone-shop.com"], freed: [] })
      expect(await opened.mailroom.deadDomains.judge()).toEqual({ flagged: [], freed: [] })
      expect(await flagged()).toEqual(["gone-shop.com"])
      const healthy = await aContact(opened.mailroom, "fine@gone-shop.com")
      expect(await opened.mailroom.why.ofContact(healthy.contactId)).toMatchObject({
        verdict: "drop",
        reason: "suppressed_domain",
        key: "domain_stopped_until",
        values: { domain: "gone-shop.com" },
      })
      const messageId = await aMessage(opened.mailroom, healthy)
      await markSent(opened.mailroom, messageId)
      await rows(
        `INSERT INTO mailroom.message_fold (message_id, delivered_at) VALUES ($1, mailroom.now() + interval '1 second')`,
        messageId,
      )
      expect(await opened.mailroom.deadDomains.judge()).toEqual({ flagged: [], freed: ["gone-shop.com"] })
      expect(await flagged()).toEqual([])
    })

    it("ends by itself after thirty days", async () => {
      for (const n of [1, 2, 3]) await bounce(`c${n}@closed-shop.com`, "5.4.4")
      await opened.mailroom.deadDomains.judge()
      expect(await flagged()).toContain("closed-shop.com")
      const later = await openLater(opened.url, "31days")
      await later.mailroom.deadDomains.judge()
      expect((await later.mailroom.deadDomains.flagged()).map(({ domain }) => domain)).not.toContain("closed-shop.com")
      await later.close()
    })
  })

  describe("why", () => {
    it("names the topic, the day and the mail whose link was used; for the message it kept back, and for the next", async () => {
      const { preferences, why, mailings } = opened.mailroom
      const mailing = await mailings.create({ name: "Spring sale", topic_id: "mtop_promotions" }, null)
      const person = await aContact(opened.mailroom, "left@why-shop.com", subscribedTo("mtop_promotions"))
      const sent = await aMessage(opened.mailroom, person, { sourceId: mailing.id, topicId: "mtop_promotions" })
      await markSent(opened.mailroom, sent)
      const waiting = await aMessage(opened.mailroom, person, { sourceId: "mlg_next", topicId: "mtop_promotions" })
      const whose = (await preferences.recipientOfMessage(sent))!
      await preferences.leave(whose, "mail", { source: "mail", method: "one_click", actor: "contact", messageId: sent })
      const said = {
        key: "left_topic_by_mail",
        values: { topic: "Promotions", mail: "Spring sale", at: expect.any(String) },
        text: expect.stringMatching(/^Not sent: left “Promotions” on .+ through the link in “Spring sale”\.$/),
      }
      expect(await why.ofMessage(waiting)).toMatchObject({ verdict: "drop", reason: "unsubscribed", ...said })
      expect(await why.ofContact(person.contactId, { topicId: "mtop_promotions" })).toMatchObject({
        verdict: "drop",
        ...said,
      })
      expect(await why.ofContact(person.contactId, { mailingId: mailing.id })).toMatchObject({ verdict: "sent" })
      expect(await why.ofContact(person.contactId, { messageClass: "tx" })).toMatchObject({ key: "would_send_receipt" })
    })

    it("tells what held then, though it was lifted since", async () => {
      const { suppressionList: list, why } = opened.mailroom
      const person = await aContact(opened.mailroom, "then@why-shop.com")
      const waiting = await aMessage(opened.mailroom, person)
      const { id } = await list.add({ whom: { email: person.email }, scope: "all", note: "wrong person" }, "user_1")
      await list.lift(id, { reason: "right person", by: "user_1" })
      expect(await why.ofMessage(waiting)).toMatchObject({
        key: "stopped_by_store_because",
        values: { note: "wrong person" },
      })
      expect(await why.ofContact(person.contactId, { topicId: "mtop_newsletters" })).toMatchObject({
        verdict: "send",
        key: "would_send_topic",
        values: { topic: "Newsletters" },
      })
      expect((await why.ofMessages([waiting, "not an id"])).size).toBe(1)
    })

    it("knows an end, a pause and nobody", async () => {
      const { why, db, consent } = opened.mailroom
      const ended = await aContact(opened.mailroom, "ended@why-shop.com", [
        {
          purpose: "marketing",
          action: "grant",
          basis: "casl_implied_inquiry",
          expiresAt: new Date(Date.now() - 1000),
        },
      ])
      expect(await why.ofContact(ended.contactId)).toMatchObject({ key: "consent_ended", reason: "consent_expired" })
      const paused = await aContact(opened.mailroom, "paused@why-shop.com")
      const until = new Date(Date.now() + 24 * 3600 * 1000)
      await db.transaction((tx) =>
        consent.append(
          tx,
          [{ addressId: paused.addressId, said: [{ purpose: "pause", action: "grant", expiresAt: until }] }],
          { source: "preferences", actor: "contact" },
        ),
      )
      expect(await why.ofContact(paused.contactId)).toMatchObject({
        key: "paused",
        values: { until: until.toISOString() },
      })
      await expect(why.ofContact("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")).rejects.toThrow("There is no contact")
      await expect(why.ofContact(paused.contactId, { topicId: "mtop_none" })).rejects.toThrow("There is no topic")
    })
  })
})
