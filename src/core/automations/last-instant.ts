import type { DropReason, MessageKind } from "../messages/states"

type Message = {
  kind: MessageKind
  node: string | null
  subjectKind: string | null
  subjectId: string | null
  /** What the step that planned it says must still hold. */
  onlyIf?: readonly string[]
}

export type ShopState = {
  /** A cart that is not in here is gone. */
  carts: Map<string, { isBought: boolean; itemCount: number }>
  cancelledOrders: Set<string>
}

/**
 * What the shop must be asked before this message leaves; null: nothing. A mail about a cart makes no sense once it is
 * bought. A notice to a third party must not start work for a cancelled order, but its correction must go. A shopper's
 * mails about her order always go (a receipt stays true after the cancellation, which has a mail of its own), unless their
 * step says otherwise.
 */
export function questionOf({ kind, node, subjectKind, subjectId, onlyIf = [] }: Message): "cart" | "order" | null {
  if (!subjectId) return null
  if (subjectKind === "cart") return "cart"
  const isNotice = kind === "custom_action" && node !== "correction"
  return subjectKind === "order" && (isNotice || onlyIf.includes("order_not_cancelled")) ? "order" : null
}

export function lastInstantVerdict(message: Message, { carts, cancelledOrders }: ShopState): DropReason | null {
  switch (questionOf(message)) {
    case "cart": {
      const cart = carts.get(message.subjectId!)
      if (cart?.isBought) return "cart_bought"
      return !cart || cart.itemCount === 0 ? "cart_emptied" : null
    }
    case "order":
      return cancelledOrders.has(message.subjectId!) ? "order_cancelled" : null
    case null:
      return null
  }
}
