import { randomUUID } from "node:crypto"
import { openMailroom } from "../support/database"
import { aContact, subscribedTo } from "../support/people"
import { signingKeyOf } from "../../src/core/tracking/tokens"
import type { MailingInput } from "../../src/modules/mailroom/services/mailings"
import { selectDeliveryFacts, type DeliveryFacts } from "../../src/modules/mailroom/sql/delivery-facts"
import { composeContent } from "../../src/runtime/compose-mail"
import { mailingPlanner } from "../../src/runtime/mailing-planner"
import { preflight } from "../../src/runtime/preflight"
import { PreflightMails } from "../../src/runtime/preflight-mail"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("the preflight", () => {
  let opened: Opened
  const rows = <Row = Record<string, unknown>>(sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Row>({ text: sql, values })

  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual", baseUrl: "https://shop.example" })
    await opened.mailroom.senders.ensureDefault({ shopName: "Shop", locale: "en" })
    await opened.mailroom.senders.update("msnd_default", {
      from_email: "news@shop.example",
      postal_address: "1 Main Street",
    })
    const { readiness } = opened.mailroom
    const state = await readiness.state()
    readiness.state = async () => ({ ...state, ready: true, marketing_ready: true, findings: [] })
  })
  afterAll(() => opened.close())

  const html = (body: string) => ({ version: 2, kind: "html", html: `<html><body>${body}</body></html>` })
  const aDraft = (topicId: string, change: MailingInput = {}) =>
    opened.mailroom.mailings.create(
      { subject: "For {{ contact.firstName }}", preheader: "Look", topic_id: topicId, is_tracked: false, ...change },
      "user_1",
    )
  async function aTopic(people: { email: string; firstName?: string | null }[]): Promise<string> {
    const { id } = await opened.mailroom.topics.create({ name: `Topic ${randomUUID().slice(0, 8)}` })
    for (const { email, firstName } of people) {
      const { contactId } = await aContact(opened.mailroom, email, subscribedTo(id))
      if (firstName !== undefined)
        await rows(`UPDATE mailroom.contact SET first_name = $2 WHERE id = $1`, contactId, firstName)
    }
    return id
  }
  async function runAll() {
    const loop = preflight(opened.mailroom)
    while ((await loop.turn()) === "more") continue
  }

  it("looks at every text of an A/B test, and names the variant", async () => {
    const topic = await aTopic([{ email: "tested@pre.example", firstName: "Ada" }])
    const words = "Words of a letter that is read. ".repeat(5)
    const { id } = await aDraft(topic, {
      document: html(`<p>${words}</p><a href="https://shop.example">Shop</a>`),
      ab: {
        variants: [{}, { subject: "Only another subject" }, { document: html(`<p>${words}</p><a href="">Shop</a>`) }],
        share: 50,
        criterion: "open",
        wait_hours: 4,
        decide: "manual",
        fallback: 1,
      },
    })
    const { preflight: service } = opened.mailroom
    await service.start(id, "user_1")
    await runAll()
    const [row] = await rows<{ n: number }>(
      `SELECT cardinality(other_version_ids) AS n FROM mailroom.preflight WHERE mailing_id = $1`,
      id,
    )
    expect(row).toEqual({ n: 2 })
    expect(await service.get(id)).toMatchObject({
      total: 1,
      done: 1,
      affected: 1,
      findings: [{ key: "dead_link", n: 1 }],
    })
    expect(await service.people(id, "dead_link")).toMatchObject([{ email: "tested@pre.example", variant: "C" }])
  })

  it("makes the mail of everybody who would get it, and names those in which something is wrong", async () => {
    const topic = await aTopic([
      { email: "ada@pre.example", firstName: "Ada" },
      { email: "blank@pre.example", firstName: " " },
      { email: "nameless@pre.example", firstName: null },
    ])
    await aContact(opened.mailroom, "left@pre.example", [
      ...subscribedTo(topic),
      { purpose: "marketing", action: "withdraw" },
    ])
    const body = `<p>Dear {{ contact.lastName | default: "friend" }}</p><a href="{{ contact.firstName }}">Yours</a><img src="" alt="x">
      <p>${"Words of a letter that is read. ".repeat(5)}</p>`
    const { id } = await aDraft(topic, { document: html(body) })
    const { preflight: service } = opened.mailroom
    expect(await service.get(id)).toBeNull()
    expect(await service.start(id, "user_1")).toMatchObject({ state: "running", total: null, done: 0, is_old: false })
    await runAll()
    expect(await service.get(id)).toMatchObject({
      state: "done",
      total: 3,
      done: 3,
      affected: 3,
      findings: [
        { key: "dead_link", n: 3 },
        { key: "missing_picture", n: 3 },
        { key: "blank_tag", n: 2 },
      ],
    })
    const named = await service.people(id, "blank_tag")
    expect(named.map(({ email, detail }) => [email, detail]).sort()).toEqual([
      ["blank@pre.example", "contact.firstName"],
      ["nameless@pre.example", "contact.firstName"],
    ])
    // Who has most is the worst, and comes first.
    const worst = await service.people(id, null)
    expect(worst).toHaveLength(3)
    expect(worst[2]).toMatchObject({ email: "ada@pre.example" })
    expect(await rows(`SELECT 1 FROM mailroom.message WHERE source_id = $1`, id)).toEqual([])
    expect(await rows(`SELECT 1 FROM mailroom.preflight_member`)).toEqual([])
  })

  it("belongs to what was written then: after an edit it is old, and can be begun anew", async () => {
    const { preflight: service, mailings } = opened.mailroom
    const draft = await aDraft(await aTopic([{ email: "eve@old.example" }]), { document: html("<p>Hello</p>") })
    await service.start(draft.id, null)
    await runAll()
    expect(await service.get(draft.id)).toMatchObject({ state: "done", is_old: false, findings: [] })
    await mailings.update(draft.id, { subject: "Other", revision: draft.revision })
    expect(await service.get(draft.id)).toMatchObject({ state: "done", is_old: true })
    expect(await service.start(draft.id, null)).toMatchObject({ state: "running", is_old: false, done: 0 })
    await service.cancel(draft.id)
  })

  it("is cancelled at once, and what a worker does after that is not kept", async () => {
    const { preflight: service } = opened.mailroom
    const { id } = await aDraft(await aTopic([{ email: "c1@stop.example" }, { email: "c2@stop.example" }]), {
      document: html("<p>Hello</p>"),
    })
    await service.start(id, null)
    await preflight(opened.mailroom).turn()
    const held = (await service.claim())!
    expect(held).toMatchObject({ mailing_id: id, total: 2 })
    expect(await service.cancel(id)).toMatchObject({ state: "cancelled", done: 0 })
    const run = { id: held.run_id, token: held.token }
    expect(await service.advance(run, 2, { affected: 1, findings: {} } as never)).toBe(false)
    expect(await service.get(id)).toMatchObject({ state: "cancelled", done: 0, affected: 0 })
    await runAll()
    expect(await rows(`SELECT 1 FROM mailroom.preflight_member WHERE run_id = $1`, held.run_id)).toEqual([])
  })

  it("goes on by another worker where one has died", async () => {
    const { preflight: service } = opened.mailroom
    const people = Array.from({ length: 5 }, (_, n) => ({ email: `d${n}@dead.example`, firstName: null }))
    const { id } = await aDraft(await aTopic(people), { document: html("<p>Hello {{ contact.firstName }}</p>") })
    await service.start(id, null)
    await preflight(opened.mailroom).turn()
    const dead = (await service.claim())!
    const tally = { affected: 2, findings: { blank_tag: { n: 2, people: [] } } }
    expect(await service.advance({ id: dead.run_id, token: dead.token }, 2, tally as never)).toBe(true)
    // Nobody else while its lease holds.
    expect(await service.claim()).toBeNull()
    await rows(`UPDATE mailroom.preflight SET lease_expires_at = mailroom.now() WHERE mailing_id = $1`, id)
    await runAll()
    expect(await service.get(id)).toMatchObject({
      state: "done",
      done: 5,
      affected: 5,
      findings: [{ key: "blank_tag", n: 5 }],
    })
  })

  it("ends with the sentence when the text is no mail, and when the mailing is on its way", async () => {
    const { preflight: service, mailings } = opened.mailroom
    const topic = await aTopic([{ email: "f@fail.example" }])
    const broken = await aDraft(topic, { document: html("<p>{{ contact.firstName | nothing }}</p>") })
    await service.start(broken.id, null)
    await runAll()
    expect(await service.get(broken.id)).toMatchObject({ state: "failed", problem: expect.stringContaining("nothing") })

    const sent = await aDraft(topic, { document: html("<p>Hello</p>") })
    await service.start(sent.id, null)
    await rows(`UPDATE mailroom.mailing SET state = 'sent' WHERE id = $1`, sent.id)
    await runAll()
    expect(await service.get(sent.id)).toMatchObject({ state: "cancelled" })
    await expect(service.start(sent.id, null)).rejects.toThrow("This mailing is sent")
    const nobody = await mailings.create({ subject: "x" }, null)
    await expect(service.start(nobody.id, null)).rejects.toThrow("It is for nobody yet")
  })

  it("looks at the mail that is sent, but for its ids", async () => {
    const { mailroom } = opened
    const topic = await aTopic([{ email: "same@bytes.example", firstName: "Grace" }])
    const { id } = await aDraft(topic, {
      is_tracked: true,
      document: html(
        `<p>Hello {{ contact.firstName }}, {{ mailing.name }}</p><a href="https://shop.example/new">New</a>`,
      ),
    })
    await mailroom.mailingDispatch.sendNow(id)
    while ((await mailingPlanner(mailroom).turn({ ignoreSchedule: true })) === "more") continue
    const mailing = await mailroom.mailings.row(id)
    const settings = await mailroom.settings.read()
    const key = signingKeyOf(await mailroom.keyring.signingKeys())
    const sender = (await mailroom.senders.resolve({ id: null }))!
    const waiting = await rows<{ id: string; domain: string }>(
      `SELECT d.message_id AS id, d.domain FROM mailroom.delivery d JOIN mailroom.message m ON m.id = d.message_id WHERE m.source_id = $1`,
      id,
    )
    const [facts] = await mailroom.db.query<DeliveryFacts>(selectDeliveryFacts(waiting))
    const versionId = facts!.template_version_id!
    const template = await mailroom.templates.compiled(versionId, facts!.locale)
    const sent = composeContent({ facts: facts!, context: facts!.context!, template, sender, settings, key })

    const mails = new PreflightMails(mailroom, {
      mailing,
      versionId,
      sender,
      settings,
      key,
      topic: { slug: facts!.topic_slug!, name: facts!.topic_name! },
    })
    const [one] = await rows<{ contact_id: string; first_name: string; last_name: string | null }>(
      `SELECT id AS contact_id, first_name, last_name FROM mailroom.contact WHERE first_name = 'Grace'`,
    )
    const person = {
      ...one!,
      row_number: 1,
      email: "same@bytes.example",
      locale: facts!.locale,
      tracking: "unknown" as const,
      region_id: null,
      country: null,
      fields: {},
      group_ids: [],
    }
    const looked = mails.compose(person, template, await mails.contextOf(person, template))
    const withoutIds = (mail: string) => mail.replace(/\/mailroom\/[a-z]\/[\w-]+/g, "/mailroom/id")
    expect(withoutIds(looked.html)).toBe(withoutIds(sent.html))
    expect(withoutIds(looked.text)).toBe(withoutIds(sent.text))
    expect(looked.subject).toBe(sent.subject)
    expect(Buffer.byteLength(looked.html)).toBe(Buffer.byteLength(sent.html))
  })
})
