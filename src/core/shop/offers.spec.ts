import { priceContextKey, priceContextOf, type ShopRegion } from "./offers"

const regions: ShopRegion[] = [
  { id: "reg_us", currency: "USD", countryCodes: ["US"], isDefault: false, isTaxed: false },
  { id: "reg_eu", currency: "EUR", countryCodes: ["DE", "AT"], isDefault: true, isTaxed: true },
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

  it("is taxed where the cart would be: in the person's country, if the shop works out taxes there", () => {
    const taxed = (change: object, all = regions) => priceContextOf({ ...person, ...change }, all)?.taxCountry
    expect(taxed({ country: "at" })).toBe("AT")
    expect(taxed({ country: "US" })).toBeNull()
    // Of two countries with rates of their own nobody can say which.
    expect(taxed({})).toBeNull()
    expect(taxed({ regionId: "reg_eu", country: "US" })).toBeNull()
    expect(taxed({}, [{ ...regions[1]!, countryCodes: ["DE"] }])).toBe("DE")
  })

  it("is the same for people of the same groups, in whatever order", () => {
    const of = (...customerGroupIds: string[]) =>
      priceContextKey({ regionId: "reg_eu", currency: "EUR", customerGroupIds, taxCountry: null })
    expect(of("a", "b")).toBe(of("b", "a"))
    expect(of("a")).not.toBe(of())
  })
})
