import PostalMime from "postal-mime"
import { mailingPlanner } from "../../src/runtime/mailing-planner"
import { openDelivery } from "../support/delivery"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openDelivery>>

describe("copies of a mailing for seed addresses and observers", () => {
  let opened: Opened
  const document = {
    kind: "blocks",
    blocks: [{ type: "button", label: "Look", url: "https://shop.example/new" }],
  }

  beforeEach(async () => {
    opened = await openDelivery({
      settings: {
        delivery: { mode: "live" },
        owner: { addresses: ["owner@shop.example"] },
        tracking: { opens: "all" },
      },
    })
    const { readiness } = opened.mailroom
    const state = await readiness.state()
    readiness.state = async () => ({ ...state, ready: true, marketing_ready: true, findings: [] })
  })
  afterEach(() => opened.close())

  async function sent(change = {}): Promise<string> {
    const { mailings, mailingDispatch } = opened.mailroom
    const { id } = await mailings.create(
      { subject: "Spring", document, topic_id: "mtop_newsletters", ...change },
      "user_1",
    )
    await mailingDispatch.sendNow(id)
    const planner = mailingPlanner(opened.mailroom)
    while ((await planner.turn({ ignoreSchedule: true })) === "more") continue
    await opened.drain(opened.dispatcher({ compiled: undefined }))
    await planner.turn({ ignoreSchedule: true })
    return id
  }
  const subjects = async () => {
    const mails = await Promise.all(opened.sink.mails.map(({ raw }) => PostalMime.parse(raw)))
    return Object.fromEntries(mails.map((mail) => [mail.to![0]!.address, mail.subject]))
  }

  it("go to the owner and to each observer once, marked, untracked and in no figure", async () => {
    await aContact(opened.mailroom, "reader@copies.example")
    const { observerGroups, mailingDispatch, reports } = opened.mailroom
    await observerGroups.create({ name: "Management", emails: ["boss@shop.example", "Owner@shop.example"] })
    await observerGroups.create({ name: "Press", emails: ["boss@shop.example"] })
    const id = await sent()
    expect(await subjects()).toEqual({
      "reader@copies.example": "Spring",
      "owner@shop.example": "[Copy] Spring",
      "boss@shop.example": "[Copy] Spring",
    })
    for (const { to, raw } of opened.sink.mails)
      expect(raw.toString().includes("/mailroom/o/")).toBe(to[0] === "reader@copies.example")
    expect(await mailingDispatch.progress(id)).toMatchObject({ state: "sent", audience: 1, planned: 1, sent: 1 })
    expect(await reports.report(id)).toMatchObject({ sent: 1 })
  })

  it("do not go to who gets the mailing itself, but to who fell out of it", async () => {
    await aContact(opened.mailroom, "owner@shop.example")
    await aContact(opened.mailroom, "boss@shop.example")
    await opened.rows(
      `UPDATE mailroom.contact SET paused_until = mailroom.now() + interval '1 day'
       WHERE id = (SELECT contact_id FROM mailroom.contact_address WHERE email = 'boss@shop.example')`,
    )
    await opened.mailroom.observerGroups.create({ name: "Management", emails: ["boss@shop.example"] })
    await sent()
    expect(await subjects()).toEqual({ "owner@shop.example": "Spring", "boss@shop.example": "[Copy] Spring" })
  })

  it("go to whom the settings and the mailing name", async () => {
    await aContact(opened.mailroom, "reader@copies.example")
    const { settings, observerGroups } = opened.mailroom
    await settings.write({ copies: { seeds: ["seed@shop.example"] } }, null)
    const press = await observerGroups.create({ name: "Press", emails: ["press@shop.example"] })
    await observerGroups.create({ name: "Management", emails: ["boss@shop.example"] })
    await sent({ copies: { seeds: true, groups: [press.id] } })
    expect(Object.keys(await subjects()).sort()).toEqual([
      "press@shop.example",
      "reader@copies.example",
      "seed@shop.example",
    ])
    opened.sink.mails.length = 0
    await sent({ copies: { seeds: false, groups: [] } })
    expect(Object.keys(await subjects())).toEqual(["reader@copies.example"])
  })

  it("are one of each variant of an A/B test, and say of which", async () => {
    const { mailings, mailingDispatch, mailingVariants } = opened.mailroom
    for (let n = 0; n < 12; n++) await aContact(opened.mailroom, `reader${n}@copies.example`)
    // Those that differ in their time alone are one text.
    const ab = {
      variants: [{}, { subject: "Winter" }, { subject: "Winter", time: "09:00" }],
      share: 50,
      criterion: "click" as const,
      wait_hours: 1,
      decide: "manual" as const,
      fallback: 1,
    }
    const { id } = await mailings.create({ subject: "Spring", document, topic_id: "mtop_newsletters", ab }, "user_1")
    await mailingDispatch.sendNow(id)
    const planner = mailingPlanner(opened.mailroom)
    const go = async () => {
      while ((await planner.turn({ ignoreSchedule: true })) === "more") continue
      await opened.later("due")
      await opened.drain(opened.dispatcher({ compiled: undefined }))
    }
    await go()
    await mailingVariants.choose(id, 2, "user_1")
    await go()
    await go()
    const mails = await Promise.all(opened.sink.mails.map(({ raw }) => PostalMime.parse(raw)))
    const ofOwner = mails.filter(({ to }) => to![0]!.address === "owner@shop.example").map(({ subject }) => subject)
    expect(ofOwner.sort()).toEqual(["[Copy A] Spring", "[Copy B] Winter"])
    expect(await mailingDispatch.progress(id)).toMatchObject({ audience: 12, planned: 12 })
  })

  it("obey suppression", async () => {
    await aContact(opened.mailroom, "reader@copies.example")
    const { db, suppression } = opened.mailroom
    await suppression.suppress(db, { email: "owner@shop.example", scope: "all", reason: "manual", source: "test" })
    await sent()
    expect(Object.keys(await subjects())).toEqual(["reader@copies.example"])
  })

  it("are groups with a name of their own and real addresses", async () => {
    const { observerGroups } = opened.mailroom
    const group = await observerGroups.create({ name: "Press", emails: ["A@shop.example", "a@shop.example"] })
    await expect(observerGroups.create({ name: "press", emails: ["b@shop.example"] })).rejects.toThrow("already")
    await expect(observerGroups.create({ name: "X", emails: ["nonsense"] })).rejects.toThrow("nonsense")
    await expect(observerGroups.create({ name: " ", emails: ["b@shop.example"] })).rejects.toThrow('"name" is empty')
    await expect(observerGroups.create({ name: "X", emails: [] })).rejects.toThrow('"emails" is empty')
    const changed = await observerGroups.update(group.id, { name: "Press", emails: ["c@shop.example"] })
    expect(changed.emails).toEqual(["c@shop.example"])
    await observerGroups.remove(group.id)
    await expect(observerGroups.remove(group.id)).rejects.toThrow("no observer group")
  })
})
