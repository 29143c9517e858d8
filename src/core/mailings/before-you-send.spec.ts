import { beforeItems, type BeforeFacts } from "./before-you-send"

const ready: BeforeFacts = {
  fromEmail: "news@shop.example",
  links: { all: 3, dead: 0 },
  test: { messageId: "1", status: "sent", isOlder: false, isLookedAt: true },
  spam: { points: 0, level: "fine", is_held: false, limit: 10, override: null },
  preflight: { state: "done", is_old: false, done: 50, total: 50, affected: 0 },
}
const likely = { points: 12, level: "likely_spam" as const, is_held: true, limit: 10, override: null }
const override = { reason: "It is our joke", by: "user_1", at: "2026-11-22T00:00:00Z", points: 12 }
const failing = (change: Partial<BeforeFacts>) => beforeItems({ ...ready, ...change }).filter(({ ok }) => ok === false)

describe("before you send", () => {
  it("answers everything, in the same order, when nothing is missing", () => {
    expect(beforeItems(ready).map(({ key, ok }) => [key, ok])).toEqual([
      ["domain", true],
      ["links", true],
      ["unsubscribe", true],
      ["spam", true],
      ["test", true],
      ["preflight", true],
    ])
  })

  it.each([
    ["domain", "warning", { fromEmail: "shop@gmail.com" }],
    ["domain", "warning", { fromEmail: null }],
    ["links", "warning", { links: { all: 3, dead: 2 } }],
    ["spam", "warning", { spam: { ...likely, points: 6, level: "looks_like_spam", is_held: false } }],
    ["spam", "warning", { spam: likely }],
    ["test", "info", { test: null }],
    ["test", "info", { test: { ...ready.test!, isOlder: true } }],
    ["test", "info", { test: { ...ready.test!, isLookedAt: false } }],
    ["test", "warning", { test: { ...ready.test!, isLookedAt: false, status: "failed" } }],
    ["preflight", "info", { preflight: null }],
    ["preflight", "info", { preflight: { ...ready.preflight!, is_old: true } }],
    ["preflight", "info", { preflight: { ...ready.preflight!, state: "running", done: 10 } }],
    ["preflight", "info", { preflight: { ...ready.preflight!, state: "cancelled" } }],
    ["preflight", "warning", { preflight: { ...ready.preflight!, state: "failed" } }],
    ["preflight", "warning", { preflight: { ...ready.preflight!, affected: 2 } }],
  ] as [string, string, Partial<BeforeFacts>][])("names %s (%s), with the way out", (key, severity, change) => {
    expect(failing(change)).toMatchObject([{ key, severity, way_out: expect.any(String) }])
  })

  it("lets a test be ticked off that has gone out and shows what it says now, and no other", () => {
    const tickable = (change: object) =>
      beforeItems({ ...ready, test: { ...ready.test!, isLookedAt: false, ...change } }).find(
        ({ key }) => key === "test",
      )?.can_be_ticked ?? false
    expect(tickable({})).toBe(true)
    expect(tickable({ status: "queued" })).toBe(false)
    expect(tickable({ status: "failed" })).toBe(false)
    expect(tickable({ isOlder: true })).toBe(false)
    expect(tickable({ isLookedAt: true })).toBe(false)
  })

  it("says who sends it although it looks like spam", () => {
    expect(failing({ spam: { ...likely, is_held: false, override } })).toMatchObject([
      { key: "spam", severity: "info", sentence: '12 spam points; it goes all the same: "It is our joke"' },
    ])
  })
})
