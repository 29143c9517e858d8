import { formatMoney, isAmount, negated } from "./format-money"

const plain = (text: string) => text.replace(/\s/g, " ")

describe("formatMoney", () => {
  it.each([
    ["1234.5", "EUR", "de", "1.234,50 €"],
    ["1234.5", "EUR", "fr", "1 234,50 €"],
    ["1234.5", "eur", "en", "€1,234.50"],
    ["1234.5", "USD", "es", "1234,50 US$"],
    ["1234.5", "JPY", "en", "¥1,235"],
    ["12.3456", "KWD", "en", "KWD 12.346"],
    ["0.005", "GBP", "en", "£0.01"],
    ["-3", "GBP", "en", "-£3.00"],
    ["10", "EUR", "de_AT", "€ 10,00"],
    ["12.5", "POINTS", "de", "12,50"],
  ])("writes %s %s for a reader of %s as %s", (amount, currency, locale, expected) => {
    expect(plain(formatMoney(amount, currency, locale))).toBe(expected)
  })

  it("is exact where a float is not", () => {
    expect(plain(formatMoney("90071992547409931.37", "EUR", "en"))).toBe("€90,071,992,547,409,931.37")
    expect(formatMoney("1.005", "EUR", "en")).toBe("€1.01")
  })

  it("prints nothing for what is no amount, and survives a locale that is none", () => {
    expect(formatMoney("free", "EUR", "en")).toBe("")
    expect(formatMoney("", "EUR", "en")).toBe("")
    expect(formatMoney("1", "EUR", "not a locale!")).toBe("€1.00")
  })
})

describe("isAmount", () => {
  it.each([
    ["0", "EUR", false],
    ["0.00", "EUR", false],
    ["0.004", "EUR", false],
    ["0.005", "EUR", true],
    ["-1", "EUR", true],
    ["0.4", "JPY", false],
    ["0.001", "KWD", true],
  ])("of %s %s is %s", (amount, currency, expected) => {
    expect(isAmount(amount, currency)).toBe(expected)
  })
})

describe("negated", () => {
  it("turns the sign of the text, not of a float", () => {
    expect([negated("20.10"), negated("-5")]).toEqual(["-20.10", "5"])
  })
})
