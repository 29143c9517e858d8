import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CHANNELS, type Channel } from "../core/channels/channel"
import type { NotificationOutcome, Notify, ShopNotification } from "../core/shop/channels"
import type { Row } from "./row"

type Container = { resolve(key: string, options?: { allowUnregistered?: boolean }): unknown }

/** What is used of Medusa's Notification Module. */
type Module = {
  listNotifications(filters: Row, config: Row): Promise<Row[]>
  createNotifications(notification: Row): Promise<Row | undefined>
}

/** SMS and push by the provider that the store's configuration gives Medusa's Notification Module for the channel. */
export function notifyBy(container: Container): Notify {
  return async (notification) => {
    const module = container.resolve(Modules.NOTIFICATION) as Module
    const known = await find(module, notification.key)
    if (known && known.status !== "failure") return outcomeOf(known)
    const made = await module.createNotifications({ ...rowOf(notification), ...(known && { id: known.id }) })
    return outcomeOf(made ?? (await find(module, notification.key)) ?? {})
  }
}

async function find(module: Module, key: string): Promise<Row | undefined> {
  const config = { select: ["id", "status", "external_id"], take: 1 }
  return (await module.listNotifications({ idempotency_key: key }, config))[0]
}

/** Medusa writes `pending` before it asks the provider, and what became of it after. */
function outcomeOf({ status, external_id: id }: Row): NotificationOutcome {
  return status === "pending" ? { kind: "in_doubt" } : { kind: "sent", providerId: id ?? null }
}

/**
 * The text stands in `content`, as Medusa has it for mails without a template, and in `data`, where providers that render
 * look. Tried again after a failure it keeps its id: Medusa would give it a new one and then find no row to write to.
 */
function rowOf({ channel, to, key, title, text, link, customerId, about }: ShopNotification): Row {
  return {
    to,
    channel,
    template: "mailroom",
    content: { subject: title, text },
    data: { title, text, link },
    trigger_type: "mailroom.automation",
    resource_type: about?.kind ?? null,
    resource_id: about?.id ?? null,
    receiver_id: customerId,
    idempotency_key: key,
  }
}

type Providers = { options?: { channels?: string[] } }[]

/** As medusa-config.ts has them: Medusa itself knows a provider's channels from nowhere else. */
export function configuredChannels(container: Container): Channel[] {
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE) as {
    modules?: Record<string, { options?: { providers?: Providers } } | boolean | undefined>
  }
  const module = config.modules?.[Modules.NOTIFICATION]
  const providers = typeof module === "object" ? (module.options?.providers ?? []) : []
  const named = new Set(providers.flatMap(({ options }) => options?.channels ?? []))
  return CHANNELS.filter((channel) => named.has(channel))
}
