import { describeMismatch, judgeLiveShop, type ShopPrint } from "./live-shop"

const live: ShopPrint = {
  baseUrl: "https://shop.example.com",
  environment: "production",
  database: "7301/shop",
  incarnation: "16384.16501",
  timeline: "00000001",
}

const judge = (
  current: Partial<ShopPrint>,
  {
    confirmed = live,
    unseenSeconds = 5,
    hasSent = true,
  }: { confirmed?: ShopPrint | null; unseenSeconds?: number | null; hasSent?: boolean } = {},
) => judgeLiveShop({ confirmed, current: { ...live, ...current }, unseenSeconds, hasSent })

describe("the restore guard (F62)", () => {
  it("writes the first start down", () => {
    expect(judge({}, { confirmed: null })).toEqual({ kind: "adopt" })
  })
  it("lets the same shop through", () => {
    expect(judge({})).toEqual({ kind: "matches" })
  })
  it("holds a staging copy: another environment", () => {
    expect(judge({ environment: "staging" })).toEqual({ kind: "mismatch", differs: ["environment"] })
  })
  it("holds a copy on another address", () => {
    expect(judge({ baseUrl: "https://staging.example.com" })).toEqual({ kind: "mismatch", differs: ["baseUrl"] })
  })
  it("holds a backup that was restored into another database on the same address", () => {
    expect(judge({ database: "9999/shop" })).toEqual({ kind: "mismatch", differs: ["database"] })
  })
  it("holds an older backup that was restored in the same place: its tables are new ones", () => {
    expect(judge({ incarnation: "16384.20417" })).toEqual({ kind: "mismatch", differs: ["incarnation"] })
  })
  it("says once what differs, when it is another database altogether", () => {
    const elsewhere = { database: "9999/shop", incarnation: "5.7", timeline: "00000004" }
    expect(judge(elsewhere, { unseenSeconds: 90_000 })).toEqual({ kind: "mismatch", differs: ["database"] })
  })
  it("holds a server that was set back to an earlier moment", () => {
    const verdict = judge({ timeline: "00000002" }, { unseenSeconds: 7_200 })
    expect(verdict).toEqual({ kind: "mismatch", differs: ["timeline"] })
  })
  it("lets a failover through: a new timeline, but the shop was seen minutes ago", () => {
    expect(judge({ timeline: "00000002" }, { unseenSeconds: 60 })).toEqual({ kind: "learn" })
  })
  it("does not take a long night off for a restore", () => {
    expect(judge({}, { unseenSeconds: 90_000 })).toEqual({ kind: "matches" })
  })
  it("learns the marks that a shop of an older version did not write down, and holds nothing for those it cannot see", () => {
    expect(judge({}, { confirmed: { ...live, incarnation: "", timeline: "" } })).toEqual({ kind: "learn" })
    expect(judge({ incarnation: "", timeline: "" }, { unseenSeconds: 90_000 })).toEqual({ kind: "matches" })
  })
  it("holds a production copy that a developer started on his own machine", () => {
    expect(judge({ baseUrl: "http://localhost:9000", environment: "development" }).kind).toBe("mismatch")
  })
  it("does not annoy a shop that never sent anything when it gets its real address", () => {
    const confirmed = { ...live, baseUrl: "http://localhost:9000", environment: "development" }
    expect(judge({}, { confirmed, hasSent: false })).toEqual({ kind: "adopt" })
  })
  it("takes https after http, a trailing slash and another local port as the same shop", () => {
    expect(judge({ baseUrl: "http://shop.example.com/" }).kind).toBe("matches")
    const local = { ...live, baseUrl: "http://localhost:9000" }
    expect(judge({ baseUrl: "http://127.0.0.1:9100" }, { confirmed: local }).kind).toBe("matches")
  })
  it("learns an address that it did not know", () => {
    expect(judge({}, { confirmed: { ...live, baseUrl: "" } }).kind).toBe("learn")
    expect(judge({ baseUrl: "" }).kind).toBe("matches")
  })
  it("says what differs", () => {
    const current = { ...live, environment: "staging", database: "1/x" }
    expect(describeMismatch(live, current, ["environment", "database"])).toBe(
      "another environment (production → staging); another database",
    )
  })
})
