import type { ShopCart, ShopCustomer, ShopOrder, ShopProduct } from "../../../core/shop/shop"
import type { Db } from "../database"
import {
  deleteCart,
  markProductDeleted,
  replacePurchases,
  upsertCarts,
  upsertOrders,
  upsertProducts,
  type CartRow,
  type OrderRow,
  type ProductRow,
  type PurchaseRow,
} from "../sql/read-model"
import { refreshPurchaseTotals, selectContactsOfOrders } from "../sql/purchase-totals"
import type { ContactService, Ensured, Person } from "./contacts"
import type { ShopWordService } from "./shop-words"

/** Mailroom's own picture of the shop: what rules, segments and reports ask. Every write is safe to repeat. */
export class ReadModelService {
  constructor(
    private readonly contacts: ContactService,
    private readonly shopWords: ShopWordService,
  ) {}

  async customers(tx: Db, customers: ShopCustomer[]): Promise<void> {
    const people = customers.filter(({ email }) => email).map(personOfCustomer)
    if (people.length > 0) await this.contacts.ensureByEmail(tx, people)
    await this.shopWords.noteCustomers(tx, customers)
  }

  async customerDeleted(tx: Db, customerId: string): Promise<void> {
    await this.contacts.customerDeleted(tx, customerId)
  }

  /** A page of the shop's list of customers, in the order of ids: whom it leaves out between its ends is deleted. */
  async customerPage(tx: Db, after: string | null, customers: ShopCustomer[]): Promise<void> {
    await this.customers(tx, customers)
    await this.contacts.customersSeen(
      tx,
      after,
      customers.map(({ id }) => id),
    )
  }

  /** Draft orders are no purchases yet. */
  async orders(tx: Db, orders: ShopOrder[]): Promise<void> {
    const placed = orders.filter(({ isDraft }) => !isDraft)
    if (placed.length === 0) return
    const people = await this.peopleOf(tx, placed, personOfOrder)
    const contactOf = (order: ShopOrder) => people.get(order)?.contactId ?? null
    const ids = placed.map(({ context }) => context.id)
    // An order that went to another address leaves the sums of whom it belonged to before.
    const before = await tx.query<{ contact_id: string }>(selectContactsOfOrders(ids))
    await tx.query(upsertOrders(placed.map((order) => orderRow(order, people.get(order)))))
    await tx.query(
      replacePurchases(
        ids,
        placed.flatMap((order) => purchaseRows(order, contactOf(order))),
      ),
    )
    const buyers = [...before.map(({ contact_id }) => contact_id), ...placed.flatMap((order) => contactOf(order) ?? [])]
    await tx.query(refreshPurchaseTotals([...new Set(buyers)]))
    await this.shopWords.noteOrders(tx, placed)
  }

  async carts(tx: Db, carts: ShopCart[]): Promise<void> {
    if (carts.length === 0) return
    const people = await this.peopleOf(tx, carts, personOfCart)
    await tx.query(upsertCarts(carts.map((cart) => cartRow(cart, people.get(cart)))))
  }

  async products(tx: Db, products: ShopProduct[]): Promise<void> {
    if (products.length > 0) await tx.query(upsertProducts(products.map(productRow)))
  }

  async productDeleted(tx: Db, productId: string): Promise<void> {
    await tx.query(markProductDeleted(productId))
  }

  async cartDeleted(tx: Db, cartId: string): Promise<void> {
    await tx.query(deleteCart(cartId))
  }

  /** The contact of each that has a usable address, made where missing. */
  private async peopleOf<Thing extends { email: string | null }>(
    tx: Db,
    things: Thing[],
    personOf: (thing: Thing) => Person,
  ): Promise<Map<Thing, Extract<Ensured, { ok: true }>>> {
    const addressed = things.filter(({ email }) => email)
    const ensured = await this.contacts.ensureByEmail(tx, addressed.map(personOf))
    return new Map(
      addressed.flatMap((thing, n) => {
        const person = ensured[n]!
        return person.ok ? [[thing, person] as const] : []
      }),
    )
  }
}

