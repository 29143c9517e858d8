import type { ShopLine, ShopOrder } from "../shop/shop"
import type { TriggerEvent } from "./events"

/** A person as the occurrence names her; without `email` nobody can be written to. */
export type Shopper = {
  email: string | null
  name: string | null
  locale: string | null
  customerId: string | null
  /** False for guests and for customers whom the merchant only wrote down. */
  hasAccount?: boolean
}

/**
 * What is known about one occurrence at the moment of deciding: read from the shop, not from the event, because between
 * the two an order may have been changed.
 */
export type Facts = {
  event: TriggerEvent
  occurredAt: Date
  source: "bus" | "reconciler" | "api" | "clock"
  about: { kind: "order" | "cart" | "customer" | "return"; id: string } | null
  shopper: Shopper
  salesChannelId: string | null
  regionId: string | null
  /** The variables of the template. */
  context: Record<string, unknown>
  /** What was bought or is in the cart; narrowed to what the occurrence is about. */
  lines: ShopLine[]
  order: ShopOrder | null
  /** `boughtAt`: of a cart that was bought, for whoever asks what it was earlier. */
  cart: { isBought: boolean; itemCount: number; boughtAt?: string } | null
  /** `no_notification`: the merchant asked for silence towards the shopper. */
  isSilenced: boolean
  /** The bus lost it and nobody knows whether the merchant had asked for silence: his word is needed. */
  needsMerchantsWord: boolean
  /** Cancelled after a notice: the same notice again, headed "Cancelled". */
  isCorrection: boolean
  /** Only for reset mails: which of the two templates. */
  actorType: "customer" | "user" | null
}

/** The shop cannot tell any more what the occurrence is about; the words say why. */
export type Unknown = { missing: string }
