import type { TriggerEvent } from "../automations/events"
import type { MetadataConsent } from "../contacts/metadata-consent"
import type { Channel } from "../channels/channel"
import type { Notify } from "./channels"
import type { ShopPromotions } from "./promotions"
import type { PriceContext, ShopOffer, ShopRegion } from "./offers"
import type { LineContext, Money, OrderContext, TrackingLinkContext } from "../templates/contexts"

/**
 * Everything Mailroom needs of the shop, on one page. `src/shop/medusa-shop.ts` answers it over Medusa's Query; tests
 * answer it from memory. Reads of one thing give null when the shop does not have it (any more). Times are ISO strings,
 * money is a decimal string in major units exactly as the shop has it.
 */
export type Shop = {
  order(id: string): Promise<ShopOrder | null>
  /** Every payment of an order, or the one with this id, with its captures and refunds. */
  payments(by: { orderId: string } | { paymentId: string }): Promise<ShopPayment[]>
  fulfillment(id: string): Promise<ShopFulfillment | null>
  returned(id: string): Promise<ShopReturn | null>
  claim(id: string): Promise<ShopChange | null>
  exchange(id: string): Promise<ShopChange | null>
  cart(id: string): Promise<ShopCart | null>
  /** In the order asked; those that the shop no longer has are left out. For the check just before hand-over. */
  cartStates(ids: string[]): Promise<{ id: string; isBought: boolean; itemCount: number }[]>
  /** `isRefunded`: any money was given back. `hasOpenReturn`: one is asked for and not all of it has arrived. */
  orderStates(
    ids: string[],
  ): Promise<{ id: string; isCancelled: boolean; isRefunded: boolean; hasOpenReturn: boolean }[]>
  /** What is not for sale is left out. `isInStock` null: nobody counts it. */
  productStates(ids: string[]): Promise<{ id: string; isInStock: boolean | null }[]>
  customer(id: string): Promise<ShopCustomer | null>
  invite(id: string): Promise<ShopInvite | null>
  product(id: string): Promise<ShopProduct | null>

  /** Pages by ascending id, 25 at most: `after` is the last id of the page before, null for the first. */
  orderTimes(page: Page): Promise<{ id: string; placedAt: string }[]>
  orders(page: Page): Promise<ShopOrder[]>
  customers(page: Page): Promise<ShopCustomer[]>
  carts(page: Page): Promise<ShopCart[]>
  products(page: Page): Promise<ShopProduct[]>
  /** What happened since a time, by ascending id, for triggers that the bus lost. */
  changesSince(kind: ChangeKind, since: Date, page: Page): Promise<ShopOccurrence[]>

  /** Names of what rules point at, for the admin: categories, collections, tags, sales channels, products. */
  names(kind: "product" | "category" | "collection" | "tag" | "sales_channel", ids: string[]): Promise<ShopName[]>
  /** `locale` in a region's metadata, where the merchant has set one. */
  regionLocale(id: string): Promise<string | null>
  /** What somebody would pay for these products; what is not for sale to them is left out. Any order. */
  offers(asked: { productIds: string[]; who: PriceContext }): Promise<ShopOffer[]>
  regions(): Promise<ShopRegion[]>
  /** Categories by name, for the admin. */
  categories(asked: { q: string | null; limit: number }): Promise<ShopName[]>
  /** The id of the category that a storefront's address names; null when there is none. */
  categoryByHandle(handle: string): Promise<string | null>
  /** Keeps a picture where the shop keeps its files; gives its public address. */
  keepFile(file: { name: string; mime: string; bytes: Buffer }): Promise<{ id: string; url: string }>
  /** The same for what only its readers shall see; no public address. */
  keepPrivateFile(file: { name: string; mime: string; bytes: Buffer }): Promise<{ id: string }>
  /** Throws when it is gone. */
  readFile(id: string): Promise<Buffer>
  dropFile(id: string): Promise<void>
  /** Who may log in to the admin, by address. */
  staff(): Promise<ShopUser[]>
  /** One-use codes. */
  promotions: ShopPromotions
  /** Which channels beside mail the shop has a notification provider for. */
  providedChannels(): Channel[]
  notify: Notify
  /** What the store's own Notification Module mailed since then, by template, and what else listens to its events. */
  mailedByStore(since: Date): Promise<StoreMails>
}

