import { etaOf } from "./eta"
import { refusalOf, shownName } from "./mailing"

describe("what a state allows", () => {
  it("says why not and what to do", () => {
    expect(refusalOf("send", "draft")).toBeNull()
    expect(refusalOf("edit", "sending")).toBe(
      "This mailing is sending. Only drafts and scheduled mailings can be changed; duplicate it to send something else.",
    )
    expect(refusalOf("resume", "stopped")).toMatch("Only a paused mailing")
  })
})

describe("shownName", () => {
  const mailing = {
    name: null,
    subject: "Spring sale",
    startedAt: null,
    scheduledAt: null,
    createdAt: new Date("2026-03-01T23:30:00Z"),
  }
  it("is subject and date in the shop's time zone, unless it has a name", () => {
    expect(shownName(mailing, "Europe/Berlin")).toBe("Spring sale – 2026-03-02 00:30")
    expect(shownName({ ...mailing, startedAt: new Date("2026-03-05T10:00:00Z") }, "UTC")).toBe(
      "Spring sale – 2026-03-05 10:00",
    )
    expect(shownName({ ...mailing, name: "Spring" }, "UTC")).toBe("Spring")
  })
})

describe("etaOf", () => {
  const sending = { state: "sending", remaining: 9000, settledInWindow: 6000, windowSeconds: 120 }
  it("comes from what was really settled", () =>
    expect(etaOf(sending)).toEqual({ per_minute: 3000, eta_seconds: 180, eta_text: "about 3 minutes" }))
  it("does not guess", () => {
    expect(etaOf({ ...sending, windowSeconds: 2 }).eta_text).toBe("cannot be said yet")
    expect(etaOf({ ...sending, settledInWindow: 0 })).toEqual({
      per_minute: null,
      eta_seconds: null,
      eta_text: "cannot be said yet",
    })
    expect(etaOf({ ...sending, state: "paused" }).eta_text).toBe("paused")
  })
  it("says days when it will take days", () =>
    expect(etaOf({ ...sending, remaining: 3_000_000, settledInWindow: 12, windowSeconds: 2.4 * 60 }).eta_text).toBe(
      "about 417 days",
    ))
})
