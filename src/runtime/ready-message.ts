import type { CompiledTemplate } from "../core/templates/contexts"
import type { AttachedPart } from "../rendering/attached-part"
import type { DeliveryFacts } from "../modules/mailroom/sql/delivery-facts"

/** A message that passed the gate, with all that its mail is made of. */
export type ReadyMessage = {
  facts: DeliveryFacts
  context: Record<string, unknown>
  template: CompiledTemplate & { locale?: string }
  /** Fences this claim: whoever claims the message later has another. */
  token: string
  laneId: number
  isBulk: boolean
  weight: number
  domain: string
  attempts: number
  doubts: number
  firstAttemptAt: Date
  /** Copies that left with an earlier try. */
  takenBy: string[] | null
  /** The end of its mail, where the template has attachments. */
  attached?: AttachedPart
}
