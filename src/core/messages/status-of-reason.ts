import { REASONS, type MessageStatus, type Reason } from "./states"

/** The state in which a message with this reason rests. `unsubscribed` at planning is a refusal of ours, not a cancellation. */
export function statusOfReason(reason: Reason): MessageStatus {
  for (const [status, reasons] of Object.entries(REASONS))
    if ((reasons as readonly string[]).includes(reason)) return status as MessageStatus
  throw new Error(`Unknown reason "${reason}"; the known ones stand in core/messages/states.ts.`)
}
