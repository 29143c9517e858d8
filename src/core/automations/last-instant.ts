import type { DropReason, MessageKind } from "../messages/states"

export type AboutToLeave = {
  id: string
  kind: MessageKind
  node: string | null
  subjectKind: string | null
  subjectId: string | null
  /** What the step that planned it says must still hold; a name that is none of `CONDITIONS` asks nothing. */
  onlyIf: readonly string[]
  /** What the mail says about a product: its price as a decimal, and in which currency. */
  product: { id: string; price: string | null; currency: string | null } | null
  /** Whom it goes to, and since when it waits (milliseconds); left out for whoever is no contact. */
  reader?: { contactId: string; since: number }
}

export type OrderState = { isCancelled: boolean; isRefunded: boolean; hasOpenReturn: boolean }
/** `isInStock` null: nobody counts it. `prices` as they were last seen, by currency; none: not known. */
export type ProductState = { isInStock: boolean | null; prices: { currency: string; price: string }[] }

/** A cart, order or product that is not in here is gone. */
export type ShopState = {
  carts: ReadonlyMap<string, { isBought: boolean; itemCount: number }>
  orders: ReadonlyMap<string, OrderState>
  products: ReadonlyMap<string, ProductState>
  /** Messages whose reader has ordered since they wait. */
  ordered: ReadonlySet<string>
}

type Thing = "cart" | "order" | "product" | "reader"
type Condition = { about: Thing; verdict: (message: AboutToLeave, shop: ShopState) => DropReason | null }

const orderOf = ({ subjectId }: AboutToLeave, { orders }: ShopState) => orders.get(subjectId!)
const productOf = ({ product }: AboutToLeave, { products }: ShopState) => products.get(product!.id)

const CONDITIONS: Record<string, Condition> = {
  cart_still_open: {
    about: "cart",
    verdict: ({ subjectId }, { carts }) => {
      const cart = carts.get(subjectId!)
      if (cart?.isBought) return "cart_bought"
      return !cart || cart.itemCount === 0 ? "cart_emptied" : null
    },
  },
  order_not_cancelled: {
    about: "order",
    verdict: (message, shop) => (orderOf(message, shop)?.isCancelled ? "order_cancelled" : null),
  },
  order_not_refunded: {
    about: "order",
    verdict: (message, shop) => (orderOf(message, shop)?.isRefunded ? "order_refunded" : null),
  },
  no_open_return: {
    about: "order",
    verdict: (message, shop) => (orderOf(message, shop)?.hasOpenReturn ? "return_open" : null),
  },
  product_in_stock: {
    about: "product",
    verdict: (message, shop) => {
      const product = productOf(message, shop)
      return !product || product.isInStock === false ? "out_of_stock" : null
    },
  },
  price_unchanged: {
    about: "product",
    verdict: (message, shop) => (hasOtherPrice(message, productOf(message, shop)) ? "price_changed" : null),
  },
  not_ordered_since: {
    about: "reader",
    verdict: ({ id }, { ordered }) => (ordered.has(id) ? "ordered_meanwhile" : null),
  },
}

/** Prices differ by region; what the mail says must be the price in one of those that pay in its currency. */
function hasOtherPrice({ product }: AboutToLeave, state: ProductState | undefined): boolean {
  if (!product?.price) return false
  const prices = (state?.prices ?? []).filter(({ currency }) => currency === product.currency)
  return prices.length > 0 && !prices.some(({ price }) => Number(price) === Number(product.price))
}

/**
 * What must hold when this message leaves: what its step says, and what needs no saying. A mail about a cart makes no sense
 * once it is bought. A notice to a third party must not start work for a cancelled order, but its correction must go. A
 * shopper's mails about her order go all the same (a receipt stays true after the cancellation, which has a mail of its own).
 */
function conditionsOf(message: AboutToLeave): Condition[] {
  const { kind, node, subjectKind, onlyIf } = message
  const isNotice = kind === "custom_action" && node !== "correction"
  const names = new Set(onlyIf)
  if (subjectKind === "cart") names.add("cart_still_open")
  if (subjectKind === "order" && isNotice) names.add("order_not_cancelled")
  return [...names].flatMap((name) => {
    const condition = CONDITIONS[name]
    return condition && isKnown(message, condition.about) ? [condition] : []
  })
}

function isKnown({ subjectKind, subjectId, product, reader }: AboutToLeave, thing: Thing): boolean {
  if (thing === "product") return product !== null
  return thing === "reader" ? reader !== undefined : thing === subjectKind && Boolean(subjectId)
}

/** Of which things the shop must be asked before this message leaves. */
export const thingsOf = (message: AboutToLeave): Thing[] => [
  ...new Set(conditionsOf(message).map(({ about }) => about)),
]

/** Why it must not go any more; the first reason, in the order of the step's conditions. */
export function lastInstantVerdict(message: AboutToLeave, shop: ShopState): DropReason | null {
  for (const { verdict } of conditionsOf(message)) {
    const reason = verdict(message, shop)
    if (reason) return reason
  }
  return null
}
