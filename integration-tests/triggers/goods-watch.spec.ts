import { priceWatch, stockWatch } from "../../src/runtime/goods-watch"
import { openMailroom } from "../support/database"
import { aContact } from "../support/people"
import { aProduct, aShop } from "../support/shop"
import { anAutomation, entrantsOf, look } from "../support/trigger-clocks"

const BOOTS = aProduct()

describe("what becomes of products that people care for (F10, F54)", () => {
  async function aSmallShop() {
    const opened = await openMailroom({ runtime: "manual" })
    const { mailroom } = opened
    const shop = aShop()
    mailroom.shop = shop
    shop.products_.set(BOOTS.id, BOOTS)
    shop.regions_.push({ id: "reg_eu", currency: "EUR", countryCodes: ["AT"], isDefault: true, isTaxed: true })
    await mailroom.db.transaction((tx) => mailroom.readModel.products(tx, [{ ...BOOTS, isInStock: false }]))
    const watch = async (make: typeof stockWatch) => {
      await make(mailroom).turn({ ignoreSchedule: true })
      await look(mailroom)
    }
    return { ...opened, shop, watch }
  }

  it("a sold-out product that the shop has again is told to who asked, once", async () => {
    const { mailroom, shop, watch, close } = await aSmallShop()
    const { contactId } = await aContact(mailroom, "ada@example.com")
    await mailroom.db.query({
      text: `INSERT INTO mailroom.contact_customer (customer_id, contact_id, has_account) VALUES ('cus_ada', $1, true)`,
      values: [contactId],
    })
    await mailroom.stockRequests.ask("cus_ada", BOOTS.id)
    await expect(mailroom.stockRequests.ask("cus_ada", "prod_gone")).rejects.toThrow("prod_gone")
    const settings = { people: "asked" }
    const automation = await anAutomation(mailroom, { kind: "product.back_in_stock", settings })
    shop.products_.set(BOOTS.id, { ...BOOTS, isInStock: false })
    await watch(stockWatch)
    expect(await entrantsOf(mailroom, automation)).toEqual([])
    shop.products_.set(BOOTS.id, BOOTS)
    await watch(stockWatch)
    await watch(stockWatch)
    expect(await entrantsOf(mailroom, automation)).toMatchObject([
      { contact_id: contactId, payload: { product_id: BOOTS.id } },
    ])
    const [asked] = await mailroom.db.query<{ told_at: Date | null }>({
      text: `SELECT told_at FROM mailroom.stock_request`,
      values: [],
    })
    expect(asked!.told_at).not.toBeNull()
    await close()
  })

  it("a price that fell far enough is told with the old one; a smaller fall and a rise are not", async () => {
    const { mailroom, shop, watch, close } = await aSmallShop()
    const { contactId } = await aContact(mailroom, "ada@example.com")
    await mailroom.db.transaction((tx) => mailroom.readModel.products(tx, [BOOTS]))
    await mailroom.db.query({
      text: `INSERT INTO mailroom.visit (contact_id, kind, path, subject_id) VALUES ($1, 'product', '/products/boots', $2)`,
      values: [contactId, BOOTS.id],
    })
    const settings = { people: "viewed", percent: 10 }
    const automation = await anAutomation(mailroom, { kind: "product.price_dropped", settings })
    for (const price of ["100", "95", "110"]) {
      shop.prices_.set(`${BOOTS.id}/reg_eu/`, price)
      await watch(priceWatch)
    }
    expect(await entrantsOf(mailroom, automation)).toEqual([])
    shop.prices_.set(`${BOOTS.id}/reg_eu/`, "88")
    await watch(priceWatch)
    await watch(priceWatch)
    expect((await entrantsOf(mailroom, automation)).map(({ payload }) => payload)).toEqual([
      { contact_id: contactId, product_id: BOOTS.id, price: "88", before: "110", currency: "EUR" },
    ])
    await close()
  })
})
