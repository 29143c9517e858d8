import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { BUS_EVENTS, type Note } from "../core/automations/bus-events"
import type { Payload } from "../core/automations/events"
import type { MailroomService } from "../modules/mailroom/service"
import type { TriggerService } from "../modules/mailroom/services/triggers"

/**
 * Everything that the shop says, in one subscriber. It only writes down and returns: Medusa calls a subscriber once, and
 * what throws here is lost (the reconciler finds most of it again). The loops work it off.
 */
export default async function commerceEvents({ event, container }: SubscriberArgs<Payload>): Promise<void> {
  const { triggers } = (container.resolve("mailroom") as MailroomService).mailroom
  for (const note of BUS_EVENTS[event.name] ?? []) await write(triggers, note, event.data)
}

async function write(triggers: TriggerService, note: Note, data: Payload): Promise<void> {
  switch (note.note) {
    case "occurrence":
      await triggers.record({ event: note.event, payload: data, source: "bus" })
      return
    case "hint":
      return triggers.hint({ hint: note.hint, id: String(data.id) })
    case "changed":
      return triggers.changed({ kind: note.kind, id: String(data[note.idField]) })
  }
}

export const config: SubscriberConfig = {
  event: Object.keys(BUS_EVENTS),
  context: { subscriberId: "mailroom-commerce-events" },
}