export function personOfCustomer(customer: ShopCustomer): Person {
  return {
    email: customer.email!,
    source: "customer",
    firstName: customer.firstName,
    lastName: customer.lastName,
    locale: customer.locale,
    country: customer.countryCode,
    customer: {
      id: customer.id,
      hasAccount: customer.hasAccount,
      groupIds: customer.groupIds,
      registeredAt: customer.hasAccount ? new Date(customer.createdAt) : null,
    },
    overwrites: true,
  }
}

export function personOfOrder(order: ShopOrder): Person {
  const { firstName, customerName, shippingAddress, billingAddress } = order.context
  return {
    email: order.email!,
    source: "order",
    firstName: firstName || null,
    lastName: firstName ? customerName.slice(firstName.length).trim() || null : customerName || null,
    locale: order.locale,
    country: (billingAddress ?? shippingAddress)?.countryCode ?? null,
    regionId: order.regionId,
    salesChannelId: order.salesChannelId,
    lastTransactionAt: new Date(order.placedAt),
  }
}

export function personOfCart(cart: ShopCart): Person {
  return {
    email: cart.email!,
    source: "cart",
    firstName: cart.firstName,
    lastName: cart.lastName,
    locale: cart.locale,
    regionId: cart.regionId,
    salesChannelId: cart.salesChannelId,
  }
}

type Known = { contactId: string; emailNorm: string } | undefined

function orderRow(order: ShopOrder, person: Known): OrderRow {
  const { context } = order
  return {
    order_id: context.id,
    display_id: order.displayId,
    contact_id: person?.contactId ?? null,
    customer_id: order.customerId,
    email_norm: person?.emailNorm ?? null,
    currency: context.currency,
    region_id: order.regionId,
    sales_channel_id: order.salesChannelId,
    country: (context.shippingAddress ?? context.billingAddress)?.countryCode ?? null,
    locale: order.locale,
    total: context.total,
    net_total: order.netTotal,
    refunded_total: context.refundedTotal,
    placed_at: order.placedAt,
    canceled_at: order.cancelledAt,
    promotion_codes: order.promotionCodes,
  }
}

function purchaseRows(order: ShopOrder, contactId: string | null): PurchaseRow[] {
  return order.lines.map((line) => ({
    line_id: line.id,
    order_id: order.context.id,
    contact_id: contactId,
    product_id: line.productId,
    variant_id: line.variantId,
    sku: line.sku,
    title: line.title,
    quantity: line.quantity,
    returned_quantity: line.returnedQuantity,
    currency: order.context.currency,
    net: line.net,
    placed_at: order.placedAt,
  }))
}

function cartRow(cart: ShopCart, person: Known): CartRow {
  return {
    cart_id: cart.id,
    contact_id: person?.contactId ?? null,
    customer_id: cart.customerId,
    email_norm: person?.emailNorm ?? null,
    currency: cart.currency,
    region_id: cart.regionId,
    sales_channel_id: cart.salesChannelId,
    locale: cart.locale,
    item_count: cart.lines.length,
    item_total: cart.itemTotal,
    product_ids: [...new Set(cart.lines.flatMap(({ productId }) => productId ?? []))],
    last_activity_at: cart.lastActivityAt,
    completed_at: cart.completedAt,
    order_id: cart.orderId,
    created_at: cart.createdAt,
  }
}

const productRow = (product: ShopProduct): ProductRow => ({
  product_id: product.id,
  title: product.title,
  handle: product.handle,
  status: product.status,
  thumbnail: product.thumbnail,
  collection_id: product.collectionId,
  category_ids: product.categoryIds,
  tag_ids: product.tagIds,
  sales_channel_ids: product.salesChannelIds,
  metadata: product.metadata,
  created_at: product.createdAt ?? null,
  in_stock: product.isInStock ?? null,
})
