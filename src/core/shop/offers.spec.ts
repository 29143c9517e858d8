import { priceContextKey, priceContextOf, type ShopRegion } from "./offers"

const regions: ShopRegion[] = [
  { id: "reg_us", currency: "USD", countryCodes: ["US"], isDefault: false },
  { id: "reg_eu", currency: "EUR", countryCodes: ["DE", "AT"], isDefault: true },
]
const person = { regionId: null, country: null, customerGroupIds: [] }

describe("whom a price is for", () => {
  it("is decided by the person's region, then their country, then the shop's default", () => {
    const regionOf = (change: object) => priceContextOf({ ...person, ...change }, regions)?.regionId
    expect(regionOf({ regionId: "reg_us", country: "DE" })).toBe("reg_us")
    expect(regionOf({ regionId: "reg_gone", country: "us" })).toBe("reg_us")
    expect(regionOf({ country: "JP" })).toBe("reg_eu")
    expect(priceContextOf(person, [])).toBeNull()
  })

  it("is the same for people of the same groups, in whatever order", () => {
    const of = (...customerGroupIds: string[]) =>
      priceContextKey({ regionId: "reg_eu", currency: "EUR", customerGroupIds })
    expect(of("a", "b")).toBe(of("b", "a"))
    expect(of("a")).not.toBe(of())
  })
})
