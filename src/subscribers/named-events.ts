import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { MailroomService } from "../modules/mailroom/service"

/**
 * Every event of the bus, because automations may wait for any by its name (F10): Medusa's buses know "*". Only a name
 * that a live automation waits for is written down.
 */
export default async function namedEvents({
  event,
  container,
}: SubscriberArgs<Record<string, unknown>>): Promise<void> {
  const { name, data, metadata } = event
  if (typeof data !== "object" || data === null) return
  const { ownEvents } = (container.resolve("mailroom") as MailroomService).mailroom
  const published = (metadata as { published_at?: Date | string } | undefined)?.published_at
  await ownEvents.heard({ name, data, publishedAt: new Date(published ?? Date.now()).toISOString() })
}

export const config: SubscriberConfig = { event: "*", context: { subscriberId: "mailroom-named-events" } }
