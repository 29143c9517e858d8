import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createCollectionsWorkflow,
  createInventoryLevelsWorkflow,
  createProductCategoriesWorkflow,
  createProductsWorkflow,
  createProductTagsWorkflow,
} from "@medusajs/medusa/core-flows"
import catalogue from "./catalogue.json"
import type { Markets } from "./markets"

/** What orders and carts need to know of a variant, prices in major units. */
export type Ware = {
  productId: string
  variantId: string
  title: string
  variantTitle: string
  handle: string
  sku: string
  thumbnail: string
  price: { eur: number; usd: number }
}

type Entry = (typeof catalogue.products)[number]
type Ids = Map<string, string>

export async function stockShelves(container: MedusaContainer, markets: Markets, origin: string): Promise<Ware[]> {
  const categories = await makeCategories(container)
  const collections = await makeCollections(container)
  const tags = await makeTags(container)
  const { result: products } = await createProductsWorkflow(container).run({
    input: {
      products: catalogue.products.map((entry) => ({
        ...productOf(entry, origin),
        category_ids: [categories.get(entry.category)!],
        collection_id: collections.get(entry.collection),
        tag_ids: entry.tags.map((tag) => tags.get(tag)!),
        shipping_profile_id: markets.shippingProfileId,
        sales_channels: [{ id: markets.salesChannelId }],
      })),
    },
  })
  await fillStock(container, markets.locationId)
  return products.flatMap((product) =>
    product.variants.map((variant) => ({
      productId: product.id,
      variantId: variant.id,
      title: product.title,
      variantTitle: variant.title ?? "",
      handle: product.handle ?? "",
      sku: variant.sku ?? "",
      thumbnail: product.thumbnail ?? "",
      price: pricesOf(catalogue.products.find(({ handle }) => handle === product.handle)!),
    })),
  )
}

function productOf(entry: Entry, origin: string) {
  const picture = `${origin}/static/demo/${entry.handle}.png`
  const prices = pricesOf(entry)
  return {
    title: entry.title,
    handle: entry.handle,
    description: entry.description,
    status: ProductStatus.PUBLISHED,
    weight: 400,
    thumbnail: picture,
    images: [{ url: picture }],
    options: [{ title: entry.option, values: entry.values }],
    variants: entry.values.map((value) => ({
      title: value,
      sku: `${entry.handle}-${value}`.toUpperCase().replace(/[^A-Z0-9]+/g, "-"),
      options: { [entry.option]: value },
      manage_inventory: true,
      prices: [
        { currency_code: "eur", amount: prices.eur },
        { currency_code: "usd", amount: prices.usd },
      ],
    })),
  }
}

function pricesOf({ eur }: Entry) {
  return { eur, usd: Math.round(eur * 1.1) + 0.9 }
}

async function makeCategories(container: MedusaContainer): Promise<Ids> {
  const { result } = await createProductCategoriesWorkflow(container).run({
    input: { product_categories: catalogue.categories.map((each) => ({ ...each, is_active: true })) },
  })
  return new Map(result.map(({ handle, id }) => [handle, id]))
}

async function makeCollections(container: MedusaContainer): Promise<Ids> {
  const { result } = await createCollectionsWorkflow(container).run({ input: { collections: catalogue.collections } })
  return new Map(result.map(({ handle, id }) => [handle, id]))
}

async function makeTags(container: MedusaContainer): Promise<Ids> {
  const { result } = await createProductTagsWorkflow(container).run({
    input: { product_tags: catalogue.tags.map((value) => ({ value })) },
  })
  return new Map(result.map(({ value, id }) => [value, id]))
}

async function fillStock(container: MedusaContainer, locationId: string): Promise<void> {
  const items = await container.resolve(Modules.INVENTORY).listInventoryItems({}, { select: ["id"], take: 1000 })
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: items.map(({ id }, index) => ({
        inventory_item_id: id,
        location_id: locationId,
        // Every ninth is nearly sold out, so that stock has something to say.
        stocked_quantity: index % 9 === 4 ? 3 : 2000,
      })),
    },
  })
}
