import { ALL_COPIES, copyAddresses } from "./copies"

const groups = [
  { id: "mobs_1", emails: ["boss@shop.example", "Seed@Shop.example"] },
  { id: "mobs_2", emails: ["press@shop.example"] },
]
const seeds = ["seed@shop.example"]

describe("who gets a copy of a mailing", () => {
  it("is every seed and every observer, each once", () => {
    expect(copyAddresses({ copies: ALL_COPIES, seeds, groups })).toEqual([
      "seed@shop.example",
      "boss@shop.example",
      "press@shop.example",
    ])
  })

  it("is whoever was chosen for this mailing", () => {
    expect(copyAddresses({ copies: { seeds: false, groups: ["mobs_2"] }, seeds, groups })).toEqual([
      "press@shop.example",
    ])
    expect(copyAddresses({ copies: { seeds: false, groups: [] }, seeds, groups })).toEqual([])
  })
})
