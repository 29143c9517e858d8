import { openMailroom } from "../support/database"
import { aContact } from "../support/people"
import { mailingPlanner } from "../../src/runtime/mailing-planner"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("a mailing that looks like spam", () => {
  let opened: Opened
  const rows = <Row = Record<string, unknown>>(sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Row>({ text: sql, values })
  const html = `<p>Click here, dear friend, and order now! ${"Words that nobody reads. ".repeat(8)}</p><a href="https://bit.ly/1">Look</a>`
  const likely = {
    kind: "targeted" as const,
    subject: "FREE LAMPS FOR ALL!!",
    preheader: "Look",
    document: { version: 2, kind: "html", html },
    audience: { everybody: true },
  }

  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
    const { senders, settings, readiness, mailroom } = { ...opened.mailroom, mailroom: opened.mailroom }
    await senders.ensureDefault({ shopName: "Shop", locale: "en" })
    await senders.update("msnd_default", { from_email: "news@shop.example", postal_address: "1 Main Street" })
    await settings.write({ schedule: { undoSeconds: 0 } }, null)
    const state = await readiness.state()
    readiness.state = async () => ({ ...state, ready: true, marketing_ready: true, findings: [] })
    for (const name of ["a", "b", "c"]) await aContact(mailroom, `${name}@spam.example`)
  })
  afterAll(() => opened.close())

  async function planAll() {
    while ((await mailingPlanner(opened.mailroom).turn({ ignoreSchedule: true })) === "more") continue
  }
  const outcomes = (id: string) =>
    rows(`SELECT to_email, status, reason FROM mailroom.message WHERE source_id = $1 ORDER BY to_email`, id)

  it("reaches nobody, and everybody has that as the reason", async () => {
    const { mailings, mailingDispatch, mailingSpam } = opened.mailroom
    const { id } = await mailings.create(likely, null)
    const { items, can_send } = await mailingDispatch.checklist(id)
    expect(can_send).toBe(true)
    expect(items.find(({ key }) => key === "spam")).toMatchObject({
      ok: false,
      severity: "warning",
      sentence: expect.stringContaining("nobody gets it"),
    })
    await mailingDispatch.sendNow(id)
    await planAll()
    expect(await outcomes(id)).toEqual(
      ["a", "b", "c"].map((name) => ({ to_email: `${name}@spam.example`, status: "dropped", reason: "likely_spam" })),
    )
    expect(await rows(`SELECT 1 FROM mailroom.delivery`)).toEqual([])
    expect(await mailings.get(id)).toMatchObject({ state: "stopped", problem: expect.stringContaining("Likely spam") })
    expect(await mailingSpam.get(id)).toMatchObject({ hold: { points: expect.any(Number) }, override: null })
    expect(
      (await rows<{ at: Date | null }>(`SELECT finished_at AS at FROM mailroom.mailing WHERE id = $1`, id))[0]!.at,
    ).toBeTruthy()
  })

  it("goes when somebody takes it upon themselves, with a reason that stays", async () => {
    const { mailings, mailingDispatch, mailingSpam } = opened.mailroom
    const { id } = await mailings.create(likely, null)
    await expect(mailingSpam.override(id, " ", "user_1")).rejects.toThrow('"reason" has 0 characters')
    const overridden = await mailingSpam.override(id, "They ordered our April joke", "user_1")
    expect(overridden).toMatchObject({
      is_held: false,
      override: { reason: "They ordered our April joke", by: "user_1" },
    })
    await mailingDispatch.sendNow(id)
    await planAll()
    expect(new Set((await outcomes(id)).map(({ status }) => status))).toEqual(new Set(["queued"]))
    expect(await mailingSpam.get(id)).toMatchObject({ hold: null, override: { by: "user_1" } })
    await expect(mailingSpam.override(id, null, "user_1")).rejects.toThrow("This mailing is sending")
    await mailingDispatch.stop(id)
    await planAll()
  })

  it("asks again when the text has become worse, and not when it was mended", async () => {
    const { mailings, mailingSpam } = opened.mailroom
    const draft = await mailings.create(likely, null)
    await mailingSpam.override(draft.id, "They ordered it", null)
    const worse = { ...likely.document, html: html.replace("https://bit.ly/1", "http://192.0.2.7/") }
    const { revision } = await mailings.update(draft.id, { document: worse, revision: draft.revision })
    expect(await mailingSpam.get(draft.id)).toMatchObject({ level: "likely_spam", is_held: true })
    await mailings.update(draft.id, { document: likely.document, subject: "Free lamps for all!!", revision })
    expect(await mailingSpam.get(draft.id)).toMatchObject({ is_held: false })
  })

  it("is one by the worst of its variants", async () => {
    const { mailings, mailingSpam } = opened.mailroom
    const ab = {
      variants: [{}, { subject: "FREE LAMPS FOR ALL!!" }],
      share: 20,
      criterion: "open" as const,
      wait_hours: 4,
      decide: "manual" as const,
      fallback: 1,
    }
    const { id } = await mailings.create({ ...likely, subject: "Lamps", ab }, null)
    expect((await mailingSpam.get(id)).signs.map(({ key }) => key)).toContain("subject_capitals")
  })
})
