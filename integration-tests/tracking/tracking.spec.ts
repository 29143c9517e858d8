import { mintAggregateToken, type Token } from "../../src/core/tracking/tokens"
import { openLater, openMailroom } from "../support/database"
import { aMessage, aTemplateVersion, markSent, rowOf } from "../support/messages"
import { aContact, subscribedTo } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
const granted = [...subscribedTo("mtop_newsletters"), { purpose: "tracking" as const, action: "grant" as const }]

describe("what comes back", () => {
  let opened: Opened
  let heard: { name: string; data: Record<string, unknown> }[] = []
  beforeAll(async () => {
    opened = await openMailroom()
    opened.mailroom.bus = { emit: async (name, data) => void heard.push({ name, data }) }
  })
  afterAll(() => opened.close())
  beforeEach(() => {
    heard = []
  })

  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  const openToken = (messageId: string): Extract<Token, { type: "o" }> => ({ type: "o", messageId })
  const clickToken = (messageId: string, linkIndex: number): Extract<Token, { type: "c" }> => ({
    type: "c",
    messageId,
    linkIndex,
  })
  const answer = (token: Parameters<Opened["mailroom"]["tracking"]["record"]>[0]["token"], userAgent = FIREFOX) =>
    opened.mailroom.tracking.record({ token, userAgent, ip: "192.0.2.55" })
  /** What is stored does not hang on whether this machine did it within the quarter of a second that a reader waits. */
  const record = async (...heard: Parameters<typeof answer>) => {
    await answer(...heard)
    await opened.mailroom.tracking.drain()
  }
  const countersOf = async (sourceId: string) =>
    Object.fromEntries(
      (
        await rows(
          "SELECT kind, sum(n)::int AS n FROM mailroom.counter WHERE source_id = $1 GROUP BY kind HAVING sum(n) <> 0",
          sourceId,
        )
      ).map(({ kind, n }) => [kind, n]),
    )
  let n = 0
  async function aSentMail(change = {}, said = granted) {
    const person = await aContact(opened.mailroom, `tracked${n++}@example.com`, said)
    const sourceId = `mlg_track${n}`
    const messageId = await aMessage(opened.mailroom, person, { sourceId, ...change })
    await markSent(opened.mailroom, messageId)
    return { person, messageId, sourceId }
  }
  const eventsOf = (messageId: string) =>
    rows(
      "SELECT kind, classification, link_index, ip, user_agent FROM mailroom.message_event WHERE message_id = $1 ORDER BY at, id",
      messageId,
    )

  it("is stored when it is answered: event, fold and counters in one go, the person counted once", async () => {
    const { messageId, sourceId, person } = await aSentMail()
    for (let n = 1; n <= 2; n++)
      if (await answer(openToken(messageId))) expect(await eventsOf(messageId)).toHaveLength(n)
      else await opened.mailroom.tracking.drain()
    expect(await eventsOf(messageId)).toMatchObject([
      { kind: "open", classification: "human", ip: "192.0.2.0", user_agent: FIREFOX },
      { kind: "open", classification: "human" },
    ])
    expect(await rowOf(opened.mailroom, "message_fold", messageId)).toMatchObject({
      opens_human: 2,
      first_open_human_at: expect.any(Date),
      is_delivery_inferred: true,
      delivered_at: expect.any(Date),
    })
    expect(await countersOf(sourceId)).toEqual({ open_human: 1, opens_human: 2 })
    await opened.mailroom.tracking.drain()
    expect(heard.filter(({ name }) => name === "mailroom.message.opened")).toHaveLength(2)
    const [contact] = await rows("SELECT last_interaction_at FROM mailroom.contact WHERE id = $1", person.contactId)
    expect(contact!.last_interaction_at).toBeInstanceOf(Date)
  })

  it("of many readers at once shares statements and still counts each person once", async () => {
    const mails = await Promise.all(Array.from({ length: 30 }, () => aSentMail({ sourceId: "mlg_many" })))
    await Promise.all(mails.flatMap(({ messageId }) => Array.from({ length: 10 }, () => record(openToken(messageId)))))
    expect(await countersOf("mlg_many")).toEqual({ open_human: 30, opens_human: 300 })
  })

  it("of machines is kept apart, and a person afterwards counts", async () => {
    const { messageId, sourceId } = await aSentMail()
    await record(openToken(messageId), "Mozilla/5.0")
    expect(await countersOf(sourceId)).toEqual({ open_machine: 1, opens_machine: 1 })
    expect(await rowOf(opened.mailroom, "message_fold", messageId)).toMatchObject({
      first_open_human_at: null,
      delivered_at: null,
    })
    await record(openToken(messageId))
    expect(await countersOf(sourceId)).toEqual({ open_machine: 1, opens_machine: 1, open_human: 1, opens_human: 1 })
  })

  it("before the server's yes is a machine's", async () => {
    const { messageId } = await aSentMail()
    await rows("UPDATE mailroom.message SET settled_at = mailroom.now() + interval '1 hour' WHERE id = $1", messageId)
    await record(openToken(messageId))
    expect(await eventsOf(messageId)).toMatchObject([{ classification: "machine" }])
  })

  it("of a gateway that follows all links is a machine's, also the clicks judged human before", async () => {
    const { messageId, sourceId } = await aSentMail()
    await record(clickToken(messageId, 0))
    expect(await countersOf(sourceId)).toEqual({ click_human: 1, clicks_human: 1 })
    await record(clickToken(messageId, 1))
    await record(clickToken(messageId, 2))
    expect((await eventsOf(messageId)).map(({ classification }) => classification)).toEqual([
      "machine",
      "machine",
      "machine",
    ])
    expect(await rowOf(opened.mailroom, "message_fold", messageId)).toMatchObject({
      clicks_human: 0,
      clicks_machine: 3,
      first_click_human_at: null,
    })
    expect(await countersOf(sourceId)).toEqual({ click_machine: 1, clicks_machine: 3 })
  })

  describe("right after sending", () => {
    /** So soon that it may be either. */
    const soon = async (messageId: string) => {
      await rows(
        `UPDATE mailroom.message SET settled_at = mailroom.now() - interval '3 seconds' WHERE id = $1`,
        messageId,
      )
      return messageId
    }
    const aMinutePasses = () => rows(`UPDATE mailroom.message_event SET at = at - interval '61 seconds'`)
    const settle = async () => {
      while (await opened.mailroom.tracking.settleUncertain()) continue
      await opened.mailroom.tracking.drain()
    }

    it("counts as nobody until the hold is over, and then as a person, once", async () => {
      const { messageId, sourceId, person } = await aSentMail()
      await record(openToken(await soon(messageId)))
      await settle()
      expect(await eventsOf(messageId)).toMatchObject([{ classification: "uncertain" }])
      expect(await countersOf(sourceId)).toEqual({})
      expect(heard).toEqual([])
      await aMinutePasses()
      await Promise.all([settle(), settle()])
      await settle()
      expect(await eventsOf(messageId)).toMatchObject([{ classification: "human" }])
      expect(await countersOf(sourceId)).toEqual({ open_human: 1, opens_human: 1 })
      expect(await rowOf(opened.mailroom, "message_fold", messageId)).toMatchObject({
        opens_human: 1,
        first_open_human_at: expect.any(Date),
        is_delivery_inferred: true,
      })
      expect(heard).toMatchObject([{ data: { message_id: messageId, classification: "human" } }])
      const [contact] = await rows("SELECT last_interaction_at FROM mailroom.contact WHERE id = $1", person.contactId)
      expect(contact!.last_interaction_at).toBeInstanceOf(Date)
    })

    it("is a machine's when the same browser then follows every link", async () => {
      const { messageId, sourceId } = await aSentMail()
      await record(openToken(await soon(messageId)))
      for (const link of [0, 1, 2]) await record(clickToken(messageId, link))
      expect(await countersOf(sourceId)).toEqual({ click_machine: 1, clicks_machine: 3 })
      await aMinutePasses()
      await settle()
      expect((await eventsOf(messageId)).map(({ classification }) => classification)).toEqual(Array(4).fill("machine"))
      expect(await countersOf(sourceId)).toEqual({
        click_machine: 1,
        clicks_machine: 3,
        open_machine: 1,
        opens_machine: 1,
      })
    })
  })

  describe("of one hand", () => {
    const HAND = "198.51.100.7 Firefox"
    const mailsOf = async (sourceId: string) => {
      const mails = []
      for (let n = 0; n < 6; n++) mails.push((await aSentMail({ sourceId })).messageId)
      return mails
    }
    const clickAt = async (mailroom: Opened["mailroom"], messageId: string, hand: string | null) => {
      await mailroom.tracking.record({ token: clickToken(messageId, 0), userAgent: FIREFOX, ip: "198.51.100.7", hand })
      await mailroom.tracking.drain()
    }
    const click = (messageId: string, hand: string | null = HAND) => clickAt(opened.mailroom, messageId, hand)
    afterEach(() => rows("DELETE FROM mailroom.click_hand"))

    it("in five people's mails within a minute are a machine's, also the clicks judged human before", async () => {
      const mails = await mailsOf("mlg_hand")
      for (const id of mails.slice(0, 4)) await click(id)
      expect(await countersOf("mlg_hand")).toEqual({ click_human: 4, clicks_human: 4 })
      await click(mails[4]!)
      expect(await countersOf("mlg_hand")).toEqual({ click_machine: 5, clicks_machine: 5 })
      await click(mails[5]!)
      expect(await countersOf("mlg_hand")).toEqual({ click_machine: 6, clicks_machine: 6 })
    })

    it("are seen together by several server processes, also when they come at the same moment", async () => {
      const second = await openLater(opened.url, "0seconds")
      const mails = await mailsOf("mlg_two")
      await Promise.all(mails.map((id, n) => clickAt(n % 2 ? second.mailroom : opened.mailroom, id, HAND)))
      expect(await countersOf("mlg_two")).toEqual({ click_machine: 6, clicks_machine: 6 })
      await second.close()
    })

    it("are a person's in fewer mails, over a longer time, by other hands, and where the hand is not known", async () => {
      const fewer = await mailsOf("mlg_fewer")
      for (let n = 0; n < 6; n++) await click(fewer[n % 4]!)
      expect(await countersOf("mlg_fewer")).not.toHaveProperty("click_machine")
      const longer = await mailsOf("mlg_longer")
      for (const id of longer.slice(0, 4)) await click(id, "203.0.113.9 Safari")
      await rows("UPDATE mailroom.click_hand SET at = at - interval '61 seconds'")
      for (const id of longer.slice(4)) await click(id, "203.0.113.9 Safari")
      expect(await countersOf("mlg_longer")).toEqual({ click_human: 6, clicks_human: 6 })
      const others = await mailsOf("mlg_others")
      for (const [n, id] of others.entries()) await click(id, `203.0.113.${n} Safari`)
      expect(await countersOf("mlg_others")).toEqual({ click_human: 6, clicks_human: 6 })
      // Behind a proxy that everybody shares, nobody's hand is known.
      const proxied = await mailsOf("mlg_proxy")
      for (const id of proxied) await click(id, null)
      expect(await countersOf("mlg_proxy")).toEqual({ click_human: 6, clicks_human: 6 })
    })

    it("leave a keyed hash for a minute, and then nothing", async () => {
      const [id] = await mailsOf("mlg_forgotten")
      await click(id!)
      const [kept] = await rows("SELECT hand FROM mailroom.click_hand")
      expect(kept!.hand).toHaveLength(16)
      expect(kept!.hand.toString("latin1")).not.toContain("198")
      await opened.mailroom.tracking.forgetHands()
      expect(await rows("SELECT 1 FROM mailroom.click_hand")).toHaveLength(1)
      await rows("UPDATE mailroom.click_hand SET at = at - interval '61 seconds'")
      await opened.mailroom.tracking.forgetHands()
      expect(await rows("SELECT 1 FROM mailroom.click_hand")).toEqual([])
    })
  })

  it("is not recorded without consent, and no longer after it is withdrawn, for mails sent before too", async () => {
    const without = await aSentMail({}, subscribedTo("mtop_newsletters"))
    await record(openToken(without.messageId))
    const withdrawn = await aSentMail()
    const { preferences } = opened.mailroom
    const whose = (await preferences.recipientOfMessage(withdrawn.messageId))!
    await preferences.change(whose, { tracking: false }, { source: "preferences", method: "page", actor: "contact" })
    await record(openToken(withdrawn.messageId))
    await record(clickToken(withdrawn.messageId, 0))
    expect([...(await eventsOf(without.messageId)), ...(await eventsOf(withdrawn.messageId))]).toEqual([])
    expect(await rowOf(opened.mailroom, "message_fold", withdrawn.messageId)).toBeNull()
  })

  it("of aggregate pixels and links is a number by the hour and nothing else", async () => {
    const templateVersionId = await aTemplateVersion(opened.mailroom)
    expect(
      mintAggregateToken({
        key: (await opened.mailroom.keyring.signingKeys())[0]!,
        templateVersionId,
        sourceId: "mlg_anon",
      }),
    ).toBeTruthy()
    await record({ type: "a", templateVersionId, sourceId: "mlg_anon" })
    await record({ type: "a", templateVersionId, sourceId: "mlg_anon" })
    await record({ type: "b", templateVersionId, sourceId: "mlg_anon", linkIndex: 1 })
    expect(await countersOf("mlg_anon")).toEqual({ open_anonymous: 2, click_anonymous: 1, "click_anonymous:1": 1 })
    expect(
      await rows(
        "SELECT 1 FROM mailroom.message_event WHERE user_agent = $1 AND message_id = $2",
        FIREFOX,
        templateVersionId,
      ),
    ).toEqual([])
  })

  it("of a test copy is kept but not counted", async () => {
    const { messageId, sourceId } = await aSentMail({ isTest: true })
    await record(openToken(messageId))
    expect(await eventsOf(messageId)).toHaveLength(1)
    expect(await countersOf(sourceId)).toEqual({})
  })

  it("of a mail that we never sent is nothing, and harms no other in the same batch", async () => {
    const { messageId, sourceId } = await aSentMail()
    await Promise.all([
      record(openToken("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")),
      record(openToken(messageId), `${FIREFOX}\u0000`),
    ])
    expect(await countersOf(sourceId)).toEqual({ open_human: 1, opens_human: 1 })
  })

  it("finds its target in the mail: fixed links by index, dynamic ones after them, others nowhere", async () => {
    const { messageId } = await aSentMail()
    await rows(
      `UPDATE mailroom.message_content SET links = '["https://shop.example/item/7"]' WHERE message_id = $1`,
      messageId,
    )
    const target = (index: number) => opened.mailroom.tracking.target(clickToken(messageId, index))
    expect(await target(1)).toBe("https://shop.example/b")
    expect(await target(3)).toBe("https://shop.example/item/7")
    expect(await target(4)).toBeNull()
    expect(await opened.mailroom.tracking.target(clickToken("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", 0))).toBeNull()
  })

  it("answers within a quarter of a second though the database does not, and says so", async () => {
    const { messageId, sourceId } = await aSentMail()
    let unlock: () => void = () => undefined
    const locked = opened.mailroom.db.transaction(async (tx) => {
      await tx.query({ text: "LOCK TABLE mailroom.message_fold IN EXCLUSIVE MODE", values: [] })
      await new Promise<void>((resolve) => (unlock = resolve))
    })
    // Were it not answered before the lock is gone, this would wait for ever.
    expect(await opened.mailroom.tracking.record({ token: openToken(messageId), userAgent: FIREFOX })).toBe(false)
    unlock()
    await locked
    await opened.mailroom.tracking.drain()
    expect(await countersOf(sourceId)).toEqual({ open_human: 1, opens_human: 1 })
  })

  it("that can never be stored is counted as unrecorded", async () => {
    const { messageId } = await aSentMail()
    await rows("ALTER TABLE mailroom.message_fold RENAME TO away")
    await record(openToken(messageId))
    await rows("ALTER TABLE mailroom.away RENAME TO message_fold")
    await opened.mailroom.tracking.drain()
    expect(await countersOf("mailroom")).toEqual({ unrecorded: 1 })
  })

  it("folds the same whatever comes first: a delivery said later replaces the one inferred", async () => {
    const { messageId } = await aSentMail()
    const { db, tracking } = opened.mailroom
    await record(openToken(messageId))
    await db.transaction((tx) => tracking.append(tx, [{ kind: "delivered", messageId }]))
    expect(await rowOf(opened.mailroom, "message_fold", messageId)).toMatchObject({ is_delivery_inferred: false })
    const other = await aSentMail()
    await db.transaction((tx) => tracking.append(tx, [{ kind: "delivered", messageId: other.messageId }]))
    const before = await rowOf(opened.mailroom, "message_fold", other.messageId)
    await record(openToken(other.messageId))
    expect(await rowOf(opened.mailroom, "message_fold", other.messageId)).toMatchObject({
      is_delivery_inferred: false,
      delivered_at: before!.delivered_at,
    })
  })
})
