import { z } from "zod"
import { clockTrigger } from "./clock-trigger"

const ids = z.array(z.string().trim().min(1).max(100)).max(200).default([])

export const CART_ADDED = "cart.product_added"
export const RECEIPT_ISSUED = "receipt.issued"
export const ITEM_BOUGHT = "item.bought"
export const CATEGORY_BOUGHT = "category.bought"
export const BACK_IN_STOCK = "product.back_in_stock"
export const PRICE_DROPPED = "product.price_dropped"

/** None: any product or category. */
export const goodsSchema = z.object({ ids })
export type GoodsSettings = z.output<typeof goodsSchema>

/** Who is told of a product: who asked, who looked at it (in the last 60 days), in whose open cart it lies. */
export const peopleSchema = z.enum(["asked", "viewed", "in_cart", "interested"]).default("interested")

export const stockSchema = z.object({ ids, people: peopleSchema })
export type StockSettings = z.output<typeof stockSchema>

export const priceSchema = z.object({
  ids,
  people: peopleSchema,
  /** A smaller drop is none. */
  percent: z.coerce.number().min(1).max(99).default(5),
})
export type PriceSettings = z.output<typeof priceSchema>

const products = ({ ids: product }: GoodsSettings) => ({ product })
const order = (kind: string, settings: z.ZodType, defaults: Record<string, unknown>) =>
  clockTrigger({ kind, group: "shop", subject: "order", settings, defaults, variables: ["order", "lines"] })
const product = <Schema extends z.ZodType<GoodsSettings>>(
  kind: string,
  settings: Schema,
  defaults: Record<string, unknown>,
) =>
  clockTrigger({
    kind,
    group: "shop",
    subject: "product",
    settings,
    defaults,
    variables: ["customer", "product"],
    references: products,
  })

/** What is put into carts, bought and paid, and what becomes of products that people care for. */
export const GOODS_TRIGGERS = [
  clockTrigger({
    kind: CART_ADDED,
    group: "shop",
    subject: "cart",
    settings: goodsSchema,
    defaults: { ids: [] },
    variables: ["cart", "customer"],
    references: products,
  }),
  order(RECEIPT_ISSUED, z.object({}), {}),
  clockTrigger({
    kind: ITEM_BOUGHT,
    group: "shop",
    subject: "order",
    settings: goodsSchema,
    defaults: { ids: [] },
    variables: ["order", "lines"],
    references: products,
  }),
  order(CATEGORY_BOUGHT, goodsSchema, { ids: [] }),
  product(BACK_IN_STOCK, stockSchema, { ids: [], people: "interested" }),
  product(PRICE_DROPPED, priceSchema, { ids: [], people: "interested", percent: 5 }),
]
