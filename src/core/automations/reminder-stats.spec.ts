import { reminderStats } from "./reminder-stats"

describe("reminderStats", () => {
  it("says where each cart went: 14 left, 2 sent, 11 without consent, 1 bought", () => {
    const stats = reminderStats(
      [{ outcome: "mailed", n: 14 }],
      [
        { status: "sent", reason: null, n: 2 },
        { status: "dropped", reason: "not_subscribed", n: 8 },
        { status: "dropped", reason: "unsubscribed", n: 3 },
        { status: "dropped", reason: "cart_bought", n: 1 },
      ],
    )
    expect(stats).toEqual({ left: 14, sent: 2, withoutConsent: 11, bought: 1, waiting: 0, other: 0 })
  })

  it("counts what was bought before the mail was made, what waits, and the rest", () => {
    const stats = reminderStats(
      [
        { outcome: "mailed", n: 3 },
        { outcome: "cart_bought", n: 1 },
        { outcome: null, n: 1 },
      ],
      [
        { status: "queued", reason: null, n: 1 },
        { status: "failed", reason: "refused_recipient", n: 1 },
        { status: "sent", reason: null, n: 1 },
      ],
    )
    expect(stats).toEqual({ left: 5, sent: 1, withoutConsent: 0, bought: 1, waiting: 2, other: 1 })
  })
})
