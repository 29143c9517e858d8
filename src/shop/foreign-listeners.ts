import { Modules } from "@medusajs/framework/utils"
import { EVENTS } from "../core/automations/events"

type Listeners = ReadonlyMap<string | symbol, { id: string }[]>
type Scope = { resolve(key: string, options: { allowUnregistered: true }): unknown }

/** Mailroom's, and those of Medusa's core, which mail nothing about these events. */
const KNOWN = /^mailroom-|^configurable-notifications|^payment-webhook|^search-ingestion/

/**
 * Subscribers of the store itself and of other plugins, by event, as far as the event bus lists them (that of
 * `AbstractEventBusModuleService` does). A store that mails its receipts past the Notification Module does it in one.
 */
export function foreignListeners(container: Scope): Record<string, string[]> {
  const bus = container.resolve(Modules.EVENT_BUS, { allowUnregistered: true }) as
    { eventToSubscribersMap?: Listeners } | undefined
  const listeners = bus?.eventToSubscribersMap
  if (!listeners) return {}
  const foreign = (event: string) => (listeners.get(event) ?? []).map(({ id }) => id).filter((id) => !KNOWN.test(id))
  return Object.fromEntries(EVENTS.map((event) => [event, foreign(event)] as const).filter(([, ids]) => ids.length > 0))
}
