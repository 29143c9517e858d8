import { describeMismatch, judgeLiveShop, type ShopPrint } from "./live-shop"

const live: ShopPrint = { baseUrl: "https://shop.example.com", environment: "production", database: "7301/shop" }

const judge = (
  current: Partial<ShopPrint>,
  { confirmed = live, hasSent = true }: { confirmed?: ShopPrint | null; hasSent?: boolean } = {},
) => judgeLiveShop({ confirmed, current: { ...live, ...current }, hasSent })

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
    expect(judge({}, { confirmed: { ...live, baseUrl: "" } }).kind).toBe("adopt")
    expect(judge({ baseUrl: "" }).kind).toBe("matches")
  })
  it("says what differs", () => {
    const current = { ...live, environment: "staging", database: "1/x" }
    expect(describeMismatch(live, current, ["environment", "database"])).toBe(
      "another environment (production → staging) and another database",
    )
  })
})
