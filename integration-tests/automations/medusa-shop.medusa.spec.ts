import path from "node:path"
import {
  createCartWorkflow,
  createCustomerGroupsWorkflow,
  createCustomersWorkflow,
  createOrderWorkflow,
  createPriceListsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createTaxRegionsWorkflow,
  getOrderDetailWorkflow,
  linkCustomersToCustomerGroupWorkflow,
} from "@medusajs/core-flows"
import { Modules, ProductStatus, ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { defaultAdminRetrieveOrderFields } from "@medusajs/medusa/api/admin/orders/query-config"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import type { PromotionTerms } from "../../src/core/shop/promotions"
import type { Shop } from "../../src/core/shop/shop"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import { effectLoop } from "../../src/runtime/effects/effect-loop"
import { withoutUsedCodes } from "../../src/runtime/used-codes"
import { decimal, sum } from "../../src/shop/decimal"
import { medusaShop } from "../../src/shop/medusa-shop"
import { shopNotifications } from "./shop-notifications"
import { anEffect, effectState } from "../support/effects"
import { aCheckout } from "../support/medusa-checkout"

jest.setTimeout(180_000)
process.env.MAILROOM_RUNTIME = "manual"
process.env.MAILROOM_ADMIN = "off"

// What Query and the modules answer is loosely typed by Medusa itself.

type Loose = any

/** An order as a storefront could make it: 1–3 lines with taxes and discounts, shipping, perhaps a gift card. */
const anOrder = fc.record({
  currency: fc.constantFrom("eur", "usd", "jpy", "krw", "kwd"),
  isTaxInclusive: fc.boolean(),
  taxRate: fc.constantFrom(0, 7, 8.1, 19, 25),
  items: fc.array(
    fc.record({
      cents: fc.integer({ min: 1, max: 99_999 }),
      quantity: fc.integer({ min: 1, max: 5 }),
      off: fc.integer({ min: 0, max: 60 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  shipping: fc.integer({ min: 0, max: 2_500 }),
  credit: fc.oneof(fc.constant(0), fc.integer({ min: 50, max: 500 })),
})

medusaIntegrationTestRunner({
  cwd: path.join(__dirname, "../.."),
  inApp: true,
  testSuite: ({ getContainer }) => {
    let container: Loose
    let shop: Shop
    beforeEach(() => {
      container = getContainer()
      shop = medusaShop(container)
    })

    const createOrder = async (input: object = {}): Promise<string> => {
      const orders: Loose = container.resolve(Modules.ORDER)
      const order = await orders.createOrders({
        email: "ada@example.com",
        currency_code: "eur",
        locale: "de-AT",
        shipping_address: {
          first_name: "Ada",
          last_name: "Lovelace",
          address_1: "Ring 1",
          city: "Wien",
          country_code: "at",
          phone: "+43 1",
        },
        items: [{ title: "Boots", quantity: 2, unit_price: 49.9 }],
        ...input,
      })
      return order.id
    }

    /** Somebody inside an automation because of this order. */
    async function anEntrant({ automationDrafts, db }: Mailroom, orderId: string) {
      const id = await automationDrafts.create({ name: "A code" })
      const [row] = await db.query<{ id: string }>({
        text: `
          WITH live AS (UPDATE mailroom.automation SET state = 'live' WHERE id = $1),
          version AS (
            INSERT INTO mailroom.automation_version (automation_id, number, trigger, nodes)
            VALUES ($1, 1, '{"kind": "order.placed", "settings": {}, "filters": [], "reentry": {"rule": "per_occurrence"}}', '[]')
            RETURNING id
          )
          INSERT INTO mailroom.enrolment (automation_id, version_id, occurrence_key, facts, state)
          SELECT $1, id, $2::text, jsonb_build_object('triggerId', '0', 'event', 'order.placed', 'payload', jsonb_build_object('id', $2::text),
            'source', 'bus', 'occurredAt', mailroom.now(), 'isCorrection', false), 'done' FROM version RETURNING id`,
        values: [id, orderId],
      })
      return { id, enrolmentId: row!.id }
    }

    describe("the shop's notification providers", () => shopNotifications({ container: () => container, createOrder }))

    describe("what Mailroom needs of Medusa", () => {
      it("agrees with Medusa's own totals over generated orders", async () => {
        const made = fc.sample(anOrder, { numRuns: 40, seed: 20261121 })
        for (const { currency, isTaxInclusive, taxRate, items, shipping, credit } of made) {
          const unit = ["jpy", "krw"].includes(currency) ? 1 : currency === "kwd" ? 0.001 : 0.01
          const tax_lines = taxRate ? [{ code: "VAT", rate: taxRate }] : []
          const id = await createOrder({
            currency_code: currency,
            items: items.map(({ cents, quantity, off }, n) => ({
              title: `Line ${n}`,
              quantity,
              unit_price: Number((cents * unit).toFixed(3)),
              is_tax_inclusive: isTaxInclusive,
              tax_lines,
              adjustments: off
                ? [{ code: "OFF", amount: Number(((cents * unit * quantity * off) / 100).toFixed(3)) }]
                : [],
            })),
            shipping_methods: [
              {
                name: "Parcel",
                amount: Number((shipping * unit).toFixed(3)),
                is_tax_inclusive: isTaxInclusive,
                tax_lines,
              },
            ],
            credit_lines: credit
              ? [{ amount: Number((credit * unit).toFixed(3)), reference: "gift_card", reference_id: "gc" }]
              : [],
          })
          // What Medusa shows the merchant: its own workflow with the fields of its own admin route.
          const { result: medusa }: Loose = await getOrderDetailWorkflow(container).run({
            input: { order_id: id, fields: defaultAdminRetrieveOrderFields },
          })
          const { context, netTotal } = (await shop.order(id))!
          // Medusa divides taxes without end and hands some totals on as floats: compared to the millionth.
          const millionth = (amount: string) => Number(amount).toFixed(6)
          const own = (field: string) => millionth(decimal(medusa[field], medusa[`raw_${field}`]))
          expect({
            total: millionth(context.total),
            items: millionth(context.itemTotal),
            shipping: millionth(context.shippingTotal),
            tax: millionth(context.taxTotal),
            discount: millionth(context.discountTotal),
            credit: millionth(context.giftCardTotal),
            currency: context.currency,
          }).toEqual({
            total: own("total"),
            items: own("item_total"),
            shipping: own("shipping_total"),
            tax: own("tax_total"),
            discount: own("discount_total"),
            credit: own("credit_line_total"),
            currency: currency.toUpperCase(),
          })
          const shown = Number(sum(...context.lines.map(({ total }) => total)))
          expect(shown).toBeCloseTo(Number(context.itemTotal), 6)
          expect(Number(context.itemTotal) + Number(context.shippingTotal) - Number(context.giftCardTotal)).toBeCloseTo(
            Number(context.total),
            6,
          )
          expect(Number(netTotal)).toBeLessThanOrEqual(Number(context.itemTotal) + 1e-9)
        }
      })

      it("knows an order's person, place and lines with the categories above them", async () => {
        const products: Loose = container.resolve(Modules.PRODUCT)
        const [top] = await products.createProductCategories([
          { name: "Shoes", metadata: { supplier_email: "shoes@example.com" } },
        ])
        const [leaf] = await products.createProductCategories([{ name: "Boots", parent_category_id: top.id }])
        const [collection] = await products.createProductCollections([{ title: "Winter" }])
        const [tag] = await products.createProductTags([{ value: "warm" }])
        const [product] = await products.createProducts([
          {
            title: "Boots",
            handle: "boots",
            status: ProductStatus.PUBLISHED,
            category_ids: [leaf.id],
            collection_id: collection.id,
            tag_ids: [tag.id],
            metadata: { supplier_email: "boots@example.com" },
            options: [{ title: "Size", values: ["42"] }],
            variants: [{ title: "42", sku: "B-42", manage_inventory: false, options: { Size: "42" } }],
          },
        ])
        const regions: Loose = container.resolve(Modules.REGION)
        const region = await regions.createRegions({ name: "Europe", currency_code: "eur", metadata: { locale: "de" } })
        expect(await shop.regionLocale(region.id)).toBe("de")
        const { result } = await createOrderWorkflow(container).run({
          input: {
            email: "ada@example.com",
            region_id: region.id,
            currency_code: "eur",
            locale: "de-AT",
            shipping_address: { first_name: "Ada", last_name: "Lovelace", address_1: "Ring 1", country_code: "at" },
            items: [
              {
                variant_id: product.variants[0].id,
                product_id: product.id,
                title: "Boots",
                variant_title: "42",
                variant_sku: "B-42",
                quantity: 2,
                unit_price: 49.9,
              },
            ],
          } as Loose,
        })
        const order = (await shop.order(result.id))!
        expect(order).toMatchObject({
          email: "ada@example.com",
          locale: "de-AT",
          isSilenced: false,
          cancelledAt: null,
          context: { customerName: "Ada Lovelace", firstName: "Ada", currency: "EUR", total: "99.8" },
          lines: [
            {
              productId: product.id,
              productHandle: "boots",
              quantity: 2,
              sku: "B-42",
              variantTitle: "42",
              categoryIds: [leaf.id, top.id],
              collectionId: collection.id,
              tagIds: [tag.id],
              productMetadata: { supplier_email: "boots@example.com" },
              categoryMetadata: [{}, { supplier_email: "shoes@example.com" }],
            },
          ],
        })
        expect(await shop.product(product.id)).toMatchObject({
          title: "Boots",
          categoryIds: [leaf.id, top.id],
          tagIds: [tag.id],
        })
        expect(await shop.names("category", [top.id])).toEqual([{ id: top.id, name: "Shoes" }])

        await products.deleteProducts([product.id])
        const after = (await shop.order(result.id))!
        expect(after.lines).toMatchObject([
          { title: "Boots", productId: product.id, categoryIds: [], productMetadata: {} },
        ])
        expect(await shop.product(product.id)).toBeNull()
      })

      it("pages orders, customers, carts and products by id", async () => {
        const customers: Loose = container.resolve(Modules.CUSTOMER)
        await customers.createCustomers([
          { email: "ada@example.com", first_name: "Ada", has_account: true },
          { email: "bob@example.com", has_account: false },
        ])
        const [first] = await shop.customers({ after: null, limit: 1 })
        const [second] = await shop.customers({ after: first!.id, limit: 1 })
        expect([first!.email, second!.email].sort()).toEqual(["ada@example.com", "bob@example.com"])
        expect(await shop.customers({ after: second!.id, limit: 1 })).toEqual([])

        const ids = [await createOrder(), await createOrder(), await createOrder()].sort()
        const page = async (after: string | null) => (await shop.orderTimes({ after, limit: 2 })).map(({ id }) => id)
        expect(await page(null)).toEqual(ids.slice(0, 2))
        expect(await page(ids[1]!)).toEqual(ids.slice(2))
        expect((await shop.orders({ after: ids[1]!, limit: 2 })).map(({ context }) => context.id)).toEqual(ids.slice(2))

        const carts: Loose = container.resolve(Modules.CART)
        const cart = await carts.createCarts({
          email: "ada@example.com",
          currency_code: "jpy",
          items: [{ title: "Boots", quantity: 2, unit_price: 1200 }],
        })
        expect(await shop.carts({ after: null, limit: 10 })).toMatchObject([
          {
            id: cart.id,
            currency: "JPY",
            itemTotal: "2400",
            completedAt: null,
            orderId: null,
            lines: [{ quantity: 2, total: "2400" }],
          },
        ])
        expect(await shop.cartStates([cart.id, "cart_gone"])).toEqual([{ id: cart.id, isBought: false, itemCount: 1 }])
        expect(await shop.products({ after: null, limit: 10 })).toEqual([])
      })

      it("finds shipments, payments, returns and cancelled orders since a time", async () => {
        const since = new Date(Date.now() - 60_000)
        const orders: Loose = container.resolve(Modules.ORDER)
        const payment: Loose = container.resolve(Modules.PAYMENT)
        const id = await createOrder()
        const order = await orders.retrieveOrder(id, { relations: ["items"] })
        const collection = await payment.createPaymentCollections({ currency_code: "eur", amount: 99.8 })
        const session = await payment.createPaymentSession(collection.id, {
          provider_id: "pp_system_default",
          currency_code: "eur",
          amount: 99.8,
          data: {},
        })
        const paid = await payment.authorizePaymentSession(session.id, {})
        await payment.capturePayment({ payment_id: paid.id, amount: 60 })
        await payment.capturePayment({ payment_id: paid.id, amount: 39.8 })
        await payment.refundPayment({ payment_id: paid.id, amount: 10.5, note: "Sorry" })
        await container
          .resolve(ContainerRegistrationKeys.LINK)
          .create({ [Modules.ORDER]: { order_id: id }, [Modules.PAYMENT]: { payment_collection_id: collection.id } })

        expect(await shop.payments({ orderId: id })).toEqual(await shop.payments({ paymentId: paid.id }))
        const [seen] = await shop.payments({ orderId: id })
        expect(seen!.captures.map(({ amount }) => amount).sort()).toEqual(["39.8", "60"])
        expect(seen!.refunds).toMatchObject([{ amount: "10.5", note: "Sorry" }])
        expect((await shop.order(id))!.context.refundedTotal).toBe("10.5")
        const captures = await shop.changesSince("capture", since, { after: null, limit: 25 })
        expect(captures.map(({ id: capture }) => capture).sort()).toEqual(
          seen!.captures.map(({ id: capture }) => capture).sort(),
        )
        expect(captures[0]).toMatchObject({ event: "payment.captured", payload: { id: paid.id } })
        expect(await shop.changesSince("refund", since, { after: null, limit: 25 })).toMatchObject([
          { event: "payment.refunded", payload: { id: paid.id, refund_id: seen!.refunds[0]!.id } },
        ])

        await orders.registerFulfillment({ order_id: id, items: [{ id: order.items[0].id, quantity: 1 }] })
        const returned = await orders.createReturn({ order_id: id, items: [{ id: order.items[0].id, quantity: 1 }] })
        expect(await shop.returned(returned.id)).toMatchObject({
          orderId: id,
          lines: [{ lineId: order.items[0].id, quantity: 1 }],
        })
        await orders.updateReturns([{ id: returned.id, requested_at: new Date() }])
        expect(await shop.changesSince("return_requested", since, { after: null, limit: 25 })).toMatchObject([
          { event: "order.return_requested", payload: { order_id: id, return_id: returned.id } },
        ])
        for (const kind of ["shipment", "delivery", "return_received", "claim", "exchange"] as const)
          expect(await shop.changesSince(kind, since, { after: null, limit: 25 })).toEqual([])

        const stands = { isCancelled: false, isRefunded: false, hasOpenReturn: false }
        expect(await shop.orderStates([id])).toEqual([{ ...stands, id, isRefunded: true, hasOpenReturn: true }])
        const other = await createOrder()
        await orders.cancel([other])
        expect(await shop.changesSince("order_cancelled", since, { after: null, limit: 25 })).toMatchObject([
          { id: other, event: "order.canceled", payload: { id: other } },
        ])
        expect(await shop.orderStates([other])).toEqual([{ ...stands, id: other, isCancelled: true }])
      })

      it("offers a product for the price that the same person's cart would ask (F53)", async () => {
        const run = async (workflow: Loose, input: Loose): Promise<Loose> =>
          (await workflow(container).run({ input })).result
        const [channel] = await run(createSalesChannelsWorkflow, { salesChannelsData: [{ name: "Web" }] })
        const [eu, us] = await run(createRegionsWorkflow, {
          regions: [
            { name: "EU", currency_code: "eur", countries: ["de", "at"] },
            { name: "US", currency_code: "usd", countries: ["us"] },
          ],
        })
        const [stocked, onlyEu] = await run(createProductsWorkflow, {
          products: [
            [
              "Boots",
              [
                { currency_code: "eur", amount: 120 },
                { currency_code: "usd", amount: 140.5 },
              ],
            ],
            ["Socks", [{ currency_code: "eur", amount: 9.9 }]],
          ].map(([title, prices]) => ({
            title,
            status: ProductStatus.PUBLISHED,
            sales_channels: [{ id: channel.id }],
            options: [{ title: "Size", values: ["One"] }],
            variants: [{ title: "One", options: { Size: "One" }, manage_inventory: false, prices }],
          })),
        })
        const [vips] = await run(createCustomerGroupsWorkflow, { customersData: [{ name: "VIP" }] })
        const [vip] = await run(createCustomersWorkflow, { customersData: [{ email: "vip@example.com" }] })
        await run(linkCustomersToCustomerGroupWorkflow, { id: vips.id, add: [vip.id] })
        await run(createPriceListsWorkflow, {
          price_lists_data: [
            {
              title: "VIP",
              description: "VIP",
              status: "active",
              type: "sale",
              rules: { "customer.groups.id": [vips.id] },
              prices: [{ variant_id: stocked.variants[0].id, currency_code: "eur", amount: 99.5 }],
            },
          ],
        })
        const inCart = async (region: Loose, customer_id?: string): Promise<string> => {
          const items = [{ variant_id: stocked.variants[0].id, quantity: 1 }]
          const cart = await run(createCartWorkflow, {
            region_id: region.id,
            sales_channel_id: channel.id,
            customer_id,
            items,
          })
          const found = await container.resolve(Modules.CART).retrieveCart(cart.id, { relations: ["items"] })
          return decimal(found.items[0].unit_price, found.items[0].raw_unit_price)
        }
        const offered = async (
          region: Loose,
          currency: string,
          { groups: customerGroupIds = [] as string[], taxCountry = null as string | null } = {},
        ) => {
          const who = { regionId: region.id, currency, customerGroupIds, taxCountry }
          const offers = await shop.offers({ productIds: [stocked.id, onlyEu.id], who })
          return new Map(offers.map(({ title, price, originalPrice }) => [title, { price, originalPrice }]))
        }

        const europe = await offered(eu, "EUR")
        expect(europe.get("Boots")).toEqual({ price: await inCart(eu), originalPrice: null })
        expect(europe.get("Socks")?.price).toBe("9.9")
        const america = await offered(us, "USD")
        expect(america.get("Boots")?.price).toBe(await inCart(us))
        expect(america.get("Boots")?.price).toBe("140.5")
        // Without a price in dollars it is not offered there, and never for nothing.
        expect(america.has("Socks")).toBe(false)
        const special = await offered(eu, "EUR", { groups: [vips.id] })
        expect(special.get("Boots")).toEqual({ price: await inCart(eu, vip.id), originalPrice: "120" })
        expect(special.get("Boots")?.price).toBe("99.5")
        const regions = await shop.regions()
        expect(regions.find(({ id }) => id === us.id)).toMatchObject({ currency: "USD", countryCodes: ["US"] })
        expect(regions.find(({ id }) => id === us.id)?.isTaxed).toBe(true)

        // What the cart says once it knows the country: with the tax that the shop adds.
        await run(createTaxRegionsWorkflow, [
          { country_code: "de", provider_id: "tp_system", default_tax_rate: { name: "VAT", rate: 19, code: "de" } },
        ])
        const lineTotal = async (): Promise<string> => {
          const cart = await run(createCartWorkflow, {
            region_id: eu.id,
            sales_channel_id: channel.id,
            shipping_address: { country_code: "de" },
            items: [{ variant_id: stocked.variants[0].id, quantity: 1 }],
          })
          const query = container.resolve(ContainerRegistrationKeys.QUERY)
          const fields = ["id", "total", "items.*", "items.total", "items.tax_lines.*"]
          const { data } = await query.graph({ entity: "cart", fields, filters: { id: cart.id } })
          return decimal((data[0] as Loose).items[0].total)
        }
        const inGermany = async () => (await offered(eu, "EUR", { taxCountry: "DE" })).get("Boots")?.price
        expect(await inGermany()).toBe("142.8")
        expect(await inGermany()).toBe(await lineTotal())
        expect((await offered(eu, "EUR", { taxCountry: "AT" })).get("Boots")?.price).toBe("120")
      })

      it("mints codes that Medusa holds to their person, their one use and their end (F31)", async () => {
        const { promotions } = shop
        const checkout = await aCheckout(container)
        const [ada, bob] = (
          await createCustomersWorkflow(container).run({
            input: { customersData: [{ email: "ada@codes.example" }, { email: "bob@codes.example" }] },
          })
        ).result as Loose[]
        const code = (name: string, owner: PromotionTerms["for"], days: number, identifier = "mailroom:spec") => ({
          code: name,
          terms: {
            type: "percentage" as const,
            value: 10,
            currency: null,
            for: owner,
            expiresAt: new Date(Date.now() + days * 86_400_000),
            campaign: { name: "Spec", identifier },
          },
        })
        const wanted = [
          code("ADA-1", { customerId: ada.id }, 7),
          code("GUEST-1", { email: "Guest@Codes.example" }, 7),
          code("OVER-1", null, -1, "mailroom:over"),
        ]
        const minted = await promotions.mint(wanted)
        expect(await promotions.mint(wanted)).toEqual(minted)

        const [hers, his] = [await checkout.cart({ customer_id: ada.id }), await checkout.cart({ customer_id: bob.id })]
        expect(await checkout.type(his, "ADA-1")).toBe(0)
        expect(await checkout.type(hers, "ADA-1")).toBe(10)
        expect(await checkout.type(await checkout.cart({ email: "GUEST@codes.example" }), "GUEST-1")).toBe(10)
        expect(await checkout.type(await checkout.cart({ email: "other@codes.example" }), "GUEST-1")).toBe(0)
        expect(await checkout.type(await checkout.cart({ customer_id: ada.id }), "OVER-1")).toBe(0)

        const usesOf = async () =>
          Object.fromEntries(
            (await promotions.uses(["ADA-1", "GUEST-1", "OVER-1"])).map(({ code: name, used }) => [name, used]),
          )
        expect(await usesOf()).toEqual({ "ADA-1": 0, "GUEST-1": 0, "OVER-1": 0 })
        await checkout.buy(hers)
        expect(await usesOf()).toEqual({ "ADA-1": 1, "GUEST-1": 0, "OVER-1": 0 })
        expect(await checkout.type(await checkout.cart({ customer_id: ada.id }), "ADA-1")).toBe(0)

        await promotions.remove(minted.filter(({ code: name }) => name !== "ADA-1").map(({ id }) => id))
        expect(await usesOf()).toEqual({ "ADA-1": 1 })
        const campaigns = await container.resolve(Modules.PROMOTION).listCampaigns({})
        expect(campaigns.map((one: Loose) => one.campaign_identifier)).toEqual(["mailroom:spec"])
      })

      it("mints at the step, and leaves a code that a real order has used out of the mail that waits (F31)", async () => {
        const { mailroom } = container.resolve("mailroom") as { mailroom: Mailroom }
        const checkout = await aCheckout(container)
        const email = "ada@mint.example"
        const { id: automationId, enrolmentId } = await anEntrant(mailroom, await createOrder({ email }))
        const settings = { prefix: "SPEC", type: "percentage", value: 10, currency: "eur", days: 7, tiedTo: "address" }
        const minting = await anEffect(
          mailroom,
          "promotion",
          { ...settings, ceiling: null, typicalOrder: null },
          { automationId, enrolmentId },
        )
        await effectLoop(mailroom).turn()
        expect(await effectState(mailroom, minting)).toMatchObject({ state: "done", last_error: null })
        const promotion = (await mailroom.promotionCodes.usable([enrolmentId])).get(enrolmentId)!
        expect(promotion.code).toMatch(/^SPEC-/)

        const waiting = () => ({ facts: { id: enrolmentId, asked_at: Date.now() }, context: { promotion } }) as Loose
        const before = waiting()
        await withoutUsedCodes(mailroom, [before])
        expect(before.context).toEqual({ promotion })
        const cart = await checkout.cart({ email })
        expect(await checkout.type(cart, promotion.code)).toBe(10)
        await checkout.buy(cart)
        const after = waiting()
        await withoutUsedCodes(mailroom, [after])
        expect(after.context).toEqual({})
        expect(await mailroom.promotionCodes.usable([enrolmentId])).toEqual(new Map())
        expect(await mailroom.promotionCodes.figures(automationId)).toMatchObject([{ minted: 0, redeemed: 1 }])
      })

      it("answers null for what is not there, and what the store mailed by itself", async () => {
        for (const ask of [
          "order",
          "fulfillment",
          "returned",
          "claim",
          "exchange",
          "cart",
          "customer",
          "invite",
          "product",
        ] as const)
          expect([ask, await shop[ask]("none")]).toEqual([ask, null])
        expect(await shop.mailedByStore(new Date(Date.now() - 1000))).toEqual({
          total: 0,
          templates: [],
          listeners: {},
        })
        const ownCode = async () => undefined
        container.resolve(Modules.EVENT_BUS).subscribe("order.placed", ownCode, { subscriberId: "our-receipts" })
        expect((await shop.mailedByStore(new Date())).listeners).toEqual({ "order.placed": ["our-receipts"] })
        container.resolve(Modules.EVENT_BUS).unsubscribe("order.placed", ownCode, { subscriberId: "our-receipts" })
        expect(await shop.regionLocale("none")).toBeNull()
      })
    })
  },
})
