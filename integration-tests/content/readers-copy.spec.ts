import { readersCopy } from "../../src/runtime/readers-copy"
import { openLater, openMailroom } from "../support/database"
import { aMessage } from "../support/messages"

describe("the mail in the reader's browser (F30)", () => {
  let opened: Awaited<ReturnType<typeof openMailroom>>
  beforeEach(async () => {
    opened = await openMailroom({ settings: { sender: { from_email: "shop@example.com" } } })
    await opened.mailroom.senders.ensureDefault({ shopName: "Ada's", locale: "en" })
  })
  afterEach(() => opened.close())

  const mail = (messageClass: "tx" | "marketing") =>
    aMessage(opened.mailroom, { email: "ada@example.com", contactId: null, addressId: null }, { class: messageClass })

  /** What a reader finds when so much time has passed on the database's clock. */
  async function foundAfter(interval: string, messageId: string): Promise<string> {
    const later = await openLater(opened.url, interval)
    try {
      return (await readersCopy(later.mailroom, messageId)).kind
    } finally {
      await later.close()
    }
  }

  it("is there for thirty days when it holds an order, by the database's clock", async () => {
    const receipt = await mail("tx")
    expect(await foundAfter("29days", receipt)).toBe("rebuilt")
    expect(await foundAfter("31days", receipt)).toBe("gone")
  })

  it("is there as long as its copy is kept when it is a newsletter", async () => {
    expect(await foundAfter("31days", await mail("marketing"))).toBe("rebuilt")
  })

  it("goes out again with a time to expire by the database's clock", async () => {
    const receipt = await mail("tx")
    await opened.mailroom.db.query({
      text: `UPDATE mailroom.message SET status = 'failed' WHERE id = $1`,
      values: [receipt],
    })
    await opened.mailroom.db.query({ text: `DELETE FROM mailroom.delivery WHERE message_id = $1`, values: [receipt] })
    const later = await openLater(opened.url, "300days")
    try {
      const again = await later.mailroom.resends.resend(receipt, { email: "ada@example.org", by: null })
      const { queue } = await later.mailroom.outbox.message(again)
      expect((Date.parse(queue!.expires_at) - Date.parse(queue!.due_at)) / 3_600_000).toBeCloseTo(72, 0)
    } finally {
      await later.close()
    }
  })
})
