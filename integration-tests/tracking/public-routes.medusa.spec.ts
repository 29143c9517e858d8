import path from "node:path"
import { generateJwtToken, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import request from "supertest"
import { pollSchema } from "../../src/core/polls/poll"
import {
  mintAggregateToken,
  mintCartToken,
  mintPollToken,
  mintSubjectToken,
  mintToken,
  readToken,
  signingKeyOf,
  type TokenKey,
} from "../../src/core/tracking/tokens"
import type { MailroomService } from "../../src/modules/mailroom/service"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import { heardEvents } from "../support/heard-events"
import { aMessage, aTemplateVersion, markSent } from "../support/messages"
import { aContact, subscribedTo } from "../support/people"
import { anAutomation } from "../support/trigger-clocks"

jest.setTimeout(180_000)

Object.assign(process.env, {
  MAILROOM_RUNTIME: "manual",
  MAILROOM_ADMIN: "off",
  MAILROOM_BASE_URL: "https://mail.shop.example",
  MAILROOM_SETTINGS: JSON.stringify({ sender: { from_email: "shop@example.com", from_name: "Ada's" } }),
})

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
const NOBODY = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"
const granted = [
  ...subscribedTo("mtop_newsletters", "mtop_promotions"),
  { purpose: "tracking" as const, action: "grant" as const },
]

medusaIntegrationTestRunner({
  cwd: path.join(__dirname, "../.."),
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    let mailroom: Mailroom
    let key: TokenKey
    let agent: ReturnType<typeof request>
    let n = 0

    beforeEach(async () => {
      mailroom = (getContainer().resolve("mailroom") as MailroomService).mailroom
      key = signingKeyOf(await mailroom.keyring.signingKeys())
      agent = request(api.defaults.baseURL!)
    })

    const rows = (text: string, ...values: unknown[]) => mailroom.db.query<Record<string, any>>({ text, values })

    async function aReader(change = {}) {
      const person = await aContact(mailroom, `http${n++}@example.com`, granted)
      const messageId = await aMessage(mailroom, person, { sourceId: `mlg_http${n}`, ...change })
      await markSent(mailroom, messageId)
      const token = (type: "o" | "c" | "u" | "p" | "v", linkIndex?: number) =>
        mintToken({ key, type, messageId, linkIndex })
      return { person, messageId, token }
    }
    const eventsOf = async (messageId: string) => {
      // What a slow machine had not stored when it answered is stored now.
      await mailroom.tracking.drain()
      return rows("SELECT kind, classification FROM mailroom.message_event WHERE message_id = $1", messageId)
    }
    const stateOf = async (addressId: string) => mailroom.consent.stateOf(mailroom.db, addressId)
    const logOf = async (contactId: string) => (await mailroom.consent.history(mailroom.db, contactId)).length

    /** Every spelling of "not our token": forged, cut, foreign key, other type, rubbish. */
    const foreign = (type: "o" | "c" | "u" | "v") => {
      const messageId = NOBODY
      const ours = mintToken({ key, type, messageId, linkIndex: 0 })
      const other = mintToken({ key: { kid: key.kid, secret: Buffer.alloc(32, 7) }, type, messageId, linkIndex: 0 })
      const otherType = mintToken({ key, type: type === "o" ? "u" : "o", messageId })
      return [other, ours.slice(0, -2), `${ours}AA`, otherType, "rubbish", "%00", "%E0%A4%A", "a".repeat(500)]
    }

    it("the archive of a topic speaks the reader's language, and a cache between readers hears of it", async () => {
      await rows("UPDATE mailroom.topic SET archive = 'unlisted' WHERE id = 'mtop_newsletters'")
      const asked = (language: string) =>
        agent.get("/mailroom/archive/newsletters").set("Accept-Language", language).expect(200)
      const german = await asked("de-AT,de;q=0.9")
      expect(german.text).toContain("Bisher wurde nichts gesendet.")
      expect(german.headers).toMatchObject({
        vary: expect.stringContaining("Accept-Language"),
        "x-robots-tag": "noindex",
      })
      expect((await asked("en")).text).toContain("Nothing has been sent yet.")
      await rows("UPDATE mailroom.topic SET archive = 'off' WHERE id = 'mtop_newsletters'")
      await agent.get("/mailroom/archive/newsletters").expect(404)
    })

    describe("the open pixel", () => {
      it("is the 43 bytes with exactly these heads, and is recorded", async () => {
        const { token, messageId } = await aReader()
        const answer = await agent.get(`/mailroom/o/${token("o")}.gif`).set("User-Agent", FIREFOX)
        expect(answer.status).toBe(200)
        expect(answer.body.toString("base64")).toBe("R0lGODlhAQABAJAAAP8AAAAAACH5BAUQAAAALAAAAAABAAEAAAICBAEAOw==")
        expect(answer.headers).toMatchObject({
          "content-type": "image/gif",
          "content-length": "43",
          "cache-control": "no-store, no-cache, must-revalidate, private, max-age=0",
          pragma: "no-cache",
          expires: "0",
          "x-content-type-options": "nosniff",
          "cross-origin-resource-policy": "cross-origin",
          "referrer-policy": "no-referrer",
        })
        for (const name of ["set-cookie", "etag", "last-modified", "content-encoding"])
          expect(answer.headers[name]).toBeUndefined()
        expect(await eventsOf(messageId)).toEqual([{ kind: "open", classification: "human" }])
      })

      it("is not counted by HEAD, and no other method is answered", async () => {
        const { token, messageId } = await aReader()
        const head = await agent.head(`/mailroom/o/${token("o")}.gif`)
        expect([head.status, head.headers["content-type"], head.headers["content-length"]]).toEqual([
          200,
          "image/gif",
          "43",
        ])
        expect((await agent.post(`/mailroom/o/${token("o")}.gif`)).status).toBe(405)
        expect(await eventsOf(messageId)).toEqual([])
      })

      it("is the picture for any token, and records none that is not ours", async () => {
        for (const token of foreign("o")) {
          const answer = await agent.get(`/mailroom/o/${token}.gif`)
          expect([token, answer.status, answer.type]).toEqual([token, 200, "image/gif"])
        }
      })

      it("of an aggregate token counts without a person", async () => {
        const templateVersionId = await aTemplateVersion(mailroom)
        await agent
          .get(`/mailroom/o/${mintAggregateToken({ key, templateVersionId, sourceId: "mlg_agg" })}.gif`)
          .set("User-Agent", FIREFOX)
        await mailroom.tracking.drain()
        expect(await rows("SELECT kind, n::int FROM mailroom.counter WHERE source_id = 'mlg_agg'")).toEqual([
          { kind: "open_anonymous", n: 1 },
        ])
      })
    })

    describe("a link", () => {
      it("leads to the target in the mail with exactly these heads, and is recorded", async () => {
        const { token, messageId } = await aReader()
        const answer = await agent
          .get(`/mailroom/c/${token("c", 1)}`)
          .set("User-Agent", FIREFOX)
          .redirects(0)
        expect(answer.status).toBe(302)
        expect(answer.headers).toMatchObject({
          location: "https://shop.example/b",
          "cache-control": "no-store, private",
          "referrer-policy": "no-referrer",
          "x-robots-tag": "noindex, nofollow",
        })
        expect(answer.headers["set-cookie"]).toBeUndefined()
        expect(await eventsOf(messageId)).toEqual([{ kind: "click", classification: "human" }])
      })

      it("is led by HEAD without being counted", async () => {
        const { token, messageId } = await aReader()
        const answer = await agent.head(`/mailroom/c/${token("c", 0)}`).redirects(0)
        expect([answer.status, answer.headers.location]).toEqual([302, "https://shop.example/a"])
        expect(await eventsOf(messageId)).toEqual([])
      })

      it("cannot be bent to another place: nothing in the request names the target", async () => {
        const { token } = await aReader()
        const bent = await agent
          .get(`/mailroom/c/${token("c", 0)}?url=https://evil.example&to=//evil.example`)
          .redirects(0)
        expect(bent.headers.location).toBe("https://shop.example/a")
        expect((await agent.get(`/mailroom/c/${token("c", 99)}`).redirects(0)).status).toBe(404)
        for (const wrong of foreign("c")) {
          const answer = await agent.get(`/mailroom/c/${wrong}?url=https://evil.example`).redirects(0)
          expect([wrong, answer.headers.location]).toEqual([wrong, undefined])
          expect(answer.status).toBeGreaterThanOrEqual(400)
        }
      })
    })

    describe("one-click unsubscribe (RFC 8058)", () => {
      const bodies: [string, (post: request.Test) => request.Test][] = [
        ["multipart", (post) => post.field("List-Unsubscribe", "One-Click")],
        ["urlencoded", (post) => post.type("form").send("List-Unsubscribe=One-Click")],
        ["empty", (post) => post],
        ["json", (post) => post.send({ any: "thing" })],
        ["broken json", (post) => post.type("json").send("{")],
      ]

      it.each(bodies)(
        "by a %s body leaves the mail's topic: plain 200, no cookie, no redirect; again is the same",
        async (_, fill) => {
          const { token, person } = await aReader()
          for (const _again of [1, 2]) {
            const answer = await fill(agent.post(`/mailroom/u/${token("u")}`)).redirects(0)
            expect([answer.status, answer.text, answer.headers["content-type"]]).toEqual([
              200,
              "Unsubscribed",
              "text/plain; charset=utf-8",
            ])
            expect(answer.headers["set-cookie"]).toBeUndefined()
            expect(answer.headers.location).toBeUndefined()
          }
          const state = await stateOf(person.addressId)
          expect(state.topics).toMatchObject({
            mtop_newsletters: { state: "unsubscribed" },
            mtop_promotions: { state: "subscribed" },
          })
          expect(
            (await mailroom.consent.history(mailroom.db, person.contactId)).filter(
              ({ action }) => action === "withdraw",
            ),
          ).toHaveLength(1)
        },
      )

      it("is never done by GET or HEAD, however often", async () => {
        const { token, person } = await aReader()
        const before = await logOf(person.contactId)
        for (const url of [
          `/mailroom/u/${token("u")}`,
          `/mailroom/p/${token("p")}`,
          `/mailroom/u/${token("u")}/preferences?action=leave_all`,
        ]) {
          await agent.get(url)
          await agent.head(url)
        }
        expect(await logOf(person.contactId)).toBe(before)
        expect((await stateOf(person.addressId)).marketing.state).toBe("subscribed")
      })

      it("answers every wrong token with one wording", async () => {
        const texts = new Set<string>()
        for (const wrong of foreign("u").filter((one) => one !== "%00")) {
          const answer = await agent.post(`/mailroom/u/${wrong}`)
          expect([wrong, answer.status]).toEqual([wrong, 404])
          texts.add(answer.text)
        }
        expect(texts.size).toBe(1)
      })

      it("takes back what is queued, in the same request", async () => {
        const { token, person } = await aReader()
        const queued = await aMessage(mailroom, person)
        await agent.post(`/mailroom/u/${token("u")}`)
        expect(await rows("SELECT status, reason FROM mailroom.message WHERE id = $1", queued)).toEqual([
          { status: "cancelled", reason: "unsubscribed" },
        ])
      })
    })

    describe("the preference page", () => {
      it("is in the reader's language, with the address masked, and locked against everything foreign", async () => {
        const { token, person } = await aReader()
        await mailroom.contacts.chooseLocale(mailroom.db, person.contactId, "de")
        const page = await agent.get(`/mailroom/u/${token("u")}`)
        expect(page.status).toBe(200)
        expect(page.text).toContain('lang="de"')
        expect(page.text).toContain("Von „Newsletter“ abmelden")
        expect(page.text).not.toContain(person.email)
        expect(page.text).not.toContain("<script")
        expect(page.headers).toMatchObject({
          "cache-control": "no-store, private",
          "x-robots-tag": "noindex, nofollow",
          "referrer-policy": "no-referrer",
        })
        expect(page.headers["content-security-policy"]).toContain("default-src 'none'")
        expect(page.headers["set-cookie"]).toBeUndefined()
      })

      it("works without a script: leave all, see it, undo it, choose topics, tracking, language and a pause", async () => {
        const { token, person } = await aReader()
        const post = (fields: [string, string][]) =>
          agent
            .post(`/mailroom/p/${token("p")}/preferences`)
            .type("form")
            .send(new URLSearchParams(fields).toString())
            .redirects(0)
        const left = await post([["action", "leave_all"]])
        expect([left.status, left.headers.location]).toEqual([303, `/mailroom/p/${token("p")}?done=left_all`])
        expect((await stateOf(person.addressId)).marketing.state).toBe("unsubscribed")
        expect((await agent.get(left.headers.location!)).text).toContain('value="undo"')
        await post([["action", "undo"]])
        expect((await stateOf(person.addressId)).topics.mtop_promotions?.state).toBe("subscribed")
        await post([
          ["action", "save"],
          ["shown", "mtop_newsletters"],
          ["shown", "mtop_promotions"],
          ["topic", "mtop_promotions"],
          ["tracking", "no"],
          ["locale", "it"],
        ])
        const state = await stateOf(person.addressId)
        expect(state.tracking.state).toBe("denied")
        expect(state.topics).toMatchObject({
          mtop_newsletters: { state: "unsubscribed" },
          mtop_promotions: { state: "subscribed" },
        })
        expect((await agent.get(`/mailroom/p/${token("p")}`)).text).toContain('lang="it"')
        await post([["action", "pause"]])
        expect((await agent.get(`/mailroom/p/${token("p")}`)).text).toContain('value="resume"')
        const nul = [
          ["action", "save"],
          ["shown", "\0"],
          ["topic", "mtop_\0"],
          ["locale", "\0"],
        ] as [string, string][]
        expect((await post(nul)).status).toBe(303)
        expect((await post([["action", "explode"]])).status).toBe(400)
        expect(
          (
            await agent
              .post(`/mailroom/p/${token("u")}/preferences`)
              .type("form")
              .send("action=leave_all")
          ).status,
        ).toBe(404)
      })

      it("opens by the shop's own link to an address", async () => {
        const { person } = await aReader()
        const page = await agent.get(`/mailroom/p/${mintSubjectToken({ key, type: "s", subjectId: person.addressId })}`)
        expect([page.status, page.text.includes("Your e-mail preferences")]).toEqual([200, true])
      })
    })

    describe("the visitors of the storefront (F10, F20)", () => {
      /** A customer with an account who agreed to be tracked, and how the Store API is asked. */
      async function aCustomer(said = granted) {
        const container = getContainer()
        const email = `visitor${n++}@example.com`
        const person = await aContact(mailroom, email, said)
        const [customer] = await container
          .resolve(Modules.CUSTOMER)
          .createCustomers([{ email, first_name: "Ada", has_account: true }])
        await rows(
          `INSERT INTO mailroom.contact_customer (customer_id, contact_id, has_account) VALUES ($1, $2, true)
           ON CONFLICT (customer_id) DO UPDATE SET contact_id = excluded.contact_id`,
          customer!.id,
          person.contactId,
        )
        const [channel] = await container
          .resolve(Modules.API_KEY)
          .createApiKeys([{ title: "Storefront", type: "publishable", created_by: "spec" }])
        const claims = { actor_id: customer!.id, actor_type: "customer", auth_identity_id: "aut_1", app_metadata: {} }
        const jwt = generateJwtToken(claims, { secret: "for-demo-and-tests-only", expiresIn: "1h" })
        const ask = (method: "get" | "post", route: string) =>
          agent[method](`/store/mailroom/${route}`).set("x-publishable-api-key", channel!.token)
        return { person, ask, loggedIn: { authorization: `Bearer ${jwt}` } }
      }

      it("get a script that every cache may keep", async () => {
        const answer = await agent.get("/mailroom/t.js")
        expect([answer.status, answer.headers["content-type"], answer.headers["set-cookie"]]).toEqual([
          200,
          "text/javascript; charset=utf-8",
          undefined,
        ])
        expect(answer.headers["cache-control"]).toContain("public")
        expect(answer.text).toContain("/store/mailroom/visits")
        const again = await agent.get("/mailroom/t.js").set("If-None-Match", answer.headers.etag!)
        expect(again.status).toBe(304)
        expect((await agent.post("/mailroom/t.js")).status).toBe(405)
      })

      it("are known by the log-in, and their pages are kept", async () => {
        const { person, ask, loggedIn } = await aCustomer()
        expect((await ask("get", "visitor")).status).toBe(401)
        const { visitor } = (await ask("get", "visitor").set(loggedIn)).body
        const answer = await ask("post", "visits").send({ visitor, pages: [{ path: "/at/sale" }] })
        expect([answer.status, answer.body]).toEqual([200, { visitor: "known" }])
        const seen = await rows(
          "SELECT kind, path FROM mailroom.visit WHERE contact_id = $1 ORDER BY kind",
          person.contactId,
        )
        expect(seen).toEqual([
          { kind: "page", path: "/sale" },
          { kind: "site", path: "/sale" },
        ])
      })

      it("are nobody without consent, with a foreign token, or with a body that is none", async () => {
        const { ask, loggedIn } = await aCustomer(subscribedTo("mtop_newsletters"))
        expect((await ask("get", "visitor").set(loggedIn)).body).toEqual({ visitor: null })
        const send = async (body: object) => {
          const answer = await ask("post", "visits").send(body)
          return [answer.status, answer.body.visitor ?? answer.body.type]
        }
        const pages = [{ path: "/" }]
        expect(await send({ visitor: "rubbish", pages })).toEqual([200, "unknown"])
        for (const body of [
          {},
          { visitor: "x", pages: [] },
          { visitor: 7, pages },
          { visitor: "x", pages: [{ path: 7 }] },
        ])
          expect(await send(body)).toEqual([400, "invalid_data"])
        expect(
          (await ask("post", "visits").send({ visitor: "x".repeat(40_000), pages })).status,
        ).toBeGreaterThanOrEqual(400)
      })

      it("arrive known by a mail's link, in the own storefront alone", async () => {
        await mailroom.settings.write({ general: { storefrontUrl: "https://store.example" } }, null)
        const links = ["https://store.example/at/products/boots?size=42", "https://elsewhere.example/"]
        const templateVersionId = await aTemplateVersion(mailroom, { links })
        const { person, token } = await aReader({ templateVersionId })
        const { location } = (await agent.get(`/mailroom/c/${token("c", 0)}`).set("User-Agent", FIREFOX)).headers
        const url = new URL(location!)
        const visitor = readToken(await mailroom.keyring.signingKeys(), url.searchParams.get("mr")!)
        expect(visitor).toMatchObject({ type: "w", contactId: person.contactId })
        expect([url.origin, url.pathname, url.searchParams.get("size")]).toEqual([
          "https://store.example",
          "/at/products/boots",
          "42",
        ])
        const away = await agent.get(`/mailroom/c/${token("c", 1)}`).set("User-Agent", FIREFOX)
        expect(away.headers.location).toBe("https://elsewhere.example/")
        const head = await agent.head(`/mailroom/c/${token("c", 0)}`)
        expect(head.headers.location).toBe(links[0])
      })

      it("any event of the bus is heard by its name", async () => {
        await anAutomation(mailroom, { kind: "store.event", settings: { name: "loyalty.raised" } })
        mailroom.ownEvents.forgetNames()
        const heard = heardEvents(getContainer())
        await getContainer()
          .resolve(Modules.EVENT_BUS)
          .emit({ name: "loyalty.raised", data: { id: "cus_1", level: "gold" } })
        // The bus hands an event over in a later turn of the event loop.
        await new Promise(setImmediate)
        await heard()
        const stored = await rows("SELECT payload FROM mailroom.trigger_event WHERE event = 'store:loyalty.raised'")
        expect(stored).toEqual([{ payload: { customer_id: "cus_1", data: { id: "cus_1", level: "gold" } } }])
      })
    })

    describe("a poll", () => {
      it("is answered by the button alone, in the reader's language, and says what was counted", async () => {
        const answers = [{ text: "Red" }, { text: "Blue" }]
        const translations = { de: { question: "Welche Farbe?", answers: { "2": "Blau" } } }
        const fields = pollSchema.parse({ name: "Colours", question: "Which colour?", answers, translations })
        const { id: pollId } = await mailroom.polls.create(fields, null)
        const { person, messageId } = await aReader()
        const link = (answer: number) => `/mailroom/q/${mintPollToken({ key, messageId, pollId, answer })}`
        const people = async () => (await mailroom.polls.get(pollId)).people

        const asked = await agent.get(link(2))
        expect(asked.status).toBe(200)
        expect(asked.text).toMatch(/value="2" checked/)
        expect(asked.headers["content-security-policy"]).toContain("default-src 'none'")
        await agent.head(link(2))
        expect(await people()).toBe(0)

        expect((await agent.post(link(2)).type("form").send("")).status).toBe(422)
        const done = await agent.post(link(2)).type("form").send("answer=2").redirects(0)
        expect(done.status).toBe(303)
        expect(await people()).toBe(1)
        const seen = await agent.get(done.headers.location!)
        expect(seen.text).toContain("Your answer: Blue")
        expect(seen.text).toContain("100%")
        expect(await eventsOf(messageId)).toEqual([])

        await rows("UPDATE mailroom.contact SET locale = 'de' WHERE id = $1", person.contactId)
        expect((await agent.get(link(1))).text).toContain("Ihre Antwort bisher: Blau")
        await rows("UPDATE mailroom.poll SET closes_at = mailroom.now() WHERE id = $1", pollId)
        expect((await agent.get(link(1))).text).toContain("Diese Umfrage ist beendet.")
        await mailroom.polls.remove(pollId)
        expect((await agent.get(link(1))).status).toBe(410)
        expect((await agent.get("/mailroom/q/rubbish")).status).toBe(404)
      })
    })

    describe("signing up in the storefront", () => {
      it("is confirmed by a button, and a look at the page confirms nothing", async () => {
        if (!(await mailroom.templates.liveVersion("confirm_subscription"))) {
          const versionId = await aTemplateVersion(mailroom)
          await rows(
            `INSERT INTO mailroom.template (id, builtin_key, name, class, live_version_id)
             VALUES ('mtpl_confirm_subscription', 'confirm_subscription', 'Confirm', 'tx', $1)
             ON CONFLICT (id) DO UPDATE SET live_version_id = $1`,
            versionId,
          )
        }
        const { createApiKeysWorkflow } = await import("@medusajs/medusa/core-flows")
        const { result } = await createApiKeysWorkflow(getContainer()).run({
          input: { api_keys: [{ title: "test", type: "publishable", created_by: "" }] },
        })
        const store = (test: request.Test) => test.set("x-publishable-api-key", result[0]!.token)
        const answer = await store(agent.post("/store/mailroom/subscriptions")).send({
          email: "Fresh@example.com",
          topics: ["newsletters"],
        })
        expect([answer.status, answer.body]).toEqual([202, { status: "pending" }])
        expect((await store(agent.post("/store/mailroom/subscriptions")).send({ email: "nope" })).status).toBe(400)
        expect((await store(agent.get("/store/mailroom/topics?locale=de"))).body.topics[1]).toMatchObject({
          slug: "promotions",
          name: "Angebote",
        })

        const [message] = await rows(
          `SELECT c.context FROM mailroom.message m JOIN mailroom.message_content c ON c.message_id = m.id WHERE m.to_email = 'Fresh@example.com'`,
        )
        const url = new URL(message!.context.confirm.url).pathname
        const known = (await mailroom.contacts.byEmail(mailroom.db, "fresh@example.com"))!
        await agent.get(url)
        await agent.head(url)
        expect((await stateOf(known.addressId)).marketing.state).toBe("pending")
        const confirmed = await agent.post(url).redirects(0)
        expect(confirmed.status).toBe(303)
        expect((await stateOf(known.addressId)).topics.mtop_newsletters?.state).toBe("subscribed")
        expect((await agent.get(url)).text).toContain("you are subscribed")
      })

      it("is asked to come back while Mailroom's tables are not there, and told no reasons", async () => {
        const { createApiKeysWorkflow } = await import("@medusajs/medusa/core-flows")
        const { result } = await createApiKeysWorkflow(getContainer()).run({
          input: { api_keys: [{ title: "test", type: "publishable", created_by: "" }] },
        })
        const store = (test: request.Test) => test.set("x-publishable-api-key", result[0]!.token)
        await rows("ALTER TABLE mailroom.topic RENAME TO topic_gone")
        await rows("ALTER TABLE mailroom.subscription_request RENAME TO subscription_request_gone")
        const answers = [
          await store(agent.post("/store/mailroom/subscriptions")).send({ email: "fresh@example.com" }),
          await store(agent.get("/store/mailroom/topics")),
        ]
        for (const { status, headers, body } of answers) {
          expect([status, headers["retry-after"], body.type]).toEqual([503, "60", "not_ready"])
          expect(body.message).not.toMatch(/relation|migrate/)
        }
        const page = await agent.get(`/mailroom/confirm/${mintSubjectToken({ key, type: "d", subjectId: NOBODY })}`)
        expect([page.status, page.headers["retry-after"]]).toEqual([503, "60"])
      })
    })

    describe("the mail in the browser, and the cart", () => {
      it("is the mail again, with no script allowed; wrong tokens find nothing", async () => {
        const { token } = await aReader()
        const page = await agent.get(`/mailroom/v/${token("v")}`)
        expect([page.status, page.text.includes("Hello")]).toEqual([200, true])
        expect(page.headers["content-security-policy"]).toContain("default-src 'none'")
        expect(page.headers["x-robots-tag"]).toBe("noindex, nofollow")
        for (const wrong of foreign("v")) expect((await agent.get(`/mailroom/v/${wrong}`)).status).toBe(404)
      })

      it("is over when no copy was kept", async () => {
        const { token } = await aReader({ isCopyKept: false, isTracked: false })
        expect((await agent.get(`/mailroom/v/${token("v")}`)).status).toBe(410)
      })

      it("says when a cart is gone, and takes no cart from the address bar", async () => {
        const gone = await agent.get(`/mailroom/cart/${mintCartToken({ key, cartId: "cart_nope" })}`)
        expect([gone.status, gone.text.includes("This cart is gone")]).toEqual([410, true])
        expect((await agent.get("/mailroom/cart/cart_nope")).status).toBe(404)
      })
    })
  },
})