export type StoreMails = {
  total: number
  templates: { template: string; count: number; lastAt: string }[]
  /** By event: subscribers that are neither Mailroom's nor Medusa's own. Whether they mail cannot be seen from outside. */
  listeners: Record<string, string[]>
}
export type ShopUser = { id: string; email: string | null; name: string | null }
export type Page = { after: string | null; limit: number }
export type ShopName = { id: string; name: string }

export type ShopLine = LineContext & {
  id: string
  productId: string | null
  variantId: string | null
  productHandle: string | null
  /** Without tax, after discounts, before returns. */
  net: Money
  returnedQuantity: number
  /** With every ancestor. Empty when the product was deleted. */
  categoryIds: string[]
  collectionId: string | null
  tagIds: string[]
  /** Who delivers it, as Mailroom knows it; only in what was read for an automation. */
  supplierId?: string | null
  productMetadata: Record<string, unknown>
  /** Nearest category first. */
  categoryMetadata: Record<string, unknown>[]
}

export type ShopOrder = {
  context: OrderContext
  displayId: number
  email: string | null
  customerId: string | null
  locale: string | null
  regionId: string | null
  salesChannelId: string | null
  phone: string | null
  /** The merchant asked for silence about this order. */
  isSilenced: boolean
  isDraft: boolean
  /** Of promotions that were applied, each once. */
  promotionCodes: string[]
  placedAt: string
  cancelledAt: string | null
  cartId: string | null
  netTotal: Money
  lines: ShopLine[]
  /** What a box at the checkout said (metadata `mailroom_consent`). */
  consent?: MetadataConsent | null
}

export type ShopMoneyMove = { id: string; amount: Money; at: string; note: string | null }
export type ShopPayment = {
  id: string
  orderId: string | null
  currency: string
  captures: ShopMoneyMove[]
  refunds: ShopMoneyMove[]
}

/** Which lines of the order, and how many of each. */
export type LineQuantity = { lineId: string; quantity: number }

export type ShopFulfillment = {
  id: string
  orderId: string | null
  lines: LineQuantity[]
  tracking: TrackingLinkContext[]
  shippedAt: string | null
  deliveredAt: string | null
  cancelledAt: string | null
}

export type ShopReturn = {
  id: string
  orderId: string
  lines: LineQuantity[]
  isSilenced: boolean
  requestedAt: string | null
  receivedAt: string | null
}

/** A claim or an exchange. */
export type ShopChange = { id: string; orderId: string; lines: LineQuantity[]; isSilenced: boolean; createdAt: string }

export type ShopCart = {
  id: string
  email: string | null
  customerId: string | null
  firstName: string | null
  lastName: string | null
  locale: string | null
  regionId: string | null
  salesChannelId: string | null
  currency: string
  lines: ShopLine[]
  itemTotal: Money
  /** The later of the cart's own and its newest line's change: adding an item does not touch the cart's. */
  lastActivityAt: string
  createdAt: string
  completedAt: string | null
  orderId: string | null
}

export type ShopCustomer = {
  id: string
  email: string | null
  firstName: string | null
  lastName: string | null
  hasAccount: boolean
  groupIds: string[]
  locale: string | null
  /** As it was typed. */
  phone?: string | null
  countryCode: string | null
  createdAt: string
  /** What a box at the registration said (metadata `mailroom_consent`). */
  consent?: MetadataConsent | null
}

export type ShopInvite = {
  id: string
  email: string
  token: string
  isAccepted: boolean
  expiresAt: string | null
  changedAt: string
}

export type ShopProduct = {
  id: string
  title: string
  handle: string | null
  status: string
  thumbnail: string | null
  collectionId: string | null
  categoryIds: string[]
  tagIds: string[]
  salesChannelIds: string[]
  metadata: Record<string, unknown>
  createdAt?: string | null
  /** Whether something of it can be bought; null when the shop does not count it. */
  isInStock?: boolean | null
}

export const CHANGE_KINDS = [
  "order_cancelled",
  "shipment",
  "delivery",
  "capture",
  "refund",
  "return_requested",
  "return_received",
  "claim",
  "exchange",
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One thing that happened, as the shop's own data shows it. `id` continues the page. */
export type ShopOccurrence = {
  id: string
  event: TriggerEvent
  payload: Record<string, unknown>
  occurredAt: string
}
