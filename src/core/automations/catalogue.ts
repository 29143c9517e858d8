import { z } from "zod"
import { FILTER_KINDS } from "./filters/kinds"
import { NODE_KINDS } from "./nodes/kinds"
import { ownAction } from "./nodes/own-action"
import { TRIGGER_KINDS } from "./triggers/kinds"

export type Catalogue = ReturnType<typeof catalogue>

/** What the shop's own code can do, as it registered it. */
type Registered = { id: string; label: string; schema: unknown }

/**
 * All kinds of nodes, triggers and filters with the JSON Schema of their settings: what the editor's forms are made of.
 * The step for actions of the shop's own code has a form for each of them, and is left out where there is none.
 */
export function catalogue(ownActions: Registered[]) {
  const nodes = NODE_KINDS.filter(({ kind }) => kind !== ownAction.kind || ownActions.length > 0)
  return {
    nodes: nodes.map(({ kind, group, rests, settings, defaults, exitsOf }) => ({
      kind,
      group,
      rests,
      schema: kind === ownAction.kind ? eachOf(ownActions) : jsonSchema(settings),
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

const eachOf = (actions: Registered[]): unknown => ({
  oneOf: actions.map(({ id, label, schema }) => ({
    type: "object",
    title: label,
    properties: { actionId: { type: "string", const: id }, settings: schema },
    required: ["actionId", "settings"],
  })),
})

/** What is given, not what is stored: defaults are optional in it. Rules of segments have a screen of their own. */
const jsonSchema = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })

/** The exits of a fresh node; a kind whose exits are made by its settings begins with those of its defaults. */
function exitsWith(exitsOf: (settings: unknown) => string[], settings: z.ZodType, defaults: unknown): string[] {
  const parsed = settings.safeParse(defaults)
  return exitsOf(parsed.success ? parsed.data : defaults)
}
