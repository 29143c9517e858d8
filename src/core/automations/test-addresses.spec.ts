import { isAmong, testAddresses } from "./test-addresses"

describe("where the mails of a test run may go", () => {
  const given = {
    own: "me@shop.example",
    owner: ["boss@shop.example", "ME@shop.example"],
    seeds: ["seed@shop.example"],
  }

  it("is whoever tries it, the owner and the seed addresses, each once", () => {
    expect(testAddresses(given)).toEqual(["me@shop.example", "boss@shop.example", "seed@shop.example"])
  })

  it("is the owner alone when nobody in particular asks and no seeds are named", () => {
    expect(testAddresses({ own: null, owner: ["boss@shop.example"], seeds: null })).toEqual(["boss@shop.example"])
  })

  it("is no customer's mailbox, however it is written", () => {
    const allowed = testAddresses(given)
    expect(isAmong(allowed, " Seed@Shop.example ")).toBe(true)
    expect(isAmong(allowed, "ada@example.com")).toBe(false)
  })
})
