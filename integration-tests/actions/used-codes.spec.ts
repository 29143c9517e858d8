import { openDelivery, TEST_TEMPLATE, type Delivery } from "../support/delivery"
import { aShop, type MemoryShop } from "../support/shop"

const TEMPLATE = {
  ...TEST_TEMPLATE,
  html: `<p>Hi</p>{% if promotion %}<p>Your code: {{ promotion.code }}</p>{% endif %}`,
  plain: `Hi{% if promotion %} Your code: {{ promotion.code }}{% endif %}`,
}

/** A version never changes, and what is made of it is kept in the process: another text is another version. */
const VERSION = "00000000-0000-7000-8000-00000000c0de"

describe("a promotion code between the decision and the hand-over (F31)", () => {
  let delivery: Delivery
  let shop: MemoryShop
  beforeEach(async () => {
    delivery = await openDelivery()
    shop = delivery.mailroom.shop = aShop()
  })
  afterEach(() => delivery.close())

  /** A mail that shows the code, planned while it could be used. */
  async function aMailWith(code: string, expiresAt: string | null = null): Promise<string> {
    const promotion = { code, type: "percentage", value: "10", currency: null, expiresAt }
    const [id] = await delivery.plan({
      to: { email: `${code.toLowerCase()}@codes.example` },
      sourceId: "mauto_order_receipt",
      templateVersionId: VERSION,
      context: { subject: "Hello", promotion },
    })
    return id!
  }
  function inShop(code: string, used: number) {
    const terms = { type: "percentage", value: 10, currency: null, for: null } as const
    const campaign = { name: "Ten", identifier: "ten" }
    shop.promotions_.set(code, {
      id: `promo_${code}`,
      terms: { ...terms, expiresAt: new Date("2099-01-01T00:00:00Z"), campaign },
      used,
      minted: 1,
    })
  }
  const send = () =>
    delivery.drain(
      delivery.dispatcher({ compiled: async () => ({ ...TEMPLATE, variables: ["subject", "promotion"] }) }),
    )
  const received = (code: string) =>
    delivery.sink.mails.find(({ to }) => to.includes(`${code.toLowerCase()}@codes.example`))!.raw.toString()

  it("is left out of the mail once it was used, is over, or is gone from the shop; the others keep theirs", async () => {
    inShop("FREE", 0)
    inShop("USED", 1)
    inShop("OVER", 0)
    const free = await aMailWith("FREE")
    const spent = [await aMailWith("USED"), await aMailWith("OVER", "2026-01-01T00:00:00Z"), await aMailWith("GONE")]
    await send()
    expect(received("FREE")).toContain("Your code: FREE")
    for (const code of ["USED", "OVER", "GONE"]) {
      expect(received(code)).toContain("Hi")
      expect(received(code)).not.toContain("Your code")
    }
    const kept = await delivery.rows<{ message_id: string }>(
      `SELECT message_id FROM mailroom.message_content WHERE context ? 'promotion'`,
    )
    expect(kept).toEqual([{ message_id: free }])
    const told = await delivery.rows(
      `SELECT verdict, reason, count(*)::int AS n FROM mailroom.decision WHERE source_id = 'mauto_order_receipt' GROUP BY 1, 2`,
    )
    expect(told).toEqual([{ verdict: "skipped", reason: "code_used", n: spent.length }])
  })

  it("keeps the mail for a minute where the shop cannot be asked", async () => {
    inShop("FREE", 0)
    const id = await aMailWith("FREE")
    const { uses } = shop.promotions
    shop.promotions.uses = async () => {
      throw new Error("the shop is away")
    }
    await send()
    expect(await delivery.message(id)).toMatchObject({ status: "queued", is_waiting: true })
    shop.promotions.uses = uses
    await delivery.later("due")
    await send()
    expect(received("FREE")).toContain("Your code: FREE")
  })
})
