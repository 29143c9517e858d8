import type { ShopProduct } from "../../src/core/shop/shop"
import type { ProductNeed } from "../../src/core/templates/contexts"
import { OfferBook } from "../../src/runtime/offers"
import { openMailroom } from "../support/database"
import { aLine, anOrder, aProduct, aShop, type MemoryShop } from "../support/shop"

type Opened = Awaited<ReturnType<typeof openMailroom>>

const day = (n: number) => `2026-01-0${n}T00:00:00.000Z`
const numbered = (n: number, change: Partial<ShopProduct> = {}) =>
  aProduct({ id: `prod_${n}`, title: `Product ${n}`, handle: `product-${n}`, createdAt: day(n), ...change })

describe("a product list", () => {
  let opened: Opened
  let shop: MemoryShop
  const store = (...products: ShopProduct[]) =>
    opened.mailroom.db.transaction((tx) => opened.mailroom.readModel.products(tx, products))
  const sell = async (productId: string, quantity: number) => {
    const order = anOrder({ lines: [aLine({ productId, quantity })] })
    await opened.mailroom.db.transaction((tx) => opened.mailroom.readModel.orders(tx, [order]))
  }
  const listed = async (
    source: ProductNeed["source"],
    need: Partial<ProductNeed> = {},
    book = new OfferBook(opened.mailroom),
  ) => {
    const asked: ProductNeed = { block: "b", source, productIds: [], categoryId: null, count: 2, ...need }
    const who = { regionId: "reg_eu", currency: "EUR", customerGroupIds: [], taxCountry: null }
    const { b } = await book.offersFor([asked], who)
    return b!.map(({ productId }) => productId)
  }

  beforeAll(async () => {
    opened = await openMailroom({ settings: { general: { storefrontUrl: "https://store.example" } } })
    shop = aShop()
    opened.mailroom.shop = shop
    const products = [1, 2, 3, 4, 5].map((n) => numbered(n, n === 2 ? { categoryIds: ["pcat_a"] } : {}))
    await store(...products, numbered(6, { status: "draft" }))
    for (const one of products) {
      shop.products_.set(one.id, one)
      if (one.id !== "prod_5") shop.prices_.set(`${one.id}/reg_eu/`, "10")
    }
    await sell("prod_1", 3)
    await sell("prod_3", 5)
    await sell("prod_5", 9)
  })
  afterAll(() => opened.close())

  it("of what was picked keeps the order in which it was picked", async () => {
    expect(await listed("picked", { productIds: ["prod_3", "prod_1"] })).toEqual(["prod_3", "prod_1"])
  })

  it("of the newest begins with the newest that has a price", async () => {
    expect(await listed("newest")).toEqual(["prod_4", "prod_3"])
  })

  it("of best sellers goes by pieces, and one without a price makes room for the next", async () => {
    expect(await listed("best_sellers")).toEqual(["prod_3", "prod_1"])
  })

  it("of a category has only what is in it", async () => {
    expect(await listed("category", { categoryId: "pcat_a" })).toEqual(["prod_2"])
  })

  it("that was empty has the shop's first product at once", async () => {
    const book = new OfferBook(opened.mailroom)
    const inCategory = () => listed("category", { categoryId: "pcat_new" }, book)
    expect(await inCategory()).toEqual([])
    await store(numbered(1, { categoryIds: ["pcat_new"] }))
    expect(await inCategory()).toEqual(["prod_1"])
  })

  it("has prices as soon as the shop has its first region", async () => {
    const book = new OfferBook(opened.mailroom)
    expect(await book.regions()).toEqual([])
    shop.regions_.push({ id: "reg_eu", currency: "EUR", countryCodes: ["AT"], isDefault: true, isTaxed: false })
    expect(await book.regions()).toMatchObject([{ id: "reg_eu" }])
  })

  it("of what is back in stock has what could not be bought before", async () => {
    expect(await listed("back_in_stock")).toEqual([])
    await store(numbered(4, { isInStock: false }))
    expect(await listed("back_in_stock")).toEqual([])
    await store(numbered(4, { isInStock: true }))
    expect(await listed("back_in_stock")).toEqual(["prod_4"])
  })
})
