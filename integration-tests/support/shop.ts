import type { ShopRegion } from "../../src/core/shop/offers"
import type { Channel } from "../../src/core/channels/channel"
import type { ShopNotification } from "../../src/core/shop/channels"
import type { PromotionTerms } from "../../src/core/shop/promotions"
import type {
  ChangeKind,
  Page,
  Shop,
  ShopCart,
  ShopCustomer,
  ShopFulfillment,
  ShopInvite,
  ShopLine,
  ShopOccurrence,
  ShopOrder,
  ShopPayment,
  ShopProduct,
  ShopUser,
} from "../../src/core/shop/shop"

export type MemoryPromotion = { id: string; terms: PromotionTerms; used: number; minted: number }

/** A Medusa of a few maps: other people's server, not our code. Ids sort like Medusa's. */
export type MemoryShop = Shop & {
  orders_: Map<string, ShopOrder>
  carts_: Map<string, ShopCart>
  customers_: Map<string, ShopCustomer>
  products_: Map<string, ShopProduct>
  fulfillments_: Map<string, ShopFulfillment>
  payments_: Map<string, ShopPayment>
  invites_: Map<string, ShopInvite>
  changes_: Map<ChangeKind, ShopOccurrence[]>
  /** Per "product/region/groups". */
  prices_: Map<string, string>
  regions_: ShopRegion[]
  /** Orders of which something is on its way back. */
  openReturns_: Set<string>
  /** Private files by id, and which were read, in order. */
  files: Map<string, Buffer>
  filesRead: string[]
  /** Codes by name, and how often each was minted. */
  promotions_: Map<string, MemoryPromotion>
  staff_: ShopUser[]
  /** Channels that have a provider, and what each was given, by key. */
  channels_: Set<Channel>
  notifications_: Map<string, ShopNotification>
}

export function aShop(): MemoryShop {
  const orders = new Map<string, ShopOrder>()
  const carts = new Map<string, ShopCart>()
  const customers = new Map<string, ShopCustomer>()
  const products = new Map<string, ShopProduct>()
  const fulfillments = new Map<string, ShopFulfillment>()
  const payments = new Map<string, ShopPayment>()
  const invites = new Map<string, ShopInvite>()
  const changes = new Map<ChangeKind, ShopOccurrence[]>()
  const prices = new Map<string, string>()
  const regions: ShopRegion[] = []
  const openReturns = new Set<string>()
  const promotions = new Map<string, MemoryPromotion>()
  const page = <Thing>(things: Map<string, Thing>, { after, limit }: Page): Thing[] =>
    [...things.entries()]
      .filter(([id]) => after === null || id > after)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, Math.min(limit, 250))
      .map(([, thing]) => thing)
  const shop: MemoryShop = {
    orders_: orders,
    carts_: carts,
    customers_: customers,
    products_: products,
    fulfillments_: fulfillments,
    payments_: payments,
    invites_: invites,
    changes_: changes,
    prices_: prices,
    regions_: regions,
    openReturns_: openReturns,
    files: new Map(),
    filesRead: [],
    promotions_: promotions,
    staff_: [],
    channels_: new Set(["sms", "push"]),
    notifications_: new Map(),
    providedChannels: () => [...shop.channels_],
    notify: async (notification) => {
      const isNew = !shop.notifications_.has(notification.key)
      if (isNew) shop.notifications_.set(notification.key, notification)
      return { kind: "sent", providerId: `provider-${notification.key}` }
    },
    promotions: memoryPromotions(promotions),
    order: async (id) => orders.get(id) ?? null,
    payments: async (by) =>
      [...payments.values()].filter((one) => ("orderId" in by ? one.orderId === by.orderId : one.id === by.paymentId)),
    fulfillment: async (id) => fulfillments.get(id) ?? null,
    returned: async () => null,
    claim: async () => null,
    exchange: async () => null,
    cart: async (id) => carts.get(id) ?? null,
    cartStates: async (ids) =>
      ids.flatMap((id) => {
        const cart = carts.get(id)
        return cart ? [{ id, isBought: cart.completedAt !== null, itemCount: cart.lines.length }] : []
      }),
    orderStates: async (ids) =>
      ids.flatMap((id) => {
        const order = orders.get(id)
        if (!order) return []
        const isRefunded = Number(order.context.refundedTotal) > 0
        return [{ id, isCancelled: order.cancelledAt !== null, isRefunded, hasOpenReturn: openReturns.has(id) }]
      }),
    productStates: async (ids) =>
      ids.flatMap((id) => {
        const product = products.get(id)
        return product ? [{ id, isInStock: product.isInStock ?? null }] : []
      }),
    customer: async (id) => customers.get(id) ?? null,
    invite: async (id) => invites.get(id) ?? null,
    product: async (id) => products.get(id) ?? null,
    orderTimes: async (asked) => page(orders, asked).map(({ context, placedAt }) => ({ id: context.id, placedAt })),
    orders: async (asked) => page(orders, asked),
    customers: async (asked) => page(customers, asked),
    carts: async (asked) => page(carts, asked),
    products: async (asked) => page(products, asked),
    changesSince: async (kind, since, { after, limit }) =>
      (changes.get(kind) ?? [])
        .filter(({ id, occurredAt }) => new Date(occurredAt) >= since && (after === null || id > after))
        .slice(0, limit),
    names: async (_kind, ids) => ids.map((id) => ({ id, name: id })),
    regionLocale: async () => null,
    offers: async ({ productIds, who }) =>
      productIds.flatMap((id) => {
        const product = products.get(id)
        const price =
          prices.get(`${id}/${who.regionId}/${who.customerGroupIds.join()}`) ?? prices.get(`${id}/${who.regionId}/`)
        if (!product || !price) return []
        const { title, handle, thumbnail } = product
        return [{ productId: id, title, handle, thumbnail, price, originalPrice: null }]
      }),
    regions: async () => regions,
    staff: async () => shop.staff_,
    categories: async () => [],
    categoryByHandle: async (handle) => (handle.startsWith("no-") ? null : `pcat_${handle}`),
    keepPrivateFile: async ({ name, bytes }) => {
      const id = `private-${shop.files.size + 1}-${name}`
      shop.files.set(id, bytes)
      return { id }
    },
    readFile: async (id) => {
      shop.filesRead.push(id)
      const bytes = shop.files.get(id)
      if (!bytes) throw new Error(`There is no file "${id}".`)
      return bytes
    },
    dropFile: async (id) => void shop.files.delete(id),
    keepFile: async ({ name }) => ({ id: name, url: `https://shop.example/files/${name}` }),
    mailedByStore: async () => ({ total: 0, templates: [], listeners: {} }),
  }
  return shop
}

