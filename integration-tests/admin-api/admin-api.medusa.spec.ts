import { rmSync } from "node:fs"
import path from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateJwtToken, Modules } from "@medusajs/framework/utils"
import { ROUTE_RIGHTS } from "../../src/api/admin/mailroom/rights"
import type { Right } from "../../src/core/settings/rights"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import { unsubscribeAddress } from "../../src/core/contacts/unsubscribe-mailbox"
import { mintToken, signingKeyOf } from "../../src/core/tracking/tokens"
import { aMessage, markSent } from "../support/messages"
import { aContact } from "../support/people"
import { BODY_FIELDS, HOSTILE_BODIES, HOSTILE_IDS, HOSTILE_QUERIES, HOSTILE_VALUES } from "./hostile-input"

jest.setTimeout(120_000)

Object.assign(process.env, {
  MAILROOM_RUNTIME: "manual",
  MAILROOM_ADMIN: "off",
  MAILROOM_ENVIRONMENT: "development",
  MAILROOM_SMTP_URL: "smtp://127.0.0.1:9",
  MAILROOM_SETTINGS: JSON.stringify({
    sender: { from_email: "shop@example.com", postal_address: "1 Main Street", from_name: "Ada's" },
  }),
})

/** What else a body must hold, so that the one wrong field is the first that is named. */
const WHOLE: Record<string, object> = {
  "POST /senders": { name: "Ada's", from_name: "Ada's" },
  "POST /rights/:user_id": { see: true, edit: true, send: true, mail_out: true },
  "POST /store-emails/:id/send-test-mail": { email: "me@example.com" },
  "POST /outbox/doubts": { source_id: null, type: "newsletter", as_of: "2026-01-01T00:00:00Z", verdict: "arrived" },
  "POST /custom-actions": {
    name: "Tell the lamp maker",
    match: { kind: "product", ids: ["prod_1"] },
    recipients: [{ field: "to", by: "address", value: "lamps@example.com" }],
    heading: "Please send",
  },
  "POST /automations": { name: "Welcome" },
  "POST /autoresponders": {
    name: "Care",
    when: { trigger: "delivery.created", settings: {}, delay: { amount: 3, unit: "days" } },
    who: { segment_id: null },
    mail: { template: "order_receipt", class: "tx", topic_id: null },
  },
  "POST /autoresponders/:id": {
    name: "Care",
    when: { trigger: "delivery.created", settings: {}, delay: null },
    who: { segment_id: null },
    mail: { template: "order_receipt", class: "tx", topic_id: null },
  },
  "POST /automations/recipes/:key": { locale: "de" },
  "POST /automations/preview-text": { channel: "sms", text: "Hello {{ contact.firstName }}" },
  "POST /contacts/:id/channels": {
    action: "agree",
    channel: "sms",
    address: "+491701234567",
    agreed_on: "2026-11-01",
    wording: "Yes, text me offers.",
    reason: "said so on the phone",
  },
  "POST /automations/:id": { revision: 1 },
  "POST /automations/:id/publish": { revision: 1 },
  "POST /automations/:id/switch": { to: "off" },
  "POST /automations/:id/test-run": {
    contact_id: "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
    email: "me@example.com",
  },
  "POST /automations/:id/report": { rhythm: { every: "week" }, emails: ["boss@example.com"], is_on: true },
  "POST /tasks": { title: "Call back", assignee_id: null, due_at: "2026-12-01T09:00:00Z" },
  "POST /tasks/:id/settle": { to: "done" },
  "POST /webhooks": { name: "Stock", url: "https://example.com/hook" },
  "POST /polls": { name: "Colours", question: "Which colour?", answers: [{ text: "Red" }, { text: "Blue" }] },
  "POST /polls/:id": {
    name: "Colours",
    question: "Which colour?",
    answers: [{ text: "Red" }, { text: "Blue" }],
    revision: 1,
  },
  "POST /suppliers": { name: "Lamp works", emails: ["orders@example.com"] },
  "POST /suppliers/:id/products": { by: "product", ids: ["prod_1"] },
  "POST /mailings": { subject: "New lamps" },
  "POST /customers/serial-mail": { customer_ids: ["cus_1"] },
  "POST /mailings/:id": { revision: 1 },
  "POST /mailings/:id/correct": { revision: 1 },
  "POST /mailings/:id/timing": { window: null, not_later_than: null },
  "POST /contacts": { email: "by.hand@example.com" },
  "POST /contact-fields": { key: "club", label: "Club", type: "choice", choices: ["gold"] },
  "POST /bulk-actions": { work: { kind: "tag", tags: ["vip"] }, filter: {}, confirmed: 1 },
  "POST /events": {
    name: "loyalty.level_reached",
    key: "ada:gold",
    occurred_at: "2026-01-01T09:00:00Z",
    contact: { email: "events@example.com" },
    data: { level: "gold" },
  },
  "POST /balances": {
    balances: [{ contact: { email: "points@example.com" }, name: "points", expires_on: "2027-06-30", amount: 120 }],
  },
  "POST /contacts/:id/suppress": { scope: "all" },
  "POST /contacts/:id/lift": { suppression_id: "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", reason: "called again" },
}

