import type { z } from "zod"
import type { References } from "../node-kind"
import { triggerKind, type TriggerGroup, type TriggerKind, type TriggerSubject } from "../trigger-kind"

/**
 * A trigger that no event of the inbox sets off: a clock looks at Mailroom's own tables and writes entrants straight
 * away (`runtime/trigger-clocks`), many by one statement.
 */
export const clockTrigger = <Schema extends z.ZodType>(trigger: {
  kind: string
  group: TriggerGroup
  subject: TriggerSubject
  settings: Schema
  defaults: Record<string, unknown>
  variables: readonly string[]
  references?: (settings: z.output<Schema>) => References
}): TriggerKind => triggerKind({ ...trigger, eventsOf: () => [] }) as unknown as TriggerKind