function memoryPromotions(promotions: Map<string, MemoryPromotion>): Shop["promotions"] {
  return {
    mint: async (codes) =>
      codes.map(({ code, terms }) => {
        const known = promotions.get(code) ?? { id: `promo_${promotions.size + 1}`, terms, used: 0, minted: 0 }
        promotions.set(code, { ...known, minted: known.minted + 1 })
        return { code, id: known.id }
      }),
    uses: async (codes) =>
      codes.flatMap((code) => {
        const known = promotions.get(code)
        return known ? [{ code, id: known.id, used: known.used }] : []
      }),
    remove: async (ids) => {
      for (const [code, { id }] of promotions) if (ids.includes(id)) promotions.delete(code)
    },
  }
}

let made = 0
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** An id as Medusa makes it: prefix, time, then what makes it unique. */
export function anId(prefix: string, at = new Date()): string {
  let digits = ""
  for (let rest = at.getTime(), n = 0; n < 10; n++, rest = Math.floor(rest / 32)) digits = CROCKFORD[rest % 32] + digits
  return `${prefix}_${digits}${String(++made).padStart(16, "0")}`
}

export function aLine(overrides: Partial<ShopLine> = {}): ShopLine {
  return {
    id: anId("ordli"),
    productId: "prod_boots",
    variantId: null,
    productHandle: "boots",
    title: "Boots",
    variantTitle: null,
    sku: "B-42",
    quantity: 1,
    total: "100",
    unitPrice: "100",
    thumbnail: null,
    url: null,
    net: "84.03",
    returnedQuantity: 0,
    categoryIds: [],
    collectionId: null,
    tagIds: [],
    productMetadata: {},
    categoryMetadata: [],
    ...overrides,
  }
}

export const aProduct = (overrides: Partial<ShopProduct> = {}): ShopProduct => ({
  id: "prod_boots",
  title: "Boots",
  handle: "boots",
  status: "published",
  thumbnail: null,
  collectionId: null,
  categoryIds: [],
  tagIds: [],
  salesChannelIds: [],
  metadata: {},
  isInStock: true,
  ...overrides,
})

export function anOrder({ email = "ada@example.com", ...overrides }: Partial<ShopOrder> = {}): ShopOrder {
  const id = overrides.context?.id ?? anId("order")
  const lines = overrides.lines ?? [aLine()]
  const placedAt = overrides.placedAt ?? new Date().toISOString()
  return {
    context: {
      id,
      displayId: "1042",
      email: email ?? "",
      currency: "EUR",
      placedAt,
      customerName: "Ada Lovelace",
      firstName: "Ada",
      lines,
      itemTotal: "100",
      shippingTotal: "5",
      taxTotal: "16.76",
      discountTotal: "0",
      giftCardTotal: "0",
      total: "105",
      refundedTotal: "0",
      shippingAddress: {
        name: "Ada Lovelace",
        company: null,
        lines: ["Ring 1"],
        postalCode: "1010",
        city: "Wien",
        province: null,
        countryCode: "AT",
        phone: "+43 1",
      },
      billingAddress: null,
      shippingMethods: ["Parcel"],
      paymentMethods: [],
      url: null,
    },
    displayId: 1042,
    email,
    customerId: null,
    locale: null,
    regionId: null,
    salesChannelId: null,
    phone: "+43 1",
    isSilenced: false,
    isDraft: false,
    promotionCodes: [],
    placedAt,
    cancelledAt: null,
    cartId: null,
    netTotal: "84.03",
    lines,
    ...overrides,
  }
}

export function aCart(overrides: Partial<ShopCart> = {}): ShopCart {
  const lastActivityAt = overrides.lastActivityAt ?? new Date().toISOString()
  return {
    id: anId("cart"),
    email: "ada@example.com",
    customerId: null,
    firstName: "Ada",
    lastName: "Lovelace",
    locale: null,
    regionId: null,
    salesChannelId: null,
    currency: "EUR",
    lines: [aLine({ id: anId("cali") })],
    itemTotal: "100",
    lastActivityAt,
    createdAt: lastActivityAt,
    completedAt: null,
    orderId: null,
    ...overrides,
  }
}

export function aCustomer(overrides: Partial<ShopCustomer> = {}): ShopCustomer {
  return {
    id: anId("cus"),
    email: "ada@example.com",
    firstName: "Ada",
    lastName: "Lovelace",
    hasAccount: true,
    groupIds: [],
    locale: null,
    countryCode: "AT",
    createdAt: new Date().toISOString(),
    ...overrides,
  }
}
