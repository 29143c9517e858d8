import { z } from "zod"
import { FILTER_KINDS } from "./filters/kinds"
import { NODE_KINDS } from "./nodes/kinds"
import { TRIGGER_KINDS } from "./triggers/kinds"

export type Catalogue = ReturnType<typeof catalogue>

/** All kinds of nodes, triggers and filters with the JSON Schema of their settings: what the editor's forms are made of. */
export function catalogue() {
  return {
    nodes: NODE_KINDS.map(({ kind, group, rests, settings, defaults, exitsOf }) => ({
      kind,
      group,
      rests,
      schema: jsonSchema(settings),
      defaults,
      exits: exitsWith(exitsOf, settings, defaults),
    })),
    triggers: TRIGGER_KINDS.map(({ kind, group, subject, settings, defaults, variables }) => ({
      kind,
      group,
      subject,
      schema: jsonSchema(settings),
      defaults,
      variables,
    })),
    filters: FILTER_KINDS.map(({ kind, settings, defaults }) => ({ kind, schema: jsonSchema(settings), defaults })),
  }
}

/** What is given, not what is stored: defaults are optional in it. Rules of segments have a screen of their own. */
const jsonSchema = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })

/** The exits of a fresh node; a kind whose exits are made by its settings begins with those of its defaults. */
function exitsWith(exitsOf: (settings: unknown) => string[], settings: z.ZodType, defaults: unknown): string[] {
  const parsed = settings.safeParse(defaults)
  return exitsOf(parsed.success ? parsed.data : defaults)
}
