import type { ShopLine, ShopOrder } from "../shop/shop"
import { lineContext, linesAbout } from "./contexts-of"

const aLine = (overrides: Partial<ShopLine> = {}) =>
  ({ id: "ordli_1", title: "Boots", quantity: 3, thumbnail: null, productHandle: "boots", ...overrides }) as ShopLine

describe("lineContext", () => {
  it("leads to the product's page in the storefront, where there is one", () => {
    expect(lineContext(aLine(), { storefrontUrl: "https://shop.example/" }).url).toBe(
      "https://shop.example/products/boots",
    )
    expect(lineContext(aLine(), { storefrontUrl: null }).url).toBeNull()
    expect(lineContext(aLine({ productHandle: null }), { storefrontUrl: "https://shop.example" }).url).toBeNull()
  })

  it.each([
    ["https://cdn.example/a.jpg", "https://cdn.example/a.jpg"],
    ["/static/a.jpg", "https://shop.example/static/a.jpg"],
    ["a.jpg", null],
    [null, null],
  ])("makes of the picture %s %s", (thumbnail, shown) => {
    expect(lineContext(aLine({ thumbnail }), { storefrontUrl: "https://shop.example" }).thumbnail).toBe(shown)
  })
})

describe("linesAbout", () => {
  const order = { lines: [aLine(), aLine({ id: "ordli_2" })] } as ShopOrder

  it("takes the parcel's lines with the parcel's quantities", () => {
    expect(linesAbout(order, [{ lineId: "ordli_2", quantity: 1 }])).toMatchObject([{ id: "ordli_2", quantity: 1 }])
  })

  it("takes all lines when the parcel names none that the order has", () => {
    expect(linesAbout(order, [])).toHaveLength(2)
    expect(linesAbout(order, [{ lineId: "gone", quantity: 1 }])).toHaveLength(2)
  })
})
