import { randomUUID } from "node:crypto"
import type { NewMessage } from "../../src/core/messages/new-message"
import { openDelivery, type Delivery } from "../support/delivery"
import { aContact } from "../support/people"

const MAIL = {
  class: "marketing",
  origin: "automation",
  kind: "automation",
  lane: "automations",
  topicId: "mtop_newsletters",
  node: "mail",
} as const

describe("how the marketing mails of an automation go", () => {
  let delivery: Delivery
  let reader: Partial<NewMessage>
  beforeEach(async () => {
    delivery = await openDelivery({ settings: { frequency: { most: 1, days: 7 } } })
    await delivery.mailroom.keyring.signingKeys()
    const { contactId, addressId } = await aContact(delivery.mailroom, "ada@rules.example")
    reader = { contactId, addressId, to: { email: "ada@rules.example", name: null } }
  })
  afterEach(() => delivery.close())

  const anAutomation = (settings: object = {}) => delivery.mailroom.automationDrafts.create({ name: "One", settings })

  /** A mail of the automation to the reader, not handed over yet. */
  async function aMail(sourceId: string, change: Partial<NewMessage> = {}): Promise<string> {
    const [id] = await delivery.plan({ ...MAIL, ...reader, sourceId, enrolmentId: randomUUID(), ...change })
    return id!
  }

  const outcome = async (id: string) => {
    const { status, reason } = await delivery.message(id)
    return reason ?? status
  }
  const why = async (id: string) => (await delivery.mailroom.why.ofMessage(id)).text
  const daysUntilDue = async (id: string) => {
    const [row] = await delivery.rows<{ days: number }>(
      `SELECT round(extract(epoch FROM due_at - mailroom.now()) / 86400)::int AS days FROM mailroom.delivery WHERE message_id = $1`,
      [id],
    )
    return row!.days
  }
  const decisions = async (verdict: string) => {
    const rows = await delivery.rows<{ reason: string }>(
      `SELECT reason FROM mailroom.decision WHERE contact_id = $1 AND verdict = $2 ORDER BY at, id`,
      [reader.contactId, verdict],
    )
    return rows.map(({ reason }) => reason)
  }

  async function oneHasGone(): Promise<void> {
    const first = await aMail(await anAutomation())
    await delivery.drain()
    expect(await outcome(first)).toBe("sent")
  }

  describe("where the frequency cap has no room", () => {
    it("skip: it is not sent, and says why", async () => {
      await oneHasGone()
      const mail = await aMail(await anAutomation())
      await delivery.drain()
      expect(await why(mail)).toBe("Not sent: had 1 marketing mails in 7 days, the most that the settings allow.")
    })

    it("defer: it waits for its place, says until when, and then goes", async () => {
      await oneHasGone()
      const mail = await aMail(await anAutomation({ whenCapped: "defer" }))
      await delivery.drain()
      expect([await outcome(mail), await daysUntilDue(mail)]).toEqual(["queued", 7])
      expect(await why(mail)).toMatch(
        /^Waits: had 1 marketing mails in 7 days, the most that the settings allow\. Goes on .+ at .+ at the earliest\.$/,
      )
      expect(await decisions("deferred")).toEqual(["frequency_cap"])
      await delivery.rows("UPDATE mailroom.recent_mail SET sent_at = ARRAY[mailroom.now() - interval '8 days']")
      await delivery.later("due")
      await delivery.drain()
      expect(await outcome(mail)).toBe("sent")
    })

    it("defer, but for fewer days than it takes: that is known at once", async () => {
      await oneHasGone()
      const mail = await aMail(await anAutomation({ whenCapped: "defer", deferDays: 3 }))
      await delivery.drain()
      expect(await why(mail)).toBe(
        "Not sent: had 1 marketing mails in 7 days, and no place under the limit came free in time.",
      )
    })
  })

  describe("where two automations want the last place", () => {
    const tomorrow = () => new Date(Date.now() + 86_400_000)

    it("the higher one has it, although it goes later; the lower one skips", async () => {
      const high = await aMail(await anAutomation({ priority: "high" }), { dueAt: tomorrow() })
      const low = await aMail(await anAutomation())
      await delivery.drain()
      expect([await outcome(high), await outcome(low)]).toEqual(["queued", "gave_way"])
      expect(await why(low)).toBe(
        "Not sent: had 0 marketing mails in 7 days, and a mail of higher priority was to have the last place.",
      )
      await delivery.later("due")
      await delivery.drain()
      expect(await outcome(high)).toBe("sent")
    })

    it("the lower one waits where it defers, is told so once, and goes when the higher one is given up", async () => {
      const high = await aMail(await anAutomation(), { dueAt: tomorrow() })
      const low = await aMail(await anAutomation({ priority: "low", whenCapped: "defer" }))
      for (let look = 0; look < 2; look++) {
        await delivery.rows(`UPDATE mailroom.delivery SET due_at = mailroom.now() WHERE message_id = $1`, [low])
        await delivery.drain()
      }
      expect(await why(low)).toBe(
        "Waits: a mail of higher priority is to have the last place under the limit of marketing mails.",
      )
      expect(await decisions("deferred")).toEqual(["gave_way"])
      await delivery.rows(`DELETE FROM mailroom.delivery WHERE message_id = $1`, [high])
      await delivery.rows(`UPDATE mailroom.message SET status = 'cancelled', reason = 'by_merchant' WHERE id = $1`, [
        high,
      ])
      await delivery.later("due")
      await delivery.drain()
      expect(await outcome(low)).toBe("sent")
    })

    it("nobody gives way to an equal, nor where there is room for both", async () => {
      await aMail(await anAutomation(), { dueAt: tomorrow() })
      const equal = await aMail(await anAutomation())
      await delivery.drain()
      expect(await outcome(equal)).toBe("sent")
      await delivery.mailroom.settings.write({ frequency: { most: 3 } }, null)
      await aMail(await anAutomation({ priority: "high" }), { dueAt: tomorrow() })
      const low = await aMail(await anAutomation({ priority: "low" }))
      await delivery.rows(`UPDATE mailroom.recent_mail SET message_ids = '{}', sent_at = '{}'`)
      await delivery.drain()
      expect(await outcome(low)).toBe("sent")
    })
  })

  it("waits for the automation's own hours, and is not too late because of it", async () => {
    const inThreeDays = ((new Date().getUTCDay() + 2) % 7) + 1
    const mail = await aMail(await anAutomation({ sendingWindow: { hours: null, days: [inThreeDays] } }), {
      expiresAt: new Date(Date.now() + 3_600_000),
    })
    await delivery.drain()
    expect(await why(mail)).toMatch(/^Waits for the hours at which it may go: until .+ at 12:00.AM\.$/)
    const [ends] = await delivery.rows(
      `SELECT expires_at - due_at >= interval '23 hours' AS is_later FROM mailroom.delivery WHERE message_id = $1`,
      [mail],
    )
    expect(ends).toEqual({ is_later: true })
  })

  it("stands still while its automation is paused, and goes when it is resumed", async () => {
    const id = await anAutomation()
    await delivery.rows(`UPDATE mailroom.automation SET state = 'paused' WHERE id = $1`, [id])
    const mail = await aMail(id, { expiresAt: new Date(Date.now() - 1000) })
    await delivery.drain()
    expect([await outcome(mail), await why(mail)]).toEqual(["queued", "Waits: its automation is paused."])
    await delivery.rows(`UPDATE mailroom.automation SET state = 'live' WHERE id = $1`, [id])
    await delivery.later("due")
    await delivery.drain()
    expect(await outcome(mail)).toBe("sent")
  })
})
