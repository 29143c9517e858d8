import type { Channel } from "../channels/channel"

/** One text for one person on one channel. */
export type ShopNotification = {
  channel: Channel
  to: string
  /** The same for every try: it goes once, whoever tries again. */
  key: string
  title: string
  text: string
  /** Where a tap leads; empty: nowhere in particular. */
  link: string
  customerId: string | null
  about: { kind: string; id: string } | null
}

/** `in_doubt`: a process ended while the provider had it. Nobody can know, and it is not sent again. */
export type NotificationOutcome = { kind: "sent"; providerId: string | null } | { kind: "in_doubt" }

/** Gives it to the shop's provider. Throws with its words when it did not take it; trying again with the same key is safe. */
export type Notify = (notification: ShopNotification) => Promise<NotificationOutcome>
