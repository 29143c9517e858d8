import { textFor } from "./channel-text"
import { whomToReach, type Reach } from "./whom-to-reach"

const reach = (overrides: Partial<Reach> = {}): Reach => ({
  agreed: "+491701111111",
  orderPhone: "0664 2222222",
  orderCountry: "AT",
  customerPhone: "0170 3333333",
  customerCountry: "DE",
  customerId: "cus_1",
  ...overrides,
})

describe("where somebody is reached", () => {
  it("sends marketing only to the number that was agreed to", () => {
    expect(whomToReach("sms", true, reach())).toBe("+491701111111")
    expect(whomToReach("sms", true, reach({ agreed: null }))).toBeNull()
  })

  it("tells of an order at the number given with it, else at one that is known", () => {
    expect(whomToReach("sms", false, reach())).toBe("+436642222222")
    expect(whomToReach("sms", false, reach({ orderPhone: "unknown" }))).toBe("+491701111111")
    expect(whomToReach("sms", false, reach({ orderPhone: null, agreed: null }))).toBe("+491703333333")
    expect(whomToReach("sms", false, reach({ orderPhone: null, agreed: null, customerPhone: null }))).toBeNull()
  })

  it("pushes to the device that is known, else to the customer", () => {
    expect(whomToReach("push", true, reach({ agreed: "device-1" }))).toBe("device-1")
    expect(whomToReach("push", false, reach({ agreed: null }))).toBe("cus_1")
    expect(whomToReach("push", false, reach({ agreed: null, customerId: null }))).toBeNull()
  })
})

describe("the words for somebody's language", () => {
  const written = {
    title: "Hello",
    text: "On its way",
    translations: [{ locale: "de", title: "Hallo", text: "Unterwegs" }],
  }

  it("are the translation, by the language where the country has none", () => {
    expect(textFor(written, "de-AT")).toEqual({ title: "Hallo", text: "Unterwegs", link: "" })
    expect(textFor(written, "fr")).toEqual({ title: "Hello", text: "On its way", link: "" })
  })
})