/** "E-mail" and "email", "idleMinutes" and "idle_minutes" name the same field to a reader. */
const plain = (text: string) => text.replace(/[^a-z]/gi, "").toLowerCase()
const shown = (body: unknown) => JSON.stringify(body)?.slice(0, 100)

// any: bodies of some fifty routes
type Answer = { status: number; data: any; headers: Record<string, string> }
/** Two of a name are refused, which is no matter here. */
const NAMED_ONCE = ["POST /topics", "POST /polls", "POST /suppliers"]

type Call = (method: string, route: string, body?: unknown, type?: string) => Promise<Answer>

medusaIntegrationTestRunner({
  cwd: path.join(__dirname, "../.."),
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    let mailroom: Mailroom
    let drain: () => Promise<void>
    let owner: { id: string; call: Call }

    beforeEach(async () => {
      const service = getContainer().resolve("mailroom") as unknown as { mailroom: Mailroom; drain(): Promise<void> }
      mailroom = service.mailroom
      drain = () => service.drain()
      owner = await anAdmin(getContainer(), "owner@example.com")
    })

    /** A new admin user, logged in. */
    async function anAdmin(container: MedusaContainer, email: string): Promise<{ id: string; call: Call }> {
      const user = await container.resolve(Modules.USER).createUsers({ email })
      const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
        provider_identities: [{ provider: "emailpass", entity_id: email, provider_metadata: {} }],
        app_metadata: { user_id: user.id },
      })
      const token = generateJwtToken(
        { actor_id: user.id, actor_type: "user", auth_identity_id: identity.id, app_metadata: { user_id: user.id } },
        { secret: "for-demo-and-tests-only", expiresIn: "1h" },
      )
      const call: Call = async (method, route, data, type) => {
        const headers = { authorization: `Bearer ${token}`, ...(type && { "content-type": type }) }
        const url = `/admin/mailroom${route}`
        const {
          status,
          data: body,
          headers: answered,
        } = await api.request({ method, url, data, headers, validateStatus: () => true })
        return { status, data: body, headers: answered as Record<string, string> }
      }
      return { id: user.id, call }
    }

    const only = (right: Right | null) => ({
      see: right === "see",
      edit: right === "edit",
      send: right === "send",
      mail_out: right === "mail_out",
    })
    const exampleOf = (route: string) => route.replace(/:\w+/g, "00000000-0000-7000-8000-000000000000")

    describe("rights (F25)", () => {
      it("every route × every right: 403 without it, never with it; 401 without a login", async () => {
        const user = await anAdmin(getContainer(), "clerk@example.com")
        for (const held of ["see", "edit", "send", "mail_out", null] as const) {
          await mailroom.rights.set(user.id, only(held), { userId: owner.id })
          for (const [method, route, needed] of ROUTE_RIGHTS) {
            const { status } = await user.call(method, exampleOf(route))
            const allowed = needed === "login" || needed === held
            expect([held, method, route, status === 403]).toEqual([held, method, route, !allowed])
            // Bad input and unknown ids are the caller's; a 5xx would be ours.
            expect([method, route, status < 500]).toEqual([method, route, true])
          }
        }
        for (const [method, route] of ROUTE_RIGHTS) {
          const url = `/admin/mailroom${exampleOf(route)}`
          const { status } = await api.request({ method, url, validateStatus: () => true })
          expect([method, route, status]).toEqual([method, route, 401])
        }
      })

      it("are everybody's at first; who gives some keeps his own", async () => {
        const clerk = await anAdmin(getContainer(), "clerk@example.com")
        expect((await clerk.call("GET", "/rights/me")).data).toMatchObject({ is_open: true, rights: { edit: true } })
        const given = await owner.call("POST", `/rights/${clerk.id}`, {
          user_id: clerk.id,
          see: true,
          edit: false,
          send: true,
          mail_out: false,
        })
        expect(given).toMatchObject({ status: 200, data: { user: { email: "clerk@example.com", is_set: true } } })
        expect((await clerk.call("POST", "/settings", {})).data.message).toContain('right "edit"')
        const { data } = await owner.call("GET", "/rights")
        expect(data.is_open).toBe(false)
        expect(data.users).toContainEqual(
          expect.objectContaining({ user_id: owner.id, rights: expect.objectContaining({ edit: true }) }),
        )
      })
    })

    describe("what nobody should send", () => {
      /** Real ids, so that a request comes as far as a statement. */
      async function realIds(): Promise<Record<string, string>> {
        await drain()
        const [known] = await mailroom.db.transaction((tx) =>
          mailroom.contacts.ensureByEmail(tx, [{ email: "ada@example.com", source: "test" }]),
        )
        const { contactId, addressId } = known as { contactId: string; addressId: string }
        const { topics } = (await owner.call("GET", "/topics")).data
        const { mailing } = (await owner.call("POST", "/mailings", { subject: "New lamps" })).data
        return {
          senders: "msnd_default",
          "store-emails": "mauto_order_receipt",
          reports: "mauto_order_receipt",
          rights: owner.id,
          topics: topics[0].id,
          mailings: mailing.id,
          contacts: contactId,
          outbox: await aMessage(mailroom, { email: "ada@example.com", contactId, addressId }),
        }
      }
      const withId = (route: string, ids: Record<string, string>) =>
        route.replace(/:\w+/g, ids[route.split("/")[1]!] ?? "00000000-0000-7000-8000-000000000000")

      it("is the sender's mistake on every admin route: named with 400 or not found with 404, and never our 500", async () => {
        const ids = await realIds()
        const wrong: string[] = []
        let n = 0
        const ask = async (method: string, route: string, body?: unknown) => {
          const { status, data } = await owner.call(method, route, body)
          if (status >= 500) wrong.push(`${status} ${method} ${route.slice(0, 120)} ${shown(body)}: ${data?.message}`)
          return { isInvalid: data?.type === "invalid_data", message: String(data?.message ?? "") }
        }
        for (const [method, route] of ROUTE_RIGHTS) {
          if (route.includes(":"))
            for (const id of HOSTILE_IDS)
              await ask(method, route.replace(/:\w+/g, id), method === "GET" ? undefined : {})
          if (method === "GET") for (const query of HOSTILE_QUERIES) await ask(method, `${withId(route, ids)}?${query}`)
          else if (method === "POST") for (const body of HOSTILE_BODIES) await ask(method, withId(route, ids), body)
        }
        for (const [route, fields] of Object.entries(BODY_FIELDS))
          for (const field of fields)
            for (const value of HOSTILE_VALUES) {
              const [method, path] = route.split(" ") as [string, string]
              const body = {
                ...WHOLE[route],
                ...(NAMED_ONCE.includes(route) && { name: `Name ${n++}` }),
                [field]: value,
              }
              const { isInvalid, message } = await ask(method, withId(path, ids), body)
              if (isInvalid && !plain(message).includes(plain(field)))
                wrong.push(`${route} ${shown({ [field]: value })}: ${message}`)
            }
        expect(wrong).toEqual([])
        // Some seven thousand requests.
      }, 900_000)
    })

    describe("settings and readiness (F59, F60)", () => {
      it("the default sender and the built-in store e-mails are there after the first start", async () => {
        const { data } = await owner.call("GET", "/senders")
        expect(data.senders).toMatchObject([{ from_email: "shop@example.com", from_name: "Ada's", is_default: true }])
        const { store_emails: emails } = (await owner.call("GET", "/store-emails")).data
        expect(emails.map(({ key }: { key: string }) => key)).toEqual(
          expect.arrayContaining(["order_receipt", "cart_reminder"]),
        )
      })

      it("change, keep their secrets, and say what is wrong with which field", async () => {
        const change = { general: { locale: "de" }, secrets: { smtpPassword: "hunter22" } }
        const { status, data } = await owner.call("POST", "/settings", change)
        expect([status, data.settings.general.locale, data.secrets.smtpPassword.is_set]).toEqual([200, "de", true])
        expect(JSON.stringify(data)).not.toContain("hunter22")
        const wrong = await owner.call("POST", "/settings", { general: { timeZone: "Mars" } })
        expect(wrong).toMatchObject({
          status: 400,
          data: { message: expect.stringContaining('general.timeZone is "Mars"') },
        })
      })

      it("a dead SMTP server is named when asked, and nothing is sent", async () => {
        const { data } = await owner.call("POST", "/readiness/check")
        expect(data.ready).toBe(false)
        expect(data.findings[0]).toMatchObject({ key: "smtp_failed", severity: "blocks" })
        const test = await owner.call("POST", "/settings/send-test-mail", { email: "me@example.com" })
        expect(test.data).toMatchObject({ transport: { state: "failed" }, message_id: null })
      })
    })

    it("tables that are not there yet are an answer with the way out, not an error of ours", async () => {
      await mailroom.db.query({ text: `ALTER TABLE mailroom.user_right RENAME TO user_right_gone`, values: [] })
      await mailroom.db.query({ text: `ALTER TABLE mailroom.live_shop RENAME TO live_shop_gone`, values: [] })
      const { status, data } = await owner.call("GET", "/settings")
      expect([status, data.type]).toEqual([503, "database_away"])
      expect(data.message).toContain("npx medusa db:migrate")
      expect((await owner.call("GET", "/readiness")).status).toBe(200)
    })

    describe("store e-mails and go-live (F1, F61)", () => {
      it("are switched, changed by field and previewed in five languages", async () => {
        const receipt = "/store-emails/mauto_order_receipt"
        const { data } = await owner.call("POST", receipt, { is_on: true, owner_addresses: ["boss@example.com"] })
        expect(data.store_email).toMatchObject({ is_on: true, owner_copy: true, owner_addresses: ["boss@example.com"] })
        const off = await owner.call("POST", receipt, { is_on: false })
        expect(off.data.store_email).toMatchObject({ is_on: false, owner_addresses: ["boss@example.com"] })
        const wrong = await owner.call("POST", receipt, { owner_addresses: ["nobody"] })
        expect(wrong.status).toBe(400)
        const preview = await owner.call("GET", `${receipt}/preview?locale=de`)
        expect(preview.data).toMatchObject({ locale: "de", subject: expect.stringMatching(/Bestellung/) })
      })

      it("say whether the store mails by itself", async () => {
        const { data } = await owner.call("GET", "/go-live")
        expect(data).toMatchObject({ has_past_orders: false, mode: "live", shop_mails: { total: 0 } })
        expect(data.templates.length).toBeGreaterThan(10)
      })
    })

    describe("custom actions (F2)", () => {
      const action = {
        name: "Tell the lamp maker",
        is_on: true,
        match: { kind: "product", ids: ["prod_1"] },
        recipients: [{ field: "to", by: "address", value: "lamps@example.com" }],
        heading: "Please send",
        text: "",
        with_shopper: false,
        with_prices: true,
        locale: "en",
        is_tracked: false,
        is_copy_kept: true,
      }
      it("are made, changed, tried and deleted", async () => {
        const made = await owner.call("POST", "/custom-actions", action)
        expect(made).toMatchObject({ status: 200, data: { custom_action: { ...action, figures: { sent_30d: 0 } } } })
        const route = `/custom-actions/${made.data.custom_action.id}`
        const changed = await owner.call("POST", route, { with_prices: false })
        expect(changed.data.custom_action).toMatchObject({ with_prices: false, is_on: true, name: action.name })
        const tried = await owner.call("POST", `${route}/try`)
        expect(tried.data).toMatchObject({ order: null, sentence: expect.stringContaining("No order"), mails: [] })
        expect((await owner.call("DELETE", route)).data.deleted).toBe(true)
        expect((await owner.call("GET", route)).status).toBe(404)
      })
      it("name the wrong field", async () => {
        const { status, data } = await owner.call("POST", "/custom-actions", { ...action, recipients: [] })
        expect([status, data.message]).toEqual([400, expect.stringContaining("recipients")])
      })
    })

    describe("pictures (F27)", () => {
      const png = Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==",
        "base64",
      )
      it("go up as their own bytes, into the shop's File Module; what no mail shows is refused with a sentence", async () => {
        const made = await owner.call("POST", "/media?name=lamp.png&alt=A%20red%20lamp", png, "image/png")
        expect(made).toMatchObject({ status: 200, data: { media: { name: "lamp.png", width: 2, alt: "A red lamp" } } })
        const { id, url } = made.data.media
        expect(url).toMatch(/lamp\.png$/)
        rmSync(path.join(__dirname, "../../static", path.basename(url)))
        const refused = [
          ["image/png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "no PNG, JPEG, GIF or WebP"],
          ["image/svg+xml", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "no PNG, JPEG, GIF or WebP"],
          ["image/png", Buffer.alloc(6 * 1024 * 1024), "more than 5 MB"],
          ["image/png", Buffer.alloc(0), "The file is empty"],
        ] as const
        for (const [type, bytes, sentence] of refused)
          expect(await owner.call("POST", "/media?name=lamp.png", bytes, type)).toMatchObject({
            status: 400,
            data: { message: expect.stringContaining(sentence) },
          })
        expect((await owner.call("POST", `/media/${id}`, { alt: "Lit" })).data.media.alt).toBe("Lit")
        expect((await owner.call("GET", "/media?q=lit")).data.media).toMatchObject([{ id, alt: "Lit" }])
        expect((await owner.call("DELETE", `/media/${id}`)).data.deleted).toBe(true)
        expect((await owner.call("GET", "/media")).data.media).toEqual([])
      })
    })

    describe("the outbox and its page (F36)", () => {
      it("follows a test mail from the click to its page, its body, its end", async () => {
        await drain()
        const sent = await owner.call("POST", "/store-emails/mauto_welcome/send-test-mail", { email: "me@example.com" })
        expect(sent.status).toBe(200)
        const id = sent.data.message_id
        const list = await owner.call("GET", "/outbox?type=test&q=me@example.com")
        expect(list.data.messages).toMatchObject([
          { id, type: "test", status: "queued", is_test: true, star: { colour: null } },
        ])
        const body = await owner.call("GET", `/outbox/${id}/body`)
        expect(body.headers["content-security-policy"]).toContain("sandbox")
        expect(body.data).toContain("<html")
        expect((await owner.call("POST", `/outbox/${id}/cancel`)).data.message).toMatchObject({
          status: "cancelled",
          reason: "by_merchant",
        })
        expect((await owner.call("POST", `/outbox/${id}/cancel`)).status).toBe(400)
        const page = await owner.call("GET", `/outbox/${id}`)
        expect(page.data.message.why.join(" ")).toContain("Somebody of the store cancelled it.")
      })

      it("sends again to a corrected address, once for two clicks", async () => {
        await drain()
        const { data } = await owner.call("POST", "/store-emails/mauto_welcome/send-test-mail", {
          email: "ada@gmial.com",
        })
        await markSent(mailroom, data.message_id)
        const again = await owner.call("POST", `/outbox/${data.message_id}/resend`, { email: "ada@gmail.com" })
        expect(again.data.message).toMatchObject({ to: "ada@gmail.com", status: "queued" })
        const page = await owner.call("GET", `/outbox/${data.message_id}`)
        expect(page.data.message.resent_as).toMatchObject([{ to: "ada@gmail.com" }])
        expect((await owner.call("POST", `/outbox/${data.message_id}/resend`, { email: "ada@" })).status).toBe(400)
        const asked = await owner.call("GET", "/outbox/ask?email=ada@gmial.com")
        expect(asked.data).toMatchObject({
          typo_hint: "Did you mean ada@gmail.com?",
          messages: [{ id: data.message_id }],
        })
      })

      it("answers when there is nothing (F64)", async () => {
        const { data } = await owner.call("GET", "/outbox/ask?order=4711")
        expect(data.findings).toContainEqual(expect.objectContaining({ key: "no_such_order" }))
        expect((await owner.call("GET", "/outbox/ask")).status).toBe(400)
        expect((await owner.call("GET", "/outbox/nonsense")).status).toBe(404)
        expect((await owner.call("GET", "/outbox?limit=9999")).data.message).toContain("limit is")
      })

      it("has an overview", async () => {
        const { data } = await owner.call("GET", "/overview")
        expect(data).toMatchObject({
          readiness: { ready: expect.any(Boolean) },
          outbox: { queued: 0, in_doubt: 0, lanes: expect.any(Array) },
          heartbeat: { is_late: expect.any(Boolean) },
          tracking: { unrecorded_24h: 0 },
          dispatches: expect.any(Array),
        })
      })
    })

    describe("mailings, topics, contacts, reports", () => {
      it("a newsletter from draft to schedule, guarded against two tabs", async () => {
        const { data } = await owner.call("GET", "/topics")
        const made = await owner.call("POST", "/mailings", { subject: "New lamps", topic_id: data.topics[0].id })
        const { id, revision } = made.data.mailing
        expect(made.data.mailing).toMatchObject({ state: "draft", topic_name: data.topics[0].name })
        expect((await owner.call("POST", `/mailings/${id}`, { revision, preheader: "Bright" })).status).toBe(200)
        const late = await owner.call("POST", `/mailings/${id}`, { revision, preheader: "Dark" })
        expect(late).toMatchObject({
          status: 409,
          data: { type: "conflict", message: expect.stringContaining("revision") },
        })
        const preview = await owner.call("GET", `/mailings/${id}/preview`)
        expect(preview.data).toMatchObject({ subject: "New lamps", html: expect.stringContaining("<html") })
        const test = await owner.call("POST", `/mailings/${id}/send-test-mail`, { email: "me@example.com" })
        expect(test.data.message_id).toEqual(expect.any(String))
        expect((await owner.call("GET", `/mailings/${id}/checklist`)).data).toMatchObject({ can_send: false })
        expect((await owner.call("POST", `/mailings/${id}/send`)).status).toBe(400)
        expect((await owner.call("GET", `/mailings/${id}/progress`)).data).toMatchObject({
          state: "draft",
          audience: null,
        })
        expect((await owner.call("POST", `/mailings/${id}/duplicate`)).data.mailing.id).not.toBe(id)
        expect((await owner.call("DELETE", `/mailings/${id}`)).data.deleted).toBe(true)
      })

      it("a contact is found by its customer, stopped, and let go again", async () => {
        const [known] = await mailroom.db.transaction((tx) =>
          mailroom.contacts.ensureByEmail(tx, [
            { email: "ada@example.com", source: "customer", customer: { id: "cus_1", hasAccount: true } },
          ]),
        )
        const { contactId } = known as { contactId: string }
        const mails = await owner.call("GET", "/customers/cus_1/mails")
        expect(mails.data).toMatchObject({ contact: { id: contactId, state: "never_asked" }, messages: [] })
        expect((await owner.call("GET", "/customers/cus_none/mails")).data.contact).toBeNull()
        const stopped = await owner.call("POST", `/contacts/${contactId}/suppress`, {
          scope: "all",
          note: "asked by phone",
        })
        expect(stopped.data.contact).toMatchObject({
          state: "blocked",
          suppressions: [{ reason: "manual", can_lift: true }],
        })
        const suppression_id = stopped.data.contact.suppressions[0].id
        const lifted = await owner.call("POST", `/contacts/${contactId}/lift`, {
          suppression_id,
          reason: "called again",
        })
        expect(lifted.data.contact).toMatchObject({ state: "never_asked", suppressions: [] })
        expect((await owner.call("GET", "/contacts?q=ada@")).data.contacts).toMatchObject([{ id: contactId }])
      })

      it("who left by mail is handed in by whoever reads that mailbox; once more is still done, and rubbish is named", async () => {
        const person = await aContact(mailroom, "by.mail@example.com")
        const messageId = await aMessage(mailroom, person, { topicId: "mtop_newsletters" })
        const token = mintToken({ key: signingKeyOf(await mailroom.keyring.signingKeys()), type: "u", messageId })
        const to = unsubscribeAddress(token, "bounce.shop.example").toUpperCase()
        for (let n = 0; n < 2; n++)
          expect(await owner.call("POST", "/unsubscribes", { to })).toMatchObject({
            status: 200,
            data: { status: "unsubscribed" },
          })
        const page = (await owner.call("GET", `/contacts/${person.contactId}`)).data.contact
        expect(page.topics).toContainEqual(expect.objectContaining({ id: "mtop_newsletters", state: "unsubscribed" }))
        const history = await mailroom.consent.history(mailroom.db, person.contactId)
        expect(history.at(-1)).toMatchObject({ method: "mailto", message_id: messageId, actor: "contact" })
        const refused = await owner.call("POST", "/unsubscribes", { to: "unsub+nonsense@bounce.shop.example" })
        expect(refused.status).toBe(404)
        expect(refused.data.message).toContain("unsub+nonsense@bounce.shop.example")
      })

      it("reports of what runs, and their recipients as CSV", async () => {
        await mailroom.automations.switchOn("mauto_welcome")
        const { data } = await owner.call("GET", "/reports?kind=store_email")
        const line = data.reports.find((one: { source_id: string }) => one.source_id === "mauto_welcome")
        expect(line).toMatchObject({ is_running: true, sent: 0, open: null, unknown: { open: "nothing_sent" } })
        expect((await owner.call("GET", "/reports/mauto_welcome")).data.report.sent).toBe(0)
        const csv = await owner.call("GET", "/reports/mauto_welcome/recipients.csv")
        expect(csv.headers["content-type"]).toContain("text/csv")
        expect(csv.data).toContain("Address,Name,Status")
        expect((await owner.call("GET", "/reports/nothing")).status).toBe(404)
      })
    })
  },
})
