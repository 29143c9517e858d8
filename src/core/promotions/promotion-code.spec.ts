import { createHmac } from "node:crypto"
import { codeOf, costOf, expiryOf } from "./promotion-code"

const hash = (text: string) => createHmac("sha256", "key").update(text).digest()

describe("a promotion code (F31)", () => {
  it("is the same for the same reason, and another for another", () => {
    expect(codeOf("SPRING", hash("a"))).toBe(codeOf("SPRING", hash("a")))
    const codes = new Set(Array.from({ length: 2_000 }, (_, n) => codeOf("", hash(String(n)))))
    expect(codes.size).toBe(2_000)
  })

  it("can be read aloud and typed", () => {
    expect(codeOf("SPRING", hash("a"))).toMatch(/^SPRING-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(codeOf("", hash("a"))).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  })

  it("ends with a day of the shop, also where clocks are changed that day", () => {
    const at = (iso: string, days: number) => expiryOf(new Date(iso), days, "Europe/Berlin").toISOString()
    expect(at("2026-11-22T23:30:00Z", 7)).toBe("2026-11-30T22:59:59.999Z")
    expect(at("2026-03-28T10:00:00Z", 1)).toBe("2026-03-29T21:59:59.999Z")
    expect(expiryOf(new Date("2026-11-22T10:00:00Z"), 1, "Mars/Olympus").toISOString()).toBe("2026-11-23T23:59:59.999Z")
  })

  it("costs its amount, or its per cent of an order as it usually is", () => {
    expect(costOf({ type: "fixed", value: 5, typicalOrder: 0 })).toBe(5)
    expect(costOf({ type: "percentage", value: 10, typicalOrder: 62.5 })).toBe(6.25)
  })
})
